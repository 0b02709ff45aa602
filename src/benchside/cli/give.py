"""The command that gives a build in a standard: export."""

from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import BuildName, Folder, Scope
from benchside.cli.screen import OUT, progress


def export(
    folder: Folder,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="The standard, such as datapackage or cerif.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help="The file or folder to write.")],
    build: BuildName = None,
    figure: Annotated[
        list[str] | None, typer.Option("--figure", metavar="ID", help="For prov: a figure. May be repeated.")
    ] = None,
    scope: Scope = None,
) -> None:
    """Give a build in a standard that others read."""
    with progress("Exporting") as tell:
        counts = main.export(folder, to, out, build=build, figures=figure or (), scope=scope or (), progress=tell)
    OUT.print(f"{out}: " + ", ".join(f"{n} {what}" for what, n in counts.items()), soft_wrap=True, markup=False)

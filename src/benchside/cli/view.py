"""Commands that write for readers: report."""

from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.screen import OUT, progress


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The programme's folder.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the report is written.")],
    template: Annotated[str, typer.Option("--template", metavar="NAME", help="Which report.")] = "added_value",
    to: Annotated[str, typer.Option("--to", metavar="FORMAT[,FORMAT]", help="In which formats.")] = "html",
    build: Annotated[str | None, typer.Option("--build", metavar="NAME", help="An earlier build.")] = None,
) -> None:
    """Write a report in which every number opens down to its evidence."""
    with progress("Writing the report") as tell:
        index = main.report(folder, out, template=template, formats=to.split(","), build=build, progress=tell)
    OUT.print(f"The report is at [bold]{index.resolve().as_uri()}[/bold]", soft_wrap=True)

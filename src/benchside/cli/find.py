"""The command that finds a programme's works: corpus find."""

from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.screen import OUT, progress, show_table
from benchside.store.engine import DEFAULT_MEMORY


def find(
    works: Annotated[Path, typer.Argument(metavar="WORKS", help="OpenAlex works: JSON lines, Parquet, or a folder.")],
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The programme's folder; its build gives grant numbers.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="CANDIDATES", help="A .csv file.")],
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="TEXT", help="How awards name the programme, such as IMI. May be repeated."),
    ] = None,
    funder: Annotated[
        list[str] | None,
        typer.Option("--funder", metavar="ID", help="The programme's OpenAlex funder id. May be repeated."),
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="KEY", help="The project that works of the funder belong to.")
    ] = None,
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", help="What is larger spills to disk.")
    ] = DEFAULT_MEMORY,
) -> None:
    """Find a programme's works by grant number, funder, reported identifier and title; each way leaves a row."""
    with progress("Finding") as tell:
        told = main.find_works(
            works, folder, out, names=name or (), funders=funder or (), project=project, memory=memory, progress=tell
        )
    show_table(("strategy", "works"), [(s, str(n)) for s, n in told["found"].items()], right=(1,))
    OUT.print(
        f"{out}: {sum(told['found'].values())} rows from {told['works']} works; {told['passed_by']} lines without a work passed by.",
        soft_wrap=True, markup=False,
    )  # fmt: skip

"""The command that lists which organisations may be one: match."""

from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import BuildName, Folder, Plain
from benchside.cli.screen import OUT, progress, write_json
from benchside.resolve.explain import as_lines
from benchside.resolve.looks import Look


def match(
    folder: Folder,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many pairs at most.")] = 20,
    build: BuildName = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:
    """List pairs of organisations that may be one and want a person's look, best first, each score explained."""
    with progress("Comparing"):
        found = main.match(folder, build=build, limit=limit)
    if form is Plain.json:
        write_json([look.as_row() for look in found])
        return
    for look in found:
        _show(look)
    if not found:
        OUT.print("No pair of organisations wants a look.")


def _show(look: Look) -> None:
    OUT.print(
        f"{look.score:+.1f}  {look.left}: {_named(look.left_name, look.left_place)}", markup=False, soft_wrap=True
    )
    OUT.print(f"      {look.right}: {_named(look.right_name, look.right_place)}", markup=False, soft_wrap=True)
    OUT.print(f"      {look.reason}", markup=False, soft_wrap=True)
    for line in as_lines(look.parts):
        OUT.print(f"        {line}", markup=False, soft_wrap=True, style="dim")


def _named(name: str, place: str) -> str:
    return f"{name} ({place})" if place else name

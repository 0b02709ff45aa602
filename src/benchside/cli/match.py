"""The command that lists which organisations may be one: match."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
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
    keep: Annotated[
        float | None,
        typer.Option("--keep", help="Keep the sure pairs of at least so many bits as judgements, and list them."),
    ] = None,
) -> None:
    """List pairs of organisations that may be one and want a person's look, best first, each score explained."""
    if keep is not None:
        _keep(folder, keep, build, form)
        return
    with progress("Comparing"):
        found = main.match(folder, build=build, limit=limit)
    if form is Plain.json:
        write_json([look.as_row() for look in found])
        return
    for look in found:
        _show(look)
    if not found:
        OUT.print("No pair of organisations wants a look.")


def _keep(folder: Path, least: float, build: str | None, form: Plain) -> None:
    """Writes what is sure; the day is that of the writing, as for a judgement by a person."""
    with progress("Comparing"):
        kept = main.keep_matches(folder, least, today=date.today().isoformat(), build=build)
    if form is Plain.json:
        write_json([asdict(judgement) for judgement in kept])
        return
    for judgement in kept:
        OUT.print(
            f"{'' if judgement.score is None else format(judgement.score, '+.1f'):>5}  {judgement.left} = {judgement.right}: {judgement.reason}",
            markup=False,
            emoji=False,
            soft_wrap=True,
        )
    OUT.print(
        f"{len(kept)} judgements written to {main.JUDGEMENTS}; `benchside build` follows them.",
        markup=False,
        emoji=False,
    )


def _show(look: Look) -> None:
    OUT.print(
        f"{look.score:+.1f}  {look.left}: {_named(look.left_name, look.left_place)}",
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    OUT.print(
        f"      {look.right}: {_named(look.right_name, look.right_place)}", markup=False, emoji=False, soft_wrap=True
    )
    OUT.print(f"      {look.reason}", markup=False, emoji=False, soft_wrap=True)
    for line in as_lines(look.parts):
        OUT.print(f"        {line}", markup=False, emoji=False, soft_wrap=True, style="dim")


def _named(name: str, place: str) -> str:
    return f"{name} ({place})" if place else name

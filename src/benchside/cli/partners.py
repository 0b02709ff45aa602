"""The command that finds partners for a topic: partners."""

import dataclasses
from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import AsOf, BuildName, Folder, Plain
from benchside.cli.screen import OUT, progress, write_json
from benchside.networks.partners import Proposal


def partners(
    folder: Folder,
    text: Annotated[str, typer.Argument(metavar="TOPIC", help="What is asked for: a title or a few sentences.")],
    member: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="KEY", help="An organisation already in the consortium. May be repeated."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 20,
    reserved: Annotated[
        float, typer.Option("--reserved", min=0, max=1, help="Share of places for newcomers and small companies.")
    ] = 0.2,
    as_of: AsOf = None,
    build: BuildName = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:
    """Find organisations that have done what a topic asks for, each score taken apart."""
    with progress("Reading"):
        found = main.partners(
            folder, text, consortium=tuple(member or ()), count=limit, reserved=reserved, as_of=as_of, build=build
        )
    if form is Plain.json:
        write_json([dataclasses.asdict(proposal) for proposal in found])
        return
    for proposal in found:
        _show(proposal)
    if not found:
        OUT.print("No record shares a word with the topic.")


def _show(found: Proposal) -> None:
    kept = f"; a reserved place, {found.by_score} by score" if found.is_reserved else ""
    marks = [found.sector, *(["newcomer"] if found.is_newcomer else []), *(["SME"] if found.is_sme else [])]
    place = f" ({found.country})" if found.country else ""
    OUT.print(
        f"{found.place:>3}. {found.name}{place}, {', '.join(marks)}: {100 * found.score:.1f}{kept}",
        markup=False, soft_wrap=True,
    )  # fmt: skip
    for part in found.parts:
        OUT.print(
            f"       {100 * part.amount:5.1f}  {part.words}{f' [{part.id}]' if part.kind == 'record' else ''}",
            markup=False, soft_wrap=True, style="dim",
        )  # fmt: skip

"""The command that sets units with something beside those without: compare."""

import dataclasses
import math
from pathlib import Path
from typing import Annotated, Any

import typer

from benchside import main
from benchside.cli.ask import Plain
from benchside.cli.screen import OUT, progress, show_table, write_json
from benchside.economy.comparison import Comparison
from benchside.economy.effect import Effect
from benchside.economy.matching import Matched


def compare(
    panel: Annotated[Path, typer.Argument(metavar="PANEL", help="A CSV file with a line for each unit and time.")],
    unit: Annotated[str, typer.Option("--unit", metavar="COLUMN", help="Who is observed.")],
    time: Annotated[str, typer.Option("--time", metavar="COLUMN", help="When, as a number.")],
    outcome: Annotated[str, typer.Option("--outcome", metavar="COLUMN", help="What is compared, as a number.")],
    treated: Annotated[
        str, typer.Option("--treated", metavar="COLUMN", help="From when the unit is treated; empty or never for one that is not.")
    ] = "treated_from",
    match: Annotated[
        list[str] | None, typer.Option("--match", metavar="COLUMN", help="What treated units are matched by. May be repeated or joined by commas.")
    ] = None,
    random: Annotated[
        str, typer.Option("--random", metavar="SOURCE", help="The document that states that treatment was drawn by lot.")
    ] = "",
    picture: Annotated[Path | None, typer.Option("--picture", metavar="FILE.svg", help="Draw the event study here.")] = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:  # fmt: skip
    """Compare units that were treated with units that were not, before and after, and say whether that is an effect."""
    columns = [name.strip() for text in match or [] for name in text.split(",") if name.strip()]
    with progress("Comparing"):
        found = main.compare(
            panel, unit=unit, time=time, outcome=outcome, treated=treated, match=columns, random=random, picture=picture
        )
    if form is Plain.json:
        write_json(_plain(dataclasses.asdict(found)))
    else:
        _show(found)


def _plain(value: Any) -> Any:
    """Without numbers that JSON does not know: none stands in for what is not finite."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _show(found: Comparison) -> None:
    OUT.print(f"{found.units} units, {found.treated} treated and {found.controls} never treated, at {len(found.times)} times")  # fmt: skip
    effects = [e for e in (found.difference, *(m.effect for m in found.matched)) if e is not None]
    rows = [_row(e, e.method) for e in effects]
    if found.placebo:
        rows.append(_row(found.placebo, "placebo: treatment moved to before it began"))
    if rows:
        show_table(("", "difference", "95 % interval", "p", "treated", "controls"), rows, right=(1, 2, 3, 4, 5))
    if found.study:
        moments = [(f"{m.since:+g}" if m.since else "0", "reference" if m.is_reference else f"{m.estimate:.4g}", "" if m.is_reference else f"{m.low:.4g} to {m.high:.4g}") for m in found.study.moments]  # fmt: skip
        show_table(("since treatment began", "difference", "95 % interval"), moments, right=(0, 1, 2))
    for matched in found.matched:
        _show_balance(matched)
    for line in (found.sentence, *found.notes, *found.missing):
        OUT.print(line, markup=False, soft_wrap=True)


def _row(effect: Effect, name: str) -> tuple[str, ...]:
    chance = "< 0.001" if effect.chance < 0.001 else f"{effect.chance:.3f}"
    return (name, f"{effect.estimate:.4g}", f"{effect.low:.4g} to {effect.high:.4g}", chance, str(effect.treated), str(effect.controls))  # fmt: skip


def _show_balance(matched: Matched) -> None:
    rows = [(b.trait, f"{b.treated:.4g}", f"{b.controls:.4g}", f"{b.before:.2f}", f"{b.after:.2f}") for b in matched.balance]  # fmt: skip
    columns = (matched.effect.method, "treated", "controls", "standardised difference before", "after")
    show_table(columns, rows, right=(1, 2, 3, 4))
    if matched.unmatched:
        OUT.print(f"{len(matched.unmatched)} treated units found no match: {', '.join(matched.unmatched[:10])}{', …' if len(matched.unmatched) > 10 else ''}", markup=False, soft_wrap=True)  # fmt: skip

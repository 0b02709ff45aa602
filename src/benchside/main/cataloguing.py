"""The same records by the frameworks of others."""

from pathlib import Path

from benchside.figures.answers import Answer, answers
from benchside.frameworks.catalogue import Framework
from benchside.frameworks.counting import Reported, Tagging
from benchside.frameworks.reading import framework as named_framework
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators
from benchside.main.opening import day_of, open_build, open_desk

FRAMEWORKS = "frameworks"
"""The folder of a programme's folder that holds catalogues of its own, beside those that come with Benchside."""


def catalogues(folder: Path) -> dict[str, Framework]:
    """Every framework a programme can report by: those that come with Benchside, and its own."""
    return read_catalogues((shipped(), folder / FRAMEWORKS), list(all_indicators()))


def frameworks(
    folder: Path, name: str | None = None, *, as_of: str | None = None, build: str | None = None
) -> list[tuple[Reported, list[Answer]]]:
    """Every framework, or the one named, with what records and figures give for each of its entries."""
    known, day = catalogues(folder), day_of(as_of)
    chosen = [named_framework(known, name)] if name else list(known.values())
    desk = open_desk(folder, build)
    with desk.build as opened:
        on = day or opened.as_of
        targets = opened.fetch(opened.table("target", on).order_by("evidence_id"))
        return [
            (reported, answers(reported, targets, lambda id, scope: desk.ask(id, scope, as_of=on)[0], on))
            for reported in Tagging(opened, chosen, on).report()
        ]


def records_by_framework(
    folder: Path, name: str | None = None, *, as_of: str | None = None, build: str | None = None
) -> tuple[list[Framework], Tagging]:
    """The frameworks asked for, and the build's records as they feed them; whoever asked closes the build."""
    known = catalogues(folder)
    chosen = [named_framework(known, name)] if name else list(known.values())
    return chosen, Tagging(open_build(folder, build), chosen, day_of(as_of))

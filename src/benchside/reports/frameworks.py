"""Frameworks in a report: each with its entries, and the records by framework.

They speak of everything recorded, whatever the report's own scope: a record belongs to a framework and to no part of a programme. A figure
that a target is set for is that of the target's scope, and the table says which.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from benchside.errors import unknown
from benchside.figures.answers import Answer, answers
from benchside.figures.scope import written
from benchside.frameworks.catalogue import Framework
from benchside.frameworks.counting import TAG_ONLY, Listed, Reported, Tagging
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.rounding import grouped
from benchside.model.tables import RECORD_TYPES
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.targets import printed_as

__all__ = ["TAG_ONLY", "Kind", "Section", "fed_by", "graded", "held_numbers", "kinds", "sections", "tagging", "value"]

MOST_LISTED = 250
"""Records of one type in the table of a report; the command lists all."""


@dataclass(frozen=True)
class Section:
    """A framework with its answers, those of one heading together."""

    framework: Framework
    answers: list[Answer]

    @property
    def parts(self) -> list[tuple[str, list[Answer]]]:
        """(headings, answers), in the order of the catalogue."""
        return [
            (" › ".join(group), list(found)) for group, found in groupby(self.answers, lambda a: a.count.entry.group)
        ]

    @property
    def gaps(self) -> list[Answer]:
        """What the framework asks and neither records nor figures give."""
        return [answer for answer in self.answers if not answer.is_given]

    @property
    def asks_target(self) -> bool:
        """Has any entry a target?"""
        return any(a.held or a.count.entry.target for a in self.answers)


@dataclass(frozen=True)
class Kind:
    """The records of one type that feed any framework: how many there are, how many feed each, and the first of them one by one."""

    name: str
    title: str
    records: int
    fed: int
    by_framework: dict[str, int]
    listed: list[Listed]


def tagging(edition: Edition) -> Tagging:
    """All frameworks over the report's build; those of the programme where the edition was handed them, otherwise those that come with Benchside."""
    if edition.tagging is None:
        known = edition.frameworks
        if known is None:
            known = list(read_catalogues((shipped(),), list(all_indicators())).values())
        edition.tagging = Tagging(edition.desk.build, known, edition.as_of)
    return edition.tagging


def sections(edition: Edition, name: str = "") -> list[Section]:
    """Every framework, or the one named, with its answers."""
    found, targets = tagging(edition).report(), edition.records.now("target")
    if name and name not in [r.framework.id for r in found]:
        raise unknown("framework", name, [r.framework.id for r in found])
    return [_section(edition, reported, targets) for reported in found if name in ("", reported.framework.id)]


def _section(edition: Edition, reported: Reported, targets: list[dict]) -> Section:
    given = answers(reported, targets, lambda id, scope: edition.one(id, f"all;{written(scope)}"), edition.as_of)
    return Section(reported.framework, given)


def kinds(edition: Edition) -> list[Kind]:
    """The records by framework, type by type."""
    found = tagging(edition)
    return [
        Kind(name, RECORD_TYPES[name].title, every, fed, by, found.listed(name, MOST_LISTED))
        for name, every, fed, by in found.by_type()
    ]


def value(answer: Answer) -> str:
    """The figure of an entry as printed; empty where there is none."""
    figure = answer.figure
    return words.number(figure, "euro_m" if figure.unit == "EUR" else "") if figure else ""


def fed_by(answer: Answer) -> str:
    """The records that feed an entry, by type: Asset: 4; regulatory procedure: 4."""
    named = [f"{RECORD_TYPES[t].title.lower()}: {grouped(n)}" for t, n in answer.count.by_type.most_common()]
    text = "; ".join(named)
    return text[:1].upper() + text[1:]


def graded(answer: Answer) -> str:
    """How the support of an entry is graded, strongest first."""
    order = ("registry", "independent", "documented", "claimed", "")
    return ", ".join(
        f"{grouped(answer.count.grades[g])} {g or 'not graded'}" for g in order if answer.count.grades.get(g)
    )


def held_numbers(answer: Answer) -> tuple[str, str, str]:
    """Baseline, target and status as printed: the programme's own where it has a target, otherwise the framework's, without a status."""
    figure, entry, held = answer.figure, answer.count.entry, answer.held
    if held:
        return _printed(figure, held.aim.baseline), _printed(figure, held.aim.target), held.status
    baseline, target = (Fraction(text) if text else None for text in (entry.baseline, entry.target))
    return _printed(figure, baseline), _printed(figure, target), ""


def _printed(figure: Figure | None, number: Fraction | None) -> str:
    return "–" if number is None or figure is None else printed_as(figure, number)

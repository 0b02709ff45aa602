"""Published figures as they stand in the records: sentences in documents with a number in them."""

import functools
from dataclasses import dataclass
from fractions import Fraction

from benchside.figures.scope import Scope, parse, written
from benchside.store.reading import Build

_MILLIONTHS = 1_000_000


@dataclass(frozen=True)
class Published:
    """One published figure, its numbers as exact fractions, its scope and cut parsed."""

    id: str
    document_id: str
    locator: str
    quotation: str
    indicator: str
    scope: Scope
    cut: tuple[str, str] | None
    comparator: str
    value: Fraction
    value_high: Fraction | None
    unit: str
    printed: str
    as_of: str
    needs: str
    note: str
    evidence_id: str

    @functools.cached_property
    def place(self) -> tuple[str, str, tuple[str, str] | None]:
        """What it is about: indicator, scope, cut."""
        return self.indicator, written(self.scope), self.cut


def published(build: Build) -> list[Published]:
    """Every published figure of a build, in the order of their keys."""
    rows = build.history("published_figure")
    return [_read(row) for row in build.fetch(rows.order_by("published_figure_id"))]


def _read(row: dict) -> Published:
    dimension, sign, value = (row["cut"] or "").partition("=")
    high = row["value_high"]
    return Published(
        id=row["published_figure_id"],
        scope=parse(row["scope"]),
        cut=(dimension, value) if sign else None,
        value=Fraction(row["value"], _MILLIONTHS),
        value_high=None if high is None else Fraction(high, _MILLIONTHS),
        as_of=row["as_of"].isoformat() if row["as_of"] else "",
        **{
            k: row[k] or ""
            for k in (
                "document_id",
                "locator",
                "quotation",
                "indicator",
                "comparator",
                "unit",
                "printed",
                "needs",
                "note",
                "evidence_id",
            )
        },
    )


def standing_in(figures: list[Published], indicator: str, scope: Scope, as_of: str) -> list[Published]:
    """The published figures that may stand in for one that records do not give: same place, the latest date not after `as_of`."""
    place = (indicator, written(scope), None)
    fitting = [f for f in figures if f.place == place and f.as_of and f.as_of <= as_of]
    latest = max((f.as_of for f in fitting), default=None)
    return [f for f in fitting if f.as_of == latest]

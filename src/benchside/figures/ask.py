"""Asking an indicator: rows, scope, cut, value, interval, status and coverage, the same for all of them."""

import functools
from dataclasses import dataclass, replace
from typing import Any

from benchside.figures import corpus_quality, estimating, membership, remarks, times
from benchside.figures.coverage import Coverage
from benchside.figures.interval import intervals
from benchside.figures.protection import SMALL_NUMBER, Protection
from benchside.figures.published import Published, published, standing_in
from benchside.figures.reduce import Reduced, plain, reduce_rows, value
from benchside.figures.scope import Scope
from benchside.indicators.base import FIXED, WEIGHED, Estimate, Indicator
from benchside.indicators.catalogue import indicator as named
from benchside.model.figure import Figure
from benchside.store.reading import Build
from benchside.store.selection import Selection

ESTIMATE_TABLES = ("assumption",)


@dataclass
class Desk:
    """One open build and what many questions share: its coverage declarations and published figures."""

    build: Build
    below: int = SMALL_NUMBER

    def __post_init__(self):
        self.coverage = Coverage(self.build)
        self.protection = Protection(self.build, self.below, self.choose)
        self.published = published(self.build)
        self._labels: dict[str, dict[str, str]] = {}
        self._assumptions: dict[tuple[str, str], dict | None] = {}
        self._multipliers: dict[tuple[str, str], estimating.Multiplier] = {}

    @functools.cached_property
    def documents(self) -> dict[str, dict]:
        """Every document of the build by its key."""
        return {d["document_key"]: d for d in self.build.fetch(self.build.history("document"))}

    def labels(self, dimension: str) -> dict[Any, str]:
        """value → what a reader sees."""
        if dimension not in self._labels:
            self._labels[dimension] = membership.labels(self.build, dimension)
        return self._labels[dimension]

    def assumption(self, name: str, as_of: str) -> dict | None:
        """The assumption as it stood at the date, or None; asked once for all cuts of an estimate."""
        if (name, as_of) not in self._assumptions:
            table = self.build.table("assumption", as_of)
            found = self.build.fetch(table.filter(table.assumption_id == name))
            self._assumptions[name, as_of] = found[0] if found else None
        return self._assumptions[name, as_of]

    def _multiplier(self, name: str, estimate: Estimate, as_of: str) -> estimating.Multiplier:
        """What an indicator's estimate multiplies by; worked out once for all cuts."""
        if (name, as_of) not in self._multipliers:
            recorded = {key: self.assumption(key, as_of) for key in estimate.assumptions}
            self._multipliers[name, as_of] = estimating.multiplier(estimate, recorded)
        return self._multipliers[name, as_of]

    def choose(self, indicator: Indicator, scope: Scope, as_of: str, by: str | None = None) -> Selection:
        """The evidence behind a figure: every row inside the scope, with its cut where one is asked for."""
        return membership.select(self.build, indicator, evidence_of(self.build, indicator, as_of), scope, by, as_of)

    def rows(self, indicator: Indicator, scope: Scope, as_of: str) -> list[dict]:
        """Those rows, in the order of their records."""
        return self.build.query(
            f"SELECT * FROM ({self.choose(indicator, scope, as_of).rows()}) ORDER BY evidence_id, thing, num, den"
        )

    def withheld_records(self, indicator: Indicator) -> set[str]:
        """The records of which an indicator of people may not show the number, as of the build's date."""
        hidden = self.protection.withheld_rows(indicator, {}, self.build.as_of)
        rows = self.rows(indicator, {}, self.build.as_of) if hidden else []
        return {r["evidence_id"] for r in rows if (r["thing"] or r["evidence_id"]) in hidden}

    def ask(
        self, name: str, scope: Scope | None = None, *, by: str | None = None, as_of: str | None = None
    ) -> list[Figure]:
        """The figure, or one for each value of the dimension `by`, the largest first (years in their order).

        Figures that rest on few things come after the others in the order of their names, because they must not be ranked.
        """
        indicator, scope, date = named(name), scope or {}, as_of or self.build.as_of
        chosen = self.choose(indicator, scope, date, by)
        reduced = reduce_rows(self.build, indicator, chosen)
        spans = intervals(self.build, indicator, chosen) if indicator.interval else {}
        series = remarks.series_of(self.build, indicator, chosen)
        largest = remarks.largest_of(self.build, indicator, chosen)
        if not by:
            reduced.setdefault(None, Reduced())
        figures = [self._figure(indicator, scope, by, cut, date, r, spans.get(cut)) for cut, r in reduced.items()]
        figures = [remarks.with_largest(remarks.with_series(f, series), largest) for f in figures]
        if indicator.reducer == "time_to":
            found = times.waits(self.build, chosen, date)
            whole = times.waits(self.build, self.choose(indicator, scope, date), date).get(None) if by else None
            tests = times.compared(found, by, whole)
            figures = [times.timed(f, indicator, found.get(f.cut), tests.get(f.cut)) for f in figures]
        quality = corpus_quality.notes(self, indicator, scope, date)
        figures = [replace(f, notes=(*f.notes, *quality)) if f.value is not None else f for f in figures]
        figures = self.protection.protect(indicator, scope, by, date, figures)
        return sorted(figures, key=_by_year if by == "year" else _by_value)

    def one(self, name: str, scope: Scope | None = None, *, as_of: str | None = None) -> Figure:
        """The figure of the whole scope."""
        return self.ask(name, scope, as_of=as_of)[0]

    def _figure(self, indicator, scope, by, cut, date, reduced: Reduced, span) -> Figure:
        figure = Figure(
            id=indicator.id, title=indicator.title, unit=indicator.unit, scope=scope, by=by, cut=cut, as_of=date,
            value=None, low=None, high=None, n=reduced.n, denominator=_denominator(indicator, reduced), status="no_value",
            coverage=self.coverage.level(indicator, _narrowed(scope, by, cut)), evidence_count=reduced.rows,
            origins=sorted(reduced.origins), build=self.build.name, printed=indicator.printed, grades=dict(sorted(reduced.grades.items())),
            label=(self.labels(by).get(cut, cut) or "") if by else "",
        )  # fmt: skip
        figure = self._valued(indicator, figure, reduced)
        if figure.status == "no_value" and not by:
            figure = self._reported(indicator, figure, scope, date)
        if indicator.estimate and figure.exact:
            return estimating.estimated(figure, self._multiplier(indicator.id, indicator.estimate, date))
        return replace(figure, low=span[0], high=span[1]) if span and figure.value is not None else figure

    def _valued(self, indicator: Indicator, figure: Figure, reduced: Reduced) -> Figure:
        """A value where there are rows; a true zero where there are none and nothing is missing; otherwise none."""
        if not reduced.rows and not (
            figure.coverage == "complete" and indicator.reducer in ("sum", "distinct", "sum_once")
        ):
            return figure
        if indicator.reducer == "ratio" and not reduced.n and figure.coverage != "complete":
            return figure  # only the denominator is on record: nought of it would be a claim
        exact = value(indicator, reduced)
        if exact is None:
            return figure
        return replace(
            figure,
            value=plain(exact),
            exact=str(exact),
            status="computed",
            few=remarks.is_few(indicator, reduced),
            notes=(*figure.notes, *remarks.on_number(indicator, reduced)),
        )

    def _reported(self, indicator: Indicator, figure: Figure, scope: Scope, date: str) -> Figure:
        """Where no record gives the figure, the latest published statement of it stands in, and says so."""
        found = standing_in(self.published, indicator.reported_as or indicator.id, scope, date)
        if not found:
            return figure
        first: Published = found[0]
        return replace(
            figure, value=plain(first.value), exact=str(first.value), status="reported", evidence_count=len(found),
            origins=sorted({f.document_id for f in found}), notes=(f"only a published statement supports it ({first.printed})",),
        )  # fmt: skip


def evidence_of(build: Build, indicator: Indicator, as_of: str) -> str:
    """The name of the kept table of an indicator's rows as things stood at the date; worked out once for each open build."""
    return build.keep_at(
        f"evidence_{indicator.id}",
        indicator.tables,
        as_of,
        lambda t: indicator.rows(t).select(*FIXED, *indicator.keys),
        meaning=(indicator.rows, indicator.keys),
        whole=("num", "den"),
    )


def _denominator(indicator: Indicator, reduced: Reduced) -> int | float | None:
    if indicator.reducer == "ratio":
        return plain(reduced.den / indicator.den_scale)
    return plain(reduced.weight) if indicator.reducer in WEIGHED and indicator.reducer != "contrast" else None


def _narrowed(scope: Scope, by: str | None, cut: str | None) -> Scope:
    return (
        scope | {by: [cut]}
        if by in ("programme", "project", "call", "area") and cut not in (None, membership.NONE)
        else scope
    )


def _by_value(figure: Figure):
    ends = figure.value if figure.value is not None else figure.high
    return (
        figure.cut == membership.NONE,
        figure.few,
        ends is None,
        0 if figure.few else -(ends or 0),
        figure.cut or "",
    )


def _by_year(figure: Figure):
    return (figure.cut == membership.NONE, figure.cut or "")

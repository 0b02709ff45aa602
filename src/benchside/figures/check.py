"""The check: every published figure beside the computed one, with a verdict and its likely cause.

reproduced: the records bear it out. differs: they do not. not_recomputable: records are missing, and which. contradicted:
another document says something else of the same thing at the same date, and the records do not bear this one out.
"""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from benchside.figures.ask import Desk
from benchside.figures.causes import arithmetic, definitions, independence, versions
from benchside.figures.causes.case import Case, full_scope
from benchside.figures.membership import possible
from benchside.figures.published import Published
from benchside.figures.reduce import plain
from benchside.figures.scope import written
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.history import Version
from benchside.model.rounding import last_digit, says
from benchside.model.tables import RECORD_TYPES

COUNTS = ("sum", "distinct", "sum_once")


@dataclass(frozen=True)
class Checked:
    """One published figure, checked: the fields of `benchside check --format json`, in their order."""

    figure_id: str
    document: str
    quotation: str
    indicator: str
    scope: str
    as_of: str
    comparator: str
    published: int | float
    computed: int | float | None
    difference: int | float | None
    verdict: str
    cause: str
    missing: str

    def as_json(self) -> dict[str, Any]:
        """The fields as plain values."""
        return asdict(self)


def check(desk: Desk, progress=lambda text: None) -> list[Checked]:
    """Every published figure of the build, checked, in the order of their ids."""
    found = []
    for p in desk.published:
        progress(p.id)
        found.append(_check_one(desk, p))
    return found


def _check_one(desk: Desk, p: Published) -> Checked:
    known = all_indicators().get(p.indicator)
    if known is None:
        return _without_indicator(desk, p)
    scope = full_scope(p)
    if not set(scope) <= set(possible(known)):
        return _checked(p, None, "not_recomputable", [], f"{p.indicator} cannot be asked for {written(scope)}")
    case = Case(desk, p, desk.published, known, scope, _figure(desk, known, p))
    against = arithmetic.contradicting(p, desk.published)
    if case.figure.status == "estimated":
        return _checked(p, None, "differs", arithmetic.range_as_one_value(case) + against, "", computed_text=True)
    if case.figure.status != "computed" or case.computed is None:
        return _missing(case, against)
    return _compared(case, against)


def _figure(desk: Desk, known: Indicator, p: Published) -> Figure:
    """The figure at the printed date; where readings of amounts begin only later, at their latest version."""
    latest = desk.one(known.id, full_scope(p))
    if not p.as_of or p.as_of >= latest.as_of:
        return latest
    then = desk.one(known.id, full_scope(p), as_of=p.as_of)
    return latest if _is_dated(known) and then.n < latest.n else then


def _is_dated(known: Indicator) -> bool:
    return any(isinstance(RECORD_TYPES[t].history, Version) for t in known.counts)


def _compared(case: Case, against: list[str]) -> Checked:
    p, computed = case.published, case.computed
    assert computed is not None
    causes = arithmetic.parts_and_total(case) + arithmetic.implied_denominator(case)
    causes += arithmetic.share_of_printed_counts(case)
    causes += definitions.other_readings(case) + definitions.projects_that_fall_short(case)
    if case.figure.as_of > (p.as_of or case.figure.as_of) and _is_dated(case.indicator):
        causes.append(
            f"compared with the latest dated version, because the records hold none of {p.as_of} for all projects"
        )
    if case.holds(computed):
        causes += independence.matched_by_sum(case) + independence.same_document(case)
        return _checked(p, computed, "reproduced", causes + against, "")
    causes += definitions.other_scopes(case) + versions.moved(case) + independence.matched_by_sum(case)
    if _is_short(case):
        return _checked(p, computed, "contradicted" if against else "not_recomputable", against + causes, _gaps(case))
    if case.figure.coverage != "complete":
        causes.append(f"the records are {case.figure.coverage}: {_gaps(case)}")
    return _checked(p, computed, "contradicted" if against else "differs", against + causes, "")


def _is_short(case: Case) -> bool:
    """A count over incomplete records that comes out below the printed one does not differ: it is not finished."""
    short = case.computed is not None and case.computed < case.published.value
    return short and case.indicator.reducer in COUNTS and case.figure.coverage != "complete"


def _gaps(case: Case) -> str:
    reasons = case.desk.coverage.reasons(case.indicator, case.scope)
    return "; ".join(reasons) or f"more records of {_records(case)}"


def _records(case: Case) -> str:
    return ", ".join(case.indicator.counts or case.indicator.tables)


def _missing(case: Case, against: list[str]) -> Checked:
    causes = arithmetic.parts_and_total(case) + arithmetic.implied_denominator(case) + against
    records = _records(case)
    verdict = "contradicted" if against else "not_recomputable"
    return _checked(
        case.published, None, verdict, causes, f"records of {records} for this scope and date ({_gaps(case)})"
    )


def _without_indicator(desk: Desk, p: Published) -> Checked:
    share = arithmetic.share_of_printed_total(p, desk.published)
    if share is None:
        return _checked(p, None, "not_recomputable", [], p.needs or "an indicator that computes it")
    value, how = share
    holds = says(p.comparator, p.value, value, high=p.value_high, step=last_digit(p.printed))
    return _checked(p, value, "reproduced" if holds else "differs", [f"worked out from the document itself: {how}"], "")


def _checked(
    p: Published, computed: Fraction | None, verdict: str, causes: list[str], missing: str, computed_text: bool = False
) -> Checked:
    scope = written(full_scope(p))
    gap = None if computed is None or computed_text else plain(computed - p.value)
    return Checked(
        figure_id=p.id, document=p.document_id, quotation=p.quotation, indicator=p.indicator, scope=scope, as_of=p.as_of,
        comparator=p.comparator, published=plain(p.value) or 0, computed=plain(computed), difference=gap, verdict=verdict,
        cause="; ".join(causes), missing=missing,
    )  # fmt: skip

"""Grants beside what their participants are said to get of them: how a project's amounts stand to one another.

A blank amount is missing, not nought. Whether it hides money shows in the project: where the stated amounts already add up to the grant,
it hides none.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.inputs.ledger import allocated, published

TABLES = ("contribution", "allocation", "participation")

LIMITS = (
    "Compares exact amounts in euro at their latest dated versions. The records say which amounts are blank; why a "
    "project's amounts differ from its grant, as an amendment or money that a third party receives, they do not say."
)

AGREES = "adds up"
ALL_BLANK = "every amount is blank"
SOME_BLANK = "less than the grant, some amounts are blank"
NONE_BLANK = "less than the grant, no amount is blank"
MORE = "more than the grant"


def divided(t) -> ir.Table:
    """One row for each grant: `granted` and `given` in cents, the participations `with_amount` and `without`, and how they stand (`kind`)."""
    grants, parts = _granted(t), _given(t)
    both = grants.left_join(parts, grants.project_id == parts.of_project)
    cells = both.select(
        project_id=grants.project_id, granted=grants.granted,
        given=parts.given.fill_null(0), with_amount=parts.with_amount.fill_null(0), without=parts.without.fill_null(0),
    )  # fmt: skip
    return cells.mutate(kind=_kind(cells))


def of_projects(t, gaps: ir.Table, **columns: ir.Value) -> ir.Table:
    """The grants that count, each project's first alone, with the `columns` of `gaps`."""
    grants = published(t, "eu")
    ranked = grants.mutate(first=grants.contribution_id.min().over(group_by="project_id"))
    one = ranked.filter(ranked.contribution_id == ranked.first)
    joined = one.join(gaps, one.project_id == gaps.project_id)
    return joined.select(*[one[c] for c in grants.columns], **columns)


def without_amount(t) -> ir.Table:
    """The participations, with `is_blank`: does no amount that counts stand for it?"""
    part, amounts = t.participation, allocated(t)
    return part.mutate(is_blank=~part.participation_id.isin(amounts.participation_id))


def _granted(t) -> ir.Table:
    grants = published(t, "eu")
    return grants.group_by("project_id").agg(granted=grants.amount.sum())


def _given(t) -> ir.Table:
    """For each project that has participations or amounts: the sum, and how many participations have one or none."""
    part, amounts = without_amount(t), allocated(t)
    sums = amounts.select(of_project="project_id", given="amount", blank=ibis.literal(0), stated=ibis.literal(1))
    counts = part.select(
        of_project="project_id",
        given=ibis.literal(0, "int64"),
        blank=part.is_blank.cast("int8"),
        stated=ibis.literal(0),
    )
    rows = ibis.union(sums, counts)
    return rows.group_by("of_project").agg(
        given=rows.given.sum(), with_amount=rows.stated.sum(), without=rows.blank.sum()
    )


def _kind(cells: ir.Table) -> ir.Value:
    return ibis.cases(
        (cells.with_amount == 0, ALL_BLANK),
        (cells.given == cells.granted, AGREES),
        (cells.given > cells.granted, MORE),
        (cells.without > 0, SOME_BLANK),
        else_=NONE_BLANK,
    )

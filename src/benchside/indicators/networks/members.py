"""Who takes part in what, each organisation once in a project, and which sectors meet there.

The measures of the network share these rows. A sector is the group in which an organisation takes part in that project.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators import clustered

TABLES = ("participation", "project", *clustered.TABLES)

FIXED = ("evidence_id", "document_id", "source", "grade")

LIMITS = f"{clustered.LIMITS} Taking part in one project does not show that two organisations worked together there."

UNDATED = "Projects without a start have no year."


def members(t) -> ir.Table:
    """Each organisation (`cluster`) once in a project however often it is listed; where in two groups, in the one whose name comes first."""
    part = clustered.clustered(t, t.participation)
    nth = ibis.row_number().over(group_by=["project_id", "cluster"], order_by=["partner_group", "evidence_id"])
    once = part.mutate(nth_=nth)
    return once.filter(once.nth_ == 0).drop("nth_")


def begun(t) -> ir.Table:
    """The same with `year`, in which the project began; projects without a start are left out."""
    dated, once = starts(t), members(t)
    joined = once.join(dated, once.project_id == dated.of_project)
    return joined.select(*[once[c] for c in once.columns], dated.year)


def starts(t) -> ir.Table:
    """Projects that have a start, and the year of it."""
    dated = t.project.filter(t.project.start_on.notnull())
    return dated.select(of_project=dated.project_id, year=dated.start_on.year().cast("int64"))


def meetings(t) -> ir.Table:
    """A row for each project and two of its sectors, or one sector twice, with `pairs`: how many pairs of organisations are of these two.

    The evidence is the first participation of the sector whose name comes first. `year` is missing for projects without a start.
    """
    one = _sectors(t)
    other, dated = one.view(), starts(t)
    joined = one.join(other, (one.project_id == other.project_id) & (one.sector <= other.sector))
    same = one.sector == other.sector
    pairs = same.ifelse(one.teams * (one.teams - 1) // 2, one.teams * other.teams)
    met = joined.select(
        *[one[c] for c in (*FIXED, "project_id")], a=one.sector, b=other.sector, pairs=pairs.cast("int64")
    )
    met = met.filter(met.pairs > 0)
    timed = met.left_join(dated, met.project_id == dated.of_project)
    return timed.select(*[met[c] for c in met.columns], year=dated.year.cast("string"))


def _sectors(t) -> ir.Table:
    """A row for each project and sector: its first participation, and how many organisations are of it."""
    once = members(t)
    counted = once.mutate(
        sector=once.partner_group,
        teams=once.count().over(group_by=["project_id", "partner_group"]),
        nth_=ibis.row_number().over(group_by=["project_id", "partner_group"], order_by="evidence_id"),
    )
    return counted.filter(counted.nth_ == 0).select(*FIXED, "project_id", "sector", "teams")

"""Who works together again, year by year."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.networks.members import FIXED, TABLES, UNDATED, starts
from benchside.indicators.networks.pairs import LIMITS, pairs


def rows(t):
    found, dated = pairs(t), starts(t)
    joined = found.join(dated, found.project_id == dated.of_project)
    timed = joined.select(*[found[c] for c in (*FIXED, "project_id", "pair")], dated.year)
    year = timed.year.cast("string")
    again = timed.year > timed.year.min().over(group_by="pair")
    return evidence(timed, num=again.cast("int64"), thing=timed.pair + "|" + year, project="project_id", year=year)


INDICATOR = Indicator(
    id="met_before_share",
    title="Share of pairs that met before",
    family="networks",
    question="What part of the pairs of organisations that begin a project together has shared one before?",
    why="Partners who come back to each other know how to work together; few new ties mean few new ideas.",
    unit="share",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="mean",
    keys=("project", "year"),
    direction="neutral",
    printed="percent1",
    variants=("repeat_collaborations_share",),
    definition=(
        "Pairs of organisations that share a project which begins in the year and shared one that began in an earlier year, "
        "divided by all pairs that share a project which begins in the year. Over several years each pair counts once in each "
        "year in which it begins a project; in a scope or cut, earlier projects outside it count as well."
    ),
    definition_source="Benchside.",
    limits=f"{LIMITS} In the first year on record nobody has met. {UNDATED} They are left out. No interval is given, because the pairs of one project are not independent.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

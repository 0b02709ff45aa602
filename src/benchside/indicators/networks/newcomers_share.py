"""The part of the organisations that come for the first time."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.clustered import LIMITS
from benchside.indicators.networks.members import TABLES, UNDATED, begun


def rows(t):
    found = begun(t)
    year = found.year.cast("string")
    is_new = found.year == found.year.min().over(group_by="cluster")
    return evidence(
        found, num=is_new.cast("int64"), thing=found.cluster + "|" + year, project="project_id",
        organisation="organisation_id", participation="participation_id", year=year,
    )  # fmt: skip


INDICATOR = Indicator(
    id="newcomers_share",
    title="Newcomers' share",
    family="networks",
    question="What part of the organisations that begin projects in a year has not taken part before?",
    why="A community that nobody new joins closes itself off; one that nobody stays in keeps no experience.",
    unit="share",
    tables=TABLES,
    counts=("participation",),
    rows=rows,
    reducer="mean",
    keys=("project", "organisation", "participation", "year"),
    direction="neutral",
    printed="percent",
    variants=("returning_organisations",),
    definition=(
        "Organisations with a project that begins in the year and none that began in an earlier year, divided by all with "
        "a project that begins in the year. Over several years each organisation counts once in each year in which it begins "
        "projects; in a scope or cut, earlier projects outside it count as well."
    ),
    definition_source=(
        "Benchside. The European Commission calls newcomers of Horizon 2020 those without a project in the programme "
        "before it; here the records themselves are the past."
    ),
    limits=(
        "In the first year on record everybody is new, and an organisation known from an earlier programme counts as new unless "
        f"that programme's records are there. {UNDATED} They are left out and make nobody known. {LIMITS} No interval is given, because the "
        "organisations of one project come together."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Clinical trials and studies."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.studies import LIMITS, TABLES, begun


def rows(t):
    found = begun(t)
    many, year = found["count"].fill_null(1), found.started_on.year().cast("string")
    return evidence(found, num=many, thing="study", project="project_id", state="status", year=year)


INDICATOR = Indicator(
    id="trials",
    title="Clinical trials and studies",
    family="outputs",
    question="How many clinical studies are under way or finished?",
    why="Studies in people decide whether a result holds.",
    unit="studies",
    tables=TABLES,
    counts=("trial",),
    rows=rows,
    reducer="sum_once",
    keys=("project", "state", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of clinical studies that are recruiting, ongoing, completed or were stopped early; records with "
        "one registry number are one study. The state is the study's latest status."
    ),
    definition_source="Benchside; IMI's brochure of 2015 prints such a number without a definition.",
    limits=LIMITS + " A record may stand for several studies; where it does not say how many, it is one.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Stories."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    story = t.story
    year = story.told_on.year().cast("string")
    return evidence(story, project="project_id", tile="tile", organisation="organisation_id", year=year)


INDICATOR = Indicator(
    id="stories",
    title="Stories",
    family="evidence",
    question="How many results are told as a story?",
    why="A story shows on one result how money became use.",
    unit="stories",
    tables=("story",),
    counts=("story",),
    rows=rows,
    reducer="sum",
    keys=("project", "tile", "organisation", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of named results told as a chain from money to use and effect. The year is that of the account."
    ),
    definition_source="Benchside.",
    limits="Stories are chosen because they went well; their number says nothing of the results that were not told.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

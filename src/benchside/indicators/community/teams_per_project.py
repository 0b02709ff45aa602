"""How many teams a project has."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    return team_rows(t.participation, thing="project_id")


INDICATOR = Indicator(
    id="teams_per_project",
    title="Teams per project",
    family="community",
    question="How many teams does a project bring together?",
    why="Large consortia reach further and are harder to run.",
    unit="teams per project",
    tables=("participation",),
    counts=("participation",),
    rows=rows,
    reducer="mean",
    interval=True,
    keys=KEYS,
    direction="neutral",
    printed="decimal1",
    definition="The mean number of participations over the projects with at least one recorded participation.",
    definition_source="Benchside.",
    limits=(
        "A project whose list of partners is missing is left out, one whose list is incomplete lowers the mean. "
        "By group or country it is the mean over the projects that have such a team."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

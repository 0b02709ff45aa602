"""How many teams a project has."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    p, teams = t.project, t.participation
    sizes = teams.group_by(teams.project_id.name("of_project")).agg(teams=teams.count())
    sized = p.join(sizes, p.project_id == sizes.of_project)
    return evidence(sized, num=sized.teams, thing="project_id", project="project_id", programme="programme_id")


INDICATOR = Indicator(
    id="teams_per_project",
    title="Teams per project",
    family="community",
    question="How many teams does a project bring together?",
    why="Large consortia reach further and are harder to run.",
    unit="teams per project",
    tables=("project", "participation"),
    counts=("participation",),
    rows=rows,
    reducer="mean",
    interval=True,
    keys=("project", "programme"),
    direction="neutral",
    printed="decimal1",
    definition="The mean number of participations over the projects with at least one recorded participation.",
    definition_source="Benchside.",
    limits=(
        "A project whose list of partners is missing is left out, one whose list is incomplete lowers the mean. "
        "The teams themselves are listed by the figure of teams."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

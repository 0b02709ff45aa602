"""How many organisations a project brings together."""

from benchside.indicators.base import Indicator
from benchside.indicators.clustered import LIMITS, clustered
from benchside.indicators.clustered import TABLES as JOINED
from benchside.indicators.networks.per_project import TABLES, per_project


def rows(t):
    p = clustered(t, t.participation)
    return per_project(t, p, p.cluster)


INDICATOR = Indicator(
    id="organisations_per_project",
    title="Organisations per project",
    family="networks",
    question="How many different organisations does a project bring together?",
    why="The number of possible ties grows with the square of it, and so does the work of holding a project together.",
    unit="organisations per project",
    tables=(*TABLES, *JOINED),
    counts=("participation",),
    rows=rows,
    reducer="mean",
    interval=True,
    keys=("project", "programme", "year"),
    direction="neutral",
    printed="decimal1",
    variants=("teams_per_project",),
    definition="The mean number of different organisations over the projects with at least one recorded participation. The year is that in which the project began.",
    definition_source="Benchside.",
    limits=(
        f"{LIMITS} A project whose list of partners is missing is left out; one whose list is incomplete lowers the mean. An "
        "organisation listed twice in a project counts once, which the number of teams does not do."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

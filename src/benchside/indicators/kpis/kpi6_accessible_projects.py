"""IMI2 KPI 6: projects whose results others can use."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.project_share import project_share
from benchside.indicators.outputs.stages import TABLES, results

ACCESSIBLE = ("open", "on_request", "fee")
"""Access beyond the consortium, with or without a fee."""


def rows(t):
    found = results(t)
    return project_share(t.project, found.filter(found.access.isin(ACCESSIBLE)).project_id)


INDICATOR = Indicator(
    id="kpi6_accessible_projects",
    title="KPI 6: projects with accessible results",
    family="kpis",
    question="What part of the projects has results that others than their partners can use?",
    why="Public money has its full effect only where others can build on what it paid for.",
    unit="share",
    tables=("project", *TABLES),
    counts=("project", "asset"),
    rows=rows,
    reducer="ratio",
    interval=True,
    keys=("project", "programme"),
    direction="more",
    printed="percent",
    variants=("open_assets_share",),
    definition=(
        "Projects with at least one asset that is open to anybody, open on request or open for a fee, divided by "
        "all projects that have begun."
    ),
    definition_source="IMI2's key performance indicators, KPI 6; wording to be verified.",
    limits=(
        "A project without a record of an accessible asset counts as one without such an asset, so the share is a"
        " lower bound. Planned and withdrawn assets are left out. That access was granted when somebody asked is "
        "not tested."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

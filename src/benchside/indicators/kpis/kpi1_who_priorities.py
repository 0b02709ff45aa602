"""IMI2 KPI 1: priorities of the World Health Organization."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    p = t.project_priority
    who = p.filter(p.scheme == "who_2013")
    return evidence(who, thing="priority", project="project_id", kind="priority")


INDICATOR = Indicator(
    id="kpi1_who_priorities",
    title="KPI 1: WHO priority areas addressed",
    family="kpis",
    question="How many of the WHO's priority areas do projects address?",
    why="It shows whether public money follows the needs of public health.",
    unit="priority areas",
    tables=("project_priority",),
    counts=("project_priority",),
    rows=rows,
    reducer="distinct",
    keys=("project", "kind"),
    direction="more",
    printed="exact",
    definition=(
        "The number of different priority areas of the WHO report on priority medicines, 2013 update, that at "
        "least one project addresses."
    ),
    definition_source=(
        "IMI2's table of key performance indicators, KPI 1; the wording of the definition was seen in a public "
        "copy and is given here in our own words."
    ),
    limits=(
        "An area counts once however many projects address it, and says nothing of how far they came. Areas are "
        "told apart by their code or name as recorded. Whether the research agenda names the area as well is not "
        "tested."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Projects that have begun."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    p = t.project
    return evidence(p, project="project_id", programme="programme_id", year=p.start_on.year())


INDICATOR = Indicator(
    id="projects",
    title="Projects",
    family="inputs",
    question="How many projects were funded?",
    why="Every share and every amount for a project rests on this count.",
    unit="projects",
    tables=("project",),
    counts=("project",),
    rows=rows,
    reducer="sum",
    keys=("project", "programme", "year"),
    direction="neutral",
    printed="exact",
    definition=(
        "The number of projects that have begun, whether or not they have ended since. The year is that in which "
        "a project began. A project that several sources tell of counts once, by the record that stands for it."
    ),
    definition_source=(
        "Benchside; the programmes print numbers of projects without saying from which moment one counts."
    ),
    limits=(
        "A project counts from its first day, not from its signature or launch; one without any date counts in "
        "the latest figure only. Two records of one project whose grant numbers do not agree count twice."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

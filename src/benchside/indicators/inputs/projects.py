"""Projects that have begun."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.one_project import LIMITS, TABLES, joined, of_one_record


def rows(t):
    p = of_one_record(joined(t, t.project))
    return evidence(p, project="cluster", programme="programme_id", year=p.start_on.year())


INDICATOR = Indicator(
    id="projects",
    title="Projects",
    family="inputs",
    question="How many projects were funded?",
    why="Every share and every amount for a project rests on this count.",
    unit="projects",
    tables=("project", *TABLES),
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
        "the latest figure only. " + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Working time in the projects."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    p = t.participation
    declared = p.filter(p.fte.notnull())
    return team_rows(declared, num=declared.fte)


INDICATOR = Indicator(
    id="full_time_equivalents",
    title="Full-time equivalents",
    family="community",
    question="How much working time do the partners put into the projects?",
    why="Heads say little where many people give a few hours; full-time equivalents add up.",
    unit="FTE",
    tables=("participation",),
    counts=(),
    rows=rows,
    reducer="sum",
    scale=1000000,
    keys=KEYS,
    direction="neutral",
    printed="decimal1",
    variants=("direct_jobs",),
    definition="The sum of the full-time equivalents that participations declare.",
    definition_source="Benchside.",
    limits=(
        "Working time of partners, whoever pays it, and not posts that a project pays or creates. Participations "
        "that declare none are left out; completeness is declared for participations and not for their working "
        "time, so that nothing declared never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

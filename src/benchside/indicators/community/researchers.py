"""People who work in the projects."""

from benchside.indicators.base import Indicator
from benchside.indicators.community.participants import KEYS, team_rows


def rows(t):
    p = t.participation
    declared = p.filter(p.head_count.notnull())
    return team_rows(declared, num=declared.head_count)


INDICATOR = Indicator(
    id="researchers",
    title="Researchers",
    family="community",
    question="How many people work in the projects?",
    why="It is the number of people; it is neither the number of teams nor of organisations.",
    unit="people",
    tables=("participation",),
    counts=(),
    rows=rows,
    reducer="sum",
    people=True,
    keys=KEYS,
    direction="neutral",
    printed="exact",
    definition="The sum of the head-counts that participations declare.",
    definition_source=(
        "Benchside; the documents of 2015 and 2016 print numbers of researchers without saying how they were counted."
    ),
    limits=(
        "A person in two projects counts twice. Participations that declare no head-count are left out; "
        "completeness is declared for participations and not for their head-counts, so that nothing declared "
        "never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

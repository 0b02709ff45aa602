"""Topics that courses offer."""

from benchside.indicators.base import Indicator
from benchside.indicators.people.observed import KEYS, TABLES, observed


def rows(t):
    return observed(t, "topics")


INDICATOR = Indicator(
    id="topics_of_courses",
    title="Topics of courses",
    family="people",
    question="How many topics do the courses offer?",
    why="It shows how broad a training programme is.",
    unit="topics",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The latest dated number of topics of each course, added over courses.",
    definition_source="Benchside; IMI's brochure of 2015 prints the topics of one programme.",
    limits=(
        "What a topic is, each course decides. Topics that two courses share count twice. Numbers without a date are "
        "not counted, and a lower bound counts as it stands."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

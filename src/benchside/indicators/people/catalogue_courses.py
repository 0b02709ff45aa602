"""Courses that a catalogue lists."""

from benchside.indicators.base import Indicator
from benchside.indicators.people.observed import KEYS, TABLES, observed


def rows(t):
    return observed(t, "catalogue_entries")


INDICATOR = Indicator(
    id="catalogue_courses",
    title="Courses in catalogues",
    family="people",
    question="How many courses do the catalogues list that projects built?",
    why="A catalogue helps people to find training, wherever it is given.",
    unit="courses listed",
    tables=TABLES,
    counts=TABLES,
    rows=rows,
    reducer="sum",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The latest dated number of entries of each course catalogue, added over catalogues.",
    definition_source="Benchside; IMI's brochure of 2015 prints the size of one catalogue.",
    limits=(
        "Listed courses are mostly not those of the projects. A course in two catalogues counts twice. Numbers "
        "without a date are not counted, and a lower bound counts as it stands."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Calls for proposals."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    c = t.call
    return evidence(c, programme="programme_id", call="call_id", year=c.opened_on.year())


INDICATOR = Indicator(
    id="calls",
    title="Calls for proposals",
    family="inputs",
    question="How many calls for proposals were opened?",
    why="Calls show in how many rounds a programme set its agenda.",
    unit="calls",
    tables=("call",),
    counts=("call",),
    rows=rows,
    reducer="sum",
    keys=("programme", "call", "year"),
    direction="neutral",
    printed="exact",
    definition="The number of calls for proposals that had opened by the date asked for.",
    definition_source="Benchside.",
    limits=("Restricted calls count like any other. A call without a date counts from the beginning of its programme."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

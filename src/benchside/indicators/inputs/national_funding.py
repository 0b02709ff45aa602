"""What public funders of one country pay, in pounds."""

import ibis.expr.types as ir

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.ledger import TABLES


def registered(t) -> ir.Table:
    """The grants of national public funders that count."""
    c = t.contribution
    is_national = (c.payer == "national") & (c.currency == "GBP")
    return c.filter(is_national & (c.state == "registry") & (c.precision == "exact"))


def rows(t):
    found = registered(t)
    return evidence(found, num=found.amount, project="project_id", payer="payer")


INDICATOR = Indicator(
    id="national_funding",
    title="Public funding of one country",
    family="inputs",
    question="How much did national public funders put into the projects?",
    why="It is the stake of the taxpayer of the country, and the base of comparisons with what followed.",
    unit="GBP",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "payer"),
    direction="neutral",
    printed="exact",
    definition="The sum of the grants of national public funders to projects, in pounds, as a public register gives them.",
    definition_source="Benchside: the money ledger; the amounts are those of a public register.",
    limits="Counts exact amounts of registers, in pounds, at their latest dated version. A grant of nought that the register shows counts as nought, and may stand for an amount that it does not show. Prices of different years are added as they are.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

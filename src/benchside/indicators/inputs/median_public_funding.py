"""The public money of the project in the middle."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.inputs.ledger import LIMITS, TABLES, published


def rows(t):
    found = published(t, "eu")
    whole = found.amount.sum().over(
        group_by=found.project_id
    )  # a project counts once, whole, if its grant is in several rows
    return evidence(found, num=whole, thing="project_id", project="project_id")


INDICATOR = Indicator(
    id="median_public_funding",
    title="Median public funding of a project",
    family="inputs",
    question="How much public money does a typical project receive?",
    why=("A few very large projects raise the mean; half of the projects lie below this amount and half above."),
    unit="EUR",
    tables=TABLES,
    counts=("contribution",),
    rows=rows,
    reducer="median",
    scale=100,
    interval=True,
    keys=("project",),
    direction="neutral",
    printed="euro",
    definition=(
        "The median over projects of the European Union's contribution; of an even number of projects the middle "
        "two are averaged."
    ),
    definition_source="Benchside.",
    limits=(
        LIMITS
        + " A project whose public money is not known is left out. A project of several areas counts whole in each."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

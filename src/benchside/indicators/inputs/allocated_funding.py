"""Public money by the participation that receives it."""

from benchside.indicators.base import Indicator
from benchside.indicators.inputs.ledger import allocated, allocation_rows


def rows(t):
    return allocation_rows(t, allocated(t))


INDICATOR = Indicator(
    id="allocated_funding",
    title="Allocated public money",
    family="inputs",
    question="How much public money is known to go to which partner?",
    why="It shows who receives the grants: the sums by organisation, country and group rest on it.",
    unit="EUR",
    tables=("allocation", "participation"),
    counts=("allocation",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("project", "organisation", "participation"),
    direction="neutral",
    printed="euro",
    variants=("public_funding",),
    definition="The sum of the amounts of public money that single participations receive.",
    definition_source=(
        "Benchside: the money ledger; the amounts are those of the partner lists on IMI's project fact sheets."
    ),
    limits=(
        "Counts exact amounts in euro, as published, at their latest dated version. An allocation divides a grant"
        " and is no money beside it. It is less than the public funding where the partners' amounts of a project "
        "are not known."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

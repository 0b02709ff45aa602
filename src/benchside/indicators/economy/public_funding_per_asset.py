"""Public money for each result."""

import ibis

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.inputs.ledger import LIMITS as MONEY
from benchside.indicators.inputs.ledger import TABLES as LEDGER
from benchside.indicators.inputs.ledger import published
from benchside.indicators.outputs.stages import TABLES, number, results


def rows(t):
    money, found = published(t, "eu"), results(t)
    found = found.filter(found.project_id.isin(money.project_id))
    return stack(
        evidence(found, num=ibis.literal(0), den=number(found), observed=number(found) > 0, project="project_id"),
        evidence(money, num=money.amount, observed=False, project="project_id"),
    )


INDICATOR = Indicator(
    id="public_funding_per_asset",
    title="Public funding for each asset",
    family="economy",
    question="How much public money stands against each result?",
    why="It is the plainest answer to what a result cost the taxpayer, and it is often asked.",
    unit="EUR",
    tables=(*TABLES, *LEDGER),
    counts=("asset", "contribution"),
    rows=rows,
    reducer="ratio",
    scale=100,
    keys=("project",),
    direction="neutral",
    printed="euro",
    parts=("public_funding", "assets"),
    definition=(
        "The European Union's contributions to projects divided by their assets. Projects without an asset count with their money; assets of "
        "projects without such money are left out."
    ),
    definition_source="Benchside.",
    limits=(
        "An asset that several projects report counts in each, because the money of each stands above the line. It is no price: the money paid for "
        "everything else that the projects did as well, others paid too, and one asset is not like another. Unrecorded assets make it too high. "
        + MONEY
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Public money for each paper."""

import ibis

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.inputs.ledger import LIMITS as MONEY
from benchside.indicators.inputs.ledger import TABLES as LEDGER
from benchside.indicators.inputs.ledger import published
from benchside.indicators.science.papers import TABLES, once_a_project, papers


def rows(t):
    money, found = published(t, "eu"), once_a_project(papers(t))
    found = found.filter(found.project_id.isin(money.project_id))
    return stack(
        evidence(found, num=ibis.literal(0), den=ibis.literal(1), project="project_id"),
        evidence(money, num=money.amount, observed=False, project="project_id"),
    )


INDICATOR = Indicator(
    id="public_funding_per_publication",
    title="Public funding for each publication",
    family="economy",
    question="How much public money stands against each publication?",
    why="It is often asked, and often answered without saying whose money and which papers.",
    unit="EUR",
    tables=(*TABLES, *LEDGER),
    counts=("project_work", "contribution"),
    rows=rows,
    reducer="ratio",
    scale=100,
    keys=("project",),
    direction="neutral",
    printed="euro",
    variants=("publications_per_10m",),
    definition=(
        "The European Union's contributions to projects divided by their publications. Projects without a publication count with their money; "
        "publications of projects without such money are left out."
    ),
    definition_source="Benchside.",
    limits=(
        "A paper of two projects counts in each, here also in the programme, because the money of both stands above the line. It is no price: the "
        "money paid for everything else as well. Papers appear years after the money, so that a young programme looks dear. "
        + MONEY
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

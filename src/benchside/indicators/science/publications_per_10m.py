"""Papers for the public money."""

import ibis

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.inputs.ledger import LIMITS as MONEY
from benchside.indicators.inputs.ledger import TABLES as LEDGER
from benchside.indicators.inputs.ledger import published
from benchside.indicators.science.papers import TABLES, once_a_project, papers


def rows(t):
    found, money = once_a_project(papers(t)), published(t, "eu")
    return stack(
        evidence(found, project="project_id"),
        evidence(money, num=ibis.literal(0), den=money.amount, observed=False, project="project_id"),
    )


INDICATOR = Indicator(
    id="publications_per_10m",
    title="Publications per 10 million euro",
    family="science",
    question="How many publications come with ten million euro of public money?",
    why="It allows programmes of different size to be laid side by side, with care.",
    unit="publications per EUR 10 m",
    tables=(*TABLES, *LEDGER),
    counts=("project_work", "contribution"),
    rows=rows,
    reducer="ratio",
    per=10_000_000 * 100,
    den_scale=100,
    keys=("project",),
    direction="neutral",
    printed="decimal1",
    definition=(
        "Publications of projects divided by the public money of the projects in the same scope, for ten million euro."
    ),
    definition_source="Benchside.",
    limits=(
        "A paper of two projects counts in each, here also in the programme, because the money of both stands below "
        "the line. Papers appear years after the money: compare only programmes of the same age. " + MONEY
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Contributions that are not in euro."""

import ibis

from benchside.indicators.base import Indicator, evidence

ONE = ("project_id", "participation_id", "payer", "form", "region", "state", "precision", "currency")
"""What readings of one contribution have in common."""


def rows(t):
    c = t.contribution_history
    found = c.filter(c.currency != "EUR")
    one = ibis.literal("|").join([found[part].fill_null("") for part in ONE])
    return evidence(found, thing=one, project="project_id", payer="payer", kind="currency")


INDICATOR = Indicator(
    id="foreign_currency_contributions",
    title="Contributions in other currencies",
    family="inputs",
    question="How many recorded contributions are not in euro?",
    why="They are in no sum of euro, and a reader of the sums must know that they exist.",
    unit="contributions",
    tables=("contribution_history",),
    counts=(),
    rows=rows,
    reducer="distinct",
    keys=("project", "payer", "kind"),
    direction="neutral",
    printed="exact",
    definition=(
        "The number of contributions whose currency is not the euro, in any state, dated or not. Several readings"
        " of one contribution count once. The kind is the currency."
    ),
    definition_source="Benchside.",
    limits=(
        "Counts contributions and adds no amounts: an amount in another currency enters a sum only with a dated "
        "rate of exchange. Completeness is declared for what fact sheets show, and they show euro alone, so that "
        "nothing recorded never reads as nought."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

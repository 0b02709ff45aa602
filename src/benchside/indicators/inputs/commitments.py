"""What payers committed to programmes and calls."""

import ibis

from benchside.indicators.base import Indicator, evidence, stack


def rows(t):
    c = t.commitment.filter(t.commitment.currency == "EUR")
    for_calls, for_all = c.filter(c.call_id.notnull()), _less_calls(c)
    return stack(
        *[
            evidence(p, num=p.amount, programme="programme_id", call="call_id", payer="payer", state="state")
            for p in (for_calls, for_all)
        ]
    )


def _less_calls(c):
    """The commitments to whole programmes, less what the same payer committed to the programme's calls.

    The calls spend the programme's money. Their rows and the remainder add up to what was committed to the
    programme, and a scope or cut by call still gives the call's own amount. The remainder stands on the payer's
    first record.
    """
    whole, calls = c.filter(c.call_id.isnull()), c.filter(c.call_id.notnull())
    spent = calls.group_by(["programme_id", "payer"]).agg(spent=calls.amount.sum())
    first = ibis.row_number().over(group_by=["programme_id", "payer"], order_by="evidence_id") == 0
    ranked = whole.mutate(is_first=first)
    joined = ranked.left_join(spent, ["programme_id", "payer"])
    return joined.select(
        *[ranked[name] for name in whole.columns if name != "amount"],
        amount=ranked.amount - ranked.is_first.ifelse(spent.spent.fill_null(0), 0),
    )


INDICATOR = Indicator(
    id="commitments",
    title="Commitments",
    family="inputs",
    question="How much was committed to the programmes and their calls?",
    why=("A commitment is a promise; set beside what the projects have, it shows how far the promise was kept."),
    unit="EUR",
    tables=("commitment",),
    counts=("commitment",),
    rows=rows,
    reducer="sum",
    scale=100,
    keys=("programme", "call", "payer", "state"),
    direction="neutral",
    printed="euro_m",
    definition=(
        "The sum of the amounts that payers committed to programmes. What the same payer committed to a call is "
        "part of it and not added; by call, the calls' own amounts stand beside the remainder. Where only calls "
        "have amounts, those are added."
    ),
    definition_source="Benchside; the amounts are those of the programmes' legal acts, calls and public pages.",
    limits=(
        "Counts amounts in euro, exact or rounded. A commitment that is recorded twice, as from two documents, "
        "counts twice. A commitment that names no payer cannot be recorded."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

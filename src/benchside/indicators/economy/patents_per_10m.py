"""Patent applications for the money that was accepted, in one scope."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.economy.exploitation import applications, first_of_each
from benchside.indicators.inputs.ledger import accepted


def rows(t):
    cost, events = accepted(t), t.exploitation_event
    filed = first_of_each(applications(events.filter(events.project_id.isin(cost.project_id))))
    return stack(
        evidence(filed, num=filed.inventions, observed=filed.inventions > 0, project="project_id"),
        evidence(cost, num=0, den=cost.amount, observed=False, project="project_id"),
    )


INDICATOR = Indicator(
    id="patents_per_10m",
    title="Patent applications for each 10 million euro",
    family="economy",
    question="How many patents were applied for, for every ten million euro of accepted cost?",
    why=(
        "It sets inventions against the money they took, so that programmes of different size can stand side by side."
    ),
    unit="applications for EUR 10 million",
    tables=("exploitation_event", "contribution"),
    counts=("exploitation_event", "contribution"),
    rows=rows,
    reducer="ratio",
    per=10_000_000 * 100,
    den_scale=100,
    keys=("project",),
    direction="more",
    printed="decimal1",
    parts=("patent_applications", "accepted_cost"),
    definition=(
        "Patent applications (a family once) divided by accepted cost in euro, times ten million. Only projects with "
        "accepted cost are in either part, so that both have one scope."
    ),
    definition_source=(
        "Benchside; IMI's brochure of 2015 prints the rate for 'costs accepted by IMI' without naming the projects."
    ),
    limits=(
        "Applications of projects without accepted cost are left out, so the upper part may be smaller than the "
        "number of patent applications. Here a family that two projects share counts in the project that applied "
        "first. Inventions come years after the money: a young programme has a low rate for that reason alone."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

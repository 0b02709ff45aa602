"""Licences for the money that was accepted, in one scope."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.inputs.ledger import accepted


def rows(t):
    cost, events = accepted(t), t.exploitation_event
    granted = events.filter((events.kind == "licence") & events.project_id.isin(cost.project_id))
    number = granted["count"].fill_null(1)
    return stack(
        evidence(granted, num=number, observed=number > 0, project="project_id"),
        evidence(cost, num=0, den=cost.amount, observed=False, project="project_id"),
    )


INDICATOR = Indicator(
    id="licences_per_10m",
    title="Licences for each 10 million euro",
    family="economy",
    question="How many licences on results were granted for every ten million euro of accepted cost?",
    why="It sets what others took up against the money it took, so that programmes of different size can stand side by side.",
    unit="licences for EUR 10 million",
    tables=("exploitation_event", "contribution"),
    counts=("exploitation_event", "contribution"),
    rows=rows,
    reducer="ratio",
    per=10_000_000 * 100,
    den_scale=100,
    keys=("project",),
    direction="more",
    printed="decimal1",
    parts=("licences", "accepted_cost"),
    definition=(
        "Licences on results divided by accepted cost in euro, times ten million. Only projects with accepted cost are in either part, so that "
        "both have one scope."
    ),
    definition_source="Benchside.",
    limits=(
        "Licences of projects without accepted cost are left out. A licence counts in the project that its record names. Counts what projects or "
        "public pages told, so it is a lower bound. Licences come years after the money: a young programme has a low rate for that reason alone."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

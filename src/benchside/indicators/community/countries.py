"""Countries from which organisations take part."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.community.participants import KEYS


def rows(t):
    p, places = t.participation, t.organisation.select("organisation_id", "country")
    placed = p.join(places.filter(places.country.notnull()), "organisation_id")
    return evidence(
        placed, thing="country", project="project_id", organisation="organisation_id",
        participation="participation_id", country="country",
    )  # fmt: skip


INDICATOR = Indicator(
    id="countries",
    title="Countries",
    family="community",
    question="From how many countries do organisations take part?",
    why="It shows how far the partnership reaches in Europe and beyond.",
    unit="countries",
    tables=("participation", "organisation"),
    counts=("participation", "organisation"),
    rows=rows,
    reducer="distinct",
    keys=(*KEYS, "country"),
    direction="neutral",
    printed="exact",
    definition="The number of different countries of the organisations that take part.",
    definition_source="Benchside.",
    limits=(
        "The country is that of the organisation's address in the source; a company's team may work elsewhere. "
        "Organisations whose country is not known are left out."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""How many countries a project brings together."""

from benchside.indicators.base import Indicator
from benchside.indicators.networks.per_project import TABLES, per_project


def rows(t):
    p, places = t.participation, t.organisation.select(of_organisation="organisation_id", country="country")
    placed = p.join(places.filter(places.country.notnull()), p.organisation_id == places.of_organisation)
    return per_project(t, placed, placed.country)


INDICATOR = Indicator(
    id="countries_per_project",
    title="Countries per project",
    family="networks",
    question="From how many different countries do the organisations of a project come?",
    why="A European programme is meant to bring countries together within projects, not only beside each other.",
    unit="countries per project",
    tables=(*TABLES, "organisation"),
    counts=("participation", "organisation"),
    rows=rows,
    reducer="mean",
    interval=True,
    keys=("project", "programme", "year"),
    direction="neutral",
    printed="decimal1",
    variants=("countries",),
    definition=(
        "The mean number of different countries of the organisations, over the projects with at least one organisation whose country is known. "
        "The year is that in which the project began."
    ),
    definition_source="Benchside.",
    limits="The country is that of the organisation's address in the source; a company's team may work elsewhere. Organisations whose country is not known are left out, which lowers the mean.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

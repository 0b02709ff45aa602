"""IMI2 KPI 3: results that regulators accept for use in research and development."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    step = t.regulatory_procedure
    accepted = step.filter((step.kind == "qualification_opinion") & step.outcome.isin(["given", "positive"]))
    return evidence(
        accepted, thing=accepted.asset_id.fill_null(accepted.evidence_id), confidential=accepted.is_confidential,
        project="project_id", state="outcome", year=accepted.decided_on.year(),
    )  # fmt: skip


INDICATOR = Indicator(
    id="kpi3_regulatory_acceptance",
    title="KPI 3: results accepted by regulators",
    family="kpis",
    question="How many tools and methods have regulators accepted for use in research and development?",
    why="What a regulator accepts, every developer of medicines can rely on.",
    unit="results",
    tables=("regulatory_procedure",),
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="distinct",
    keys=("project", "state", "year"),
    direction="more",
    printed="exact",
    variants=("qualification_opinions",),
    definition=(
        "The number of results with a qualification opinion that was given or came out positive. One asset with "
        "opinions of two authorities counts once; a procedure without a named asset counts as one result."
    ),
    definition_source=(
        "IMI2's table of key performance indicators, KPI 3; the wording of the definition was seen in a public "
        "copy and is given here in our own words. That a qualification opinion is what counts as acceptance is "
        "our choice."
    ),
    limits=(
        "Letters of support and advice are left out, because they accept nothing; marketing authorisations too, "
        "because they accept a medicine and not a tool for research. Confidential procedures are in the number "
        "and not in the list."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

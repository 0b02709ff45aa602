"""What changed for somebody because of results."""

from benchside.indicators.base import Indicator, evidence


def rows(t):
    e = t.effect
    return evidence(e, project="project_id", tile="tile", country="country", year=e.happened_on.year())


INDICATOR = Indicator(
    id="effects",
    title="Effects",
    family="society",
    question="How many changes in industry, regulation, medical practice or society are recorded?",
    why="Results are a means; this counts what changed for somebody because of them.",
    unit="effects",
    tables=("effect",),
    counts=("effect",),
    rows=rows,
    reducer="sum",
    keys=("project", "tile", "country", "year"),
    direction="more",
    printed="exact",
    definition=(
        "The number of recorded outcomes and impacts, each under one of the six measures of success of IMI's slides "
        "of 2016."
    ),
    definition_source=(
        "Benchside; the measures of success are those of IMI's slides of 2016, which count nothing under them."
    ),
    limits=(
        "Effects are of very different weight and are told when somebody tells them. Many are claimed by those who "
        "gain from the claim: the grade of each row says so."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

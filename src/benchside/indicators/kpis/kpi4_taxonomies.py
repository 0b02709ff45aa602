"""IMI2 KPI 4: new taxonomies of diseases and stratifications of patients."""

from benchside.indicators.base import Indicator
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, counted, of_kinds


def rows(t):
    return counted(of_kinds(t, "taxonomy"))


INDICATOR = Indicator(
    id="kpi4_taxonomies",
    title="KPI 4: taxonomies and stratifications",
    family="kpis",
    question="How many new taxonomies of diseases and stratifications of patients came out?",
    why="Medicines fail where one name covers several diseases; better divisions come first.",
    unit="taxonomies",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="sum_once",
    keys=KEYS,
    direction="more",
    printed="exact",
    definition="The number of assets of the kind taxonomy that are results: neither planned only nor given up.",
    definition_source="IMI2's key performance indicators, KPI 4; wording to be verified.",
    limits=LIMITS + " Patient subtypes that are recorded as biomarkers are not here.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

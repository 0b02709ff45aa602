"""Assets open to anybody."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.stages import KEYS, LIMITS, TABLES, number, results


def rows(t):
    assets = results(t)
    known = assets.filter(assets.access.notnull() & (assets.access != "unknown"))
    is_open, many = (known.access == "open").cast("int64"), number(known)
    year = known.created_on.year().cast("string")
    return evidence(known, num=is_open * many, den=many, project="project_id", kind="kind", stage="stage", year=year)


INDICATOR = Indicator(
    id="open_assets_share",
    title="Share of open assets",
    family="outputs",
    question="How many of the assets can anybody use freely?",
    why="What is open is used by those whom nobody thought of.",
    unit="share",
    tables=TABLES,
    counts=("asset",),
    rows=rows,
    reducer="ratio",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="percent",
    definition="Assets open to anybody, divided by all assets of which the terms of access are known.",
    definition_source="Benchside.",
    limits=(
        LIMITS + " Open on request or for a fee is not open here. Assets with unknown terms are left out on both sides."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

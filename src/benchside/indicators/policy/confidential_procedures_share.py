"""Steps that must stay unlisted."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.policy.procedures import KEYS, TABLES


def rows(t):
    step = t.regulatory_procedure
    hidden, year = step.is_confidential, step.decided_on.year().cast("string")
    return evidence(
        step, num=hidden.cast("int64"), den=1, confidential=hidden,
        project="project_id", kind="kind", state="outcome", year=year,
    )  # fmt: skip


INDICATOR = Indicator(
    id="confidential_procedures_share",
    title="Share of confidential procedures",
    family="policy",
    question="How many of the regulatory steps are confidential?",
    why="It says how much of the regulatory figures a reader cannot check.",
    unit="share",
    tables=TABLES,
    counts=("regulatory_procedure",),
    rows=rows,
    reducer="ratio",
    keys=KEYS,
    direction="less",
    interval=True,
    printed="percent",
    definition="Confidential steps with authorities divided by all recorded steps.",
    definition_source="Benchside.",
    limits=(
        "Confidential steps are recorded less often than public ones, so the share comes out too low. They are in "
        "the number and not in the list."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

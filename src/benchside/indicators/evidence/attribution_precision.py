"""How many of the works counted for a project belong to it, by the labels of those that were checked."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.evidence.labelled import KEYS, LIMITS, TABLES, labelled


def rows(t):
    found = labelled(t)
    taken = found.filter(found.is_taken)
    return evidence(
        taken, num=taken.is_included.cast("int64"), thing="thing", project="project_id", programme="programme_id",
        call="call_id", kind="strategy",
    )  # fmt: skip


INDICATOR = Indicator(
    id="attribution_precision",
    title="Precision of attribution",
    family="evidence",
    question="How many of the publications counted for a project are its own?",
    why="Every figure of publications rests on it: papers that are not the project's carry their citations in.",
    unit="share",
    tables=TABLES,
    counts=("work_label",),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="more",
    interval=True,
    printed="percent1",
    definition=(
        "The share labelled as belonging to the project among the publications that are counted for it and are labelled either "
        "way. Cut by kind: among those of them that a strategy found; a publication found by several stands in each."
    ),
    definition_source="Benchside, after precision as information retrieval defines it.",
    limits=LIMITS,
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

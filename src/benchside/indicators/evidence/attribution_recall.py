"""How many of a project's own works among the candidates are counted for it, by the labels of those that were checked."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.evidence.labelled import KEYS, LIMITS, TABLES, labelled


def rows(t):
    found = labelled(t)
    own = found.filter(found.is_included & found.was_found)
    return evidence(
        own, num=own.is_taken.cast("int64"), thing="thing", project="project_id", programme="programme_id",
        call="call_id", kind="strategy",
    )  # fmt: skip


INDICATOR = Indicator(
    id="attribution_recall",
    title="Recall of attribution, over candidates",
    family="evidence",
    question="How many of a project's publications among its candidates are counted for it?",
    why="A strict rule is right about what it counts and loses what it does not see; this says how much of what was seen.",
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
        "The share counted for the project among the candidates labelled as belonging to it. A candidate is what any strategy "
        "found. Cut by kind: among those that a strategy found; a publication found by several stands in each."
    ),
    definition_source="Benchside, after recall as information retrieval defines it.",
    limits=(
        "What no strategy found is not in it, so that the recall over all publications of the project is lower, and unknown. "
        + LIMITS
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

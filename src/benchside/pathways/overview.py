"""The pathways of a programme in one description: stages, arrows by grade, stories, gaps, defects."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from benchside.pathways.defects import Defect, find_defects
from benchside.pathways.gaps import Gaps, find_gaps
from benchside.pathways.grades import GradeShare, by_grade
from benchside.pathways.pathways import Pathways
from benchside.pathways.stages import STAGES
from benchside.pathways.stories import Story, stories


@dataclass(frozen=True)
class StageCount:
    """Records of one stage: all that are on record from output on, and those that an arrow touches."""

    stage: str
    records: int
    joined: int


@dataclass(frozen=True)
class Overview:
    """Everything that is told of a programme's pathways at once. `claims`: told arrows by what is said of the contribution."""

    stages: list[StageCount]
    grades: list[GradeShare]
    claims: dict[str, int]
    stories: list[Story]
    gaps: Gaps
    defects: list[Defect]


def overview(pathways: Pathways) -> Overview:
    """The description; a programme without a record gets one full of zeros."""
    return Overview(
        stages=stage_counts(pathways),
        grades=by_grade(pathways.arrows),
        claims=_claims(pathways),
        stories=stories(pathways),
        gaps=find_gaps(pathways),
        defects=find_defects(pathways),
    )


def stage_counts(pathways: Pathways) -> list[StageCount]:
    """The records of each stage. Inputs and activities are counted only where an arrow touches them."""
    graph = pathways.graph
    joined = np.zeros(graph.nodes, bool)
    joined[graph.starts] = joined[graph.ends] = True
    masks = [(stage, pathways.at_stage(stage)) for stage in STAGES]
    return [StageCount(stage, int(mask.sum()), int((mask & joined).sum())) for stage, mask in masks]


def _claims(pathways: Pathways) -> dict[str, int]:
    counted = Counter(c for c in pathways.arrows["claim"].to_pylist() if c is not None)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))

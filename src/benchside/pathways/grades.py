"""How well the arrows are supported: how many bear each grade of evidence, and what share that is."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

import pyarrow as pa

from benchside.pathways.arrows import GRADES, LINK
from benchside.pathways.whole_columns import pc

UNGRADED = "(none)"


@dataclass(frozen=True)
class GradeShare:
    """Arrows of one grade: how many of them are told in links, how many are read off references, and their share of each.

    A share is None where there is no arrow at all. `documented`: how many of the told ones name a document.
    """

    grade: str
    told: int
    told_share: Fraction | None
    read_off: int
    read_off_share: Fraction | None
    documented: int


def by_grade(arrows: pa.Table) -> list[GradeShare]:
    """The grades from the strongest to the weakest, then arrows without one. The shares of a column add up to 1 exactly."""
    is_told = pc.equal(arrows["basis"], LINK)
    told = _counts(arrows.filter(is_told))
    read_off = _counts(arrows.filter(pc.invert(is_told)))
    sourced = _counts(arrows.filter(pc.and_(is_told, pc.is_valid(arrows["document_id"]))))
    return [
        GradeShare(g, told[g], _share(told, g), read_off[g], _share(read_off, g), sourced[g])
        for g in (*reversed(GRADES), UNGRADED)
    ]


def _counts(arrows: pa.Table) -> Counter:
    counted = pc.value_counts(pc.fill_null(arrows["grade"], UNGRADED)).to_pylist()
    return Counter({c["values"]: c["counts"] for c in counted})


def _share(counts: Counter, grade: str) -> Fraction | None:
    return Fraction(counts[grade], counts.total()) if counts.total() else None

"""Works of comparison groups with their scores, by the same rules as the programme's own papers.

They are scored one by one, so that a group is treated exactly as the programme is. Only the method that counts for the
programme counts here; where no paper of the programme has a score, the one that most works of the groups have.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.science.papers import CITABLE
from benchside.indicators.science.scored import method_of_most, most_used, settled, with_series

TABLES = ("benchmark_score", "work_score", "project_work")
KEYS = ("benchmark", "year", "field", "kind", "series", "census")
COUNTS = ("benchmark_score",)

RULE = (
    "Articles, reviews and conference papers of the comparison groups count, by the method that counts for the programme's "
    "own papers (where they have no score, the one that most works of the groups have), each work once."
)

LIMITS = (
    "Asked by benchmark it speaks of each group; asked without, of all groups together, which seldom means anything. A group "
    "is only comparable where it was found by the same rule and scored in the same database as the programme: the notes "
    "name the database. Works of an unknown type are left out. Where a group is a sample, the interval covers the sample only. The programme's "
    "own papers may be among a group's. The field is the work's main one, not shares of several."
)


def values(t, measure: str, num=None) -> ir.Table:
    """Evidence rows: the `measure` of each settled work of a group, in millionths, or what `num` makes of it."""
    score, of = t.benchmark_score, _method(t)
    score = score.semi_join(of, score.method == of.chosen)
    known = score.filter(score[measure].notnull() & score.work_type.isin(CITABLE))
    rows = settled(with_series(known))
    return evidence(
        rows, num=rows[measure] if num is None else num(rows[measure]), thing="item", benchmark="benchmark_group_id", year="year",
        field="field", kind="work_type", series="series", census="census",
    )  # fmt: skip


def _method(t) -> ir.Table:
    """The method that counts, in one row (`chosen`)."""
    programme = method_of_most(t).mutate(place=ibis.literal(1, "int64"))
    groups = most_used(t.benchmark_score).mutate(place=ibis.literal(2, "int64"))
    both = ibis.union(programme, groups)
    return both.order_by("place").limit(1).select("chosen")

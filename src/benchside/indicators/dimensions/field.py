"""The field of a publication. A work may lie in several; its shares sum to one, so that a work half in a field counts half in it.

Where works are sorted by several lists of fields, the list that sorts most works counts, ties by name: shares of two
lists must not be added up.
"""

import ibis.expr.types as ir

from benchside.indicators.dimension import Dimension
from benchside.indicators.science import merged


def members(t) -> ir.Table:
    sorted_by = t.work_field
    lists = sorted_by.group_by(sorted_by.scheme.name("chosen")).agg(works=sorted_by.work_id.nunique())
    most = lists.order_by([lists.works.desc(), lists.chosen]).limit(1).select("chosen")
    inside = sorted_by.semi_join(most, sorted_by.scheme == most.chosen)
    held = merged.values_of_kept(t, inside.filter(inside.share > 0))
    return held.select(key="kept_id", value="field", weight="share")


DIMENSION = Dimension(
    id="field", title="Field of research", kind="shared", key="work", tables=("work_field", *merged.TABLES), members=members,
    is_scope=True,
)  # fmt: skip

"""The journal in which a paper appeared, by name; where papers of one ISSN give several names, the first of them in the alphabet."""

import ibis

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension
from benchside.indicators.science import merged
from benchside.indicators.science.journals import IN_JOURNALS


def members(t):
    printed = t.work.filter(t.work.journal.notnull() & t.work.work_type.isin(IN_JOURNALS))
    same = printed.issn.fill_null(printed.journal.lower())
    named = printed.mutate(name=printed.journal.min().over(group_by=same))
    held = merged.values_of_kept(t, named)
    return held.select(key="kept_id", value="name", weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="journal", title="Journal", key="work", tables=("work", *merged.TABLES), members=members, is_scope=True
)

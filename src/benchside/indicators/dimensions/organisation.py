"""The organisation a row speaks of. Rows bear the record; records that are one organisation at the date are one value of the dimension."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.clustered import TABLES, clustered
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    of = clustered(t, t.organisation)
    return of.select(key="organisation_id", value="cluster", weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="organisation", title="Organisation", key="organisation", tables=("organisation", *TABLES), members=members,
    label=("organisation", "organisation_id", "name"), is_scope=True,
)  # fmt: skip

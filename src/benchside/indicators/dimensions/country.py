"""The country of an organisation, or the row's own country."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension


def members(t) -> ir.Table:
    known = t.organisation.filter(t.organisation.country.notnull())
    return known.select(key=known.organisation_id, value=known.country, weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="country", title="Country", key="organisation", tables=("organisation",), members=members, is_scope=True
)

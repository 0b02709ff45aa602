"""The countries of the addresses of a publication's authors. A paper of three countries counts whole in each of them."""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension
from benchside.indicators.science import merged


def members(t) -> ir.Table:
    held = merged.values_of_kept(t, t.authorship.filter(t.authorship.country.notnull()))
    each = held.select(key="kept_id", value="country").distinct()
    return each.mutate(weight=ibis.literal(MILLION, "int64"))


DIMENSION = Dimension(
    id="author_country", title="Country of the authors", kind="overlapping", key="work",
    tables=("authorship", *merged.TABLES), members=members, is_scope=True,
)  # fmt: skip

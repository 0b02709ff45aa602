"""Tables as a build has them with no build behind them: for asking what an expression is made of, without running it."""

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

from benchside.model.history import Span
from benchside.model.tables import record_type
from benchside.store.accepting import SYSTEM
from benchside.store.reading import Tables
from benchside.store.standing import HISTORY

_TYPES = {"VARCHAR": "string", "DATE": "date", "BIGINT": "int64", "BOOLEAN": "boolean"}
"""What the engine keeps → what an expression calls it."""
_DATES = ("known_on", "true_from", "true_to")


def shape(name: str) -> ir.Table:
    """The table of a record type, or with `_history` behind its name that of all its readings."""
    of = record_type(name.removesuffix(HISTORY))
    own = {c.name: _TYPES[c.kind.engine_type] for c in of.columns}
    added = dict.fromkeys((*SYSTEM, "evidence_id"), "string") | dict.fromkeys(_DATES, "date")
    ends = {"current": "boolean"} if isinstance(of.history, Span) else {}
    return ibis.table(own | added | ends, name=name)


def shapes(names: Iterable[str]) -> Tables:
    """Those tables, as an indicator is handed them."""
    return Tables({name: shape(name) for name in names})

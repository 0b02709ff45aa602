"""From which code list the values of a cut come: a `review` among policy citations is another word than a `review` among publications.

Nobody declares it. The rows of an indicator are an expression over the tables of the model, and a key is followed through it to
the column that it is taken from, which says its list.
"""

import functools
from dataclasses import dataclass

import ibis.expr.operations as ops

from benchside.indicators.catalogue import all_dimensions, all_indicators
from benchside.model.codes import CODES
from benchside.model.columns import Code
from benchside.model.tables import record_type
from benchside.store.shapes import shapes
from benchside.store.standing import HISTORY


@functools.cache
def code_list(dimension: str, indicator: str) -> str:
    """The code list that holds the values by which an indicator is cut; empty where they are of none, or of more than one.

    A key that rows do not bear is that of the dimension's members. An id that is not known has no list.
    """
    cut, asked = all_dimensions().get(dimension), all_indicators().get(indicator)
    if cut is None or asked is None:
        return ""
    if dimension in asked.keys and cut.key != dimension:
        return _found(asked.rows(shapes(asked.tables)).op(), dimension).code_list
    return _of_members(dimension)


@functools.cache
def _of_members(dimension: str) -> str:
    cut = all_dimensions()[dimension]
    return _found(cut.members(shapes(cut.tables)).op(), "value").code_list if cut.members else ""


@dataclass(frozen=True)
class _Found:
    """Where values come from: code lists (empty for a column of none, or for what is worked out), and those that the program itself writes."""

    lists: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()

    @property
    def code_list(self) -> str:
        """The one list; where the program writes all the values, the one list that has them."""
        if self.lists:
            return next(iter(self.lists)) if len(self.lists) == 1 else ""
        having = [name for name, codes in CODES.items() if self.written and self.written <= codes.keys()]
        return having[0] if len(having) == 1 else ""


_NO_LIST = _Found(frozenset({""}))


def _together(found) -> _Found:
    each = list(found)
    return _Found(frozenset().union(*(f.lists for f in each)), frozenset().union(*(f.written for f in each)))


def _found(rows: ops.Node, column: str) -> _Found:
    """Where a column of rows comes from."""
    if isinstance(rows, ops.Reference):
        return _found(rows.parent, column)
    if isinstance(rows, ops.Set):
        return _together((_found(rows.left, column), _found(rows.right, column)))
    if isinstance(rows, ops.UnboundTable):
        own = {c.name: c.kind for c in record_type(rows.name.removesuffix(HISTORY)).columns}
        kind = own.get(column)
        return _Found(frozenset({kind.codes})) if isinstance(kind, Code) else _NO_LIST
    values = rows.values if isinstance(rows, ops.Relation) else {}
    return _value(values[column]) if column in values else _NO_LIST


_KEEPS = (
    ops.Cast,
    ops.TryCast,
    ops.Alias,
    ops.Min,
    ops.Max,
    ops.First,
    ops.Last,
    ops.Arbitrary,
    ops.ArgMin,
    ops.ArgMax,
)
"""What gives one of the values it is given, as it was."""


def _value(value: ops.Node) -> _Found:
    """Where a value comes from; what is worked out of a code is none."""
    if isinstance(value, ops.Field):
        return _found(value.rel, value.name)
    if isinstance(value, ops.Literal):
        return _Found(written=frozenset() if value.value is None else frozenset({str(value.value)}))
    if isinstance(value, _KEEPS):
        return _value(value.arg)
    if isinstance(value, ops.WindowFunction):
        return _value(value.func)
    return _together(map(_value, _branches(value))) if _branches(value) else _NO_LIST


def _branches(value: ops.Node) -> tuple[ops.Node, ...]:
    """The values of which one is given."""
    if isinstance(value, ops.Coalesce):
        return tuple(value.arg)
    if isinstance(value, ops.NullIf):
        return (value.arg,)
    if isinstance(value, ops.IfElse):
        return (value.true_expr, value.false_null_expr)
    if isinstance(value, ops.SearchedCase):
        return (*value.results, value.default)
    if isinstance(value, ops.SimpleCase):
        return (*value.results, value.default)
    return ()

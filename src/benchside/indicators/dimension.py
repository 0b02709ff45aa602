"""What a dimension declares: a way to scope and cut figures, declared once for all indicators."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import ibis.expr.types as ir


@dataclass(frozen=True)
class Dimension:
    """A dimension: rows that bear a column of its name are their own members; others are members through `key`.

    `members` receives the declared `tables` and returns `key`, `value`, `weight` (millionths) and, where it matters, `basis`.
    `kind`: `one` (a key has one value), `shared` (weights of a key sum to one) or `overlapping` (a key may have several
    whole values; cuts then do not add up). `label` names the table and columns that hold a value's name. Where `key` is the dimension's
    own name, rows bear a record, members say which value stands for it, and a scope may name any of the records.
    """

    id: str
    title: str
    kind: Literal["one", "shared", "overlapping"] = "one"
    key: str | None = None
    tables: tuple[str, ...] = ()
    members: Callable[..., ir.Table] | None = None
    label: tuple[str, str, str] | None = None
    is_scope: bool = False

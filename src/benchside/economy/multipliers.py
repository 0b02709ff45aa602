"""All products of a table with their multipliers: what one unit of final use of each sets going."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchside.economy.leontief import (  # fmt: skip
    Model,
    closed_for_households,
    effects,
    model_of,
    multipliers,
    output_multipliers,
    remaining_error,
    value_added,
)
from benchside.errors import UsageError, unknown
from benchside.model.input_output import InputOutputTable

VALUE_ADDED = "value added"
USUAL = ("persons employed", VALUE_ADDED)
"""The rows that are told where none is named, as far as the table has them."""
TYPES = (1, 2)


@dataclass(frozen=True)
class Effect:
    """Of a row, for one unit of final use of a product: `direct` in its own making, `effect` in all, `multiplier` the second over the first.

    `multiplier` is None where the making itself takes nothing of the row.
    """

    row: str
    direct: float
    effect: float
    multiplier: float | None


@dataclass(frozen=True)
class Product:
    """A product with its output multiplier and its effects on the rows asked for."""

    product: str
    label: str
    output_multiplier: float
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Multipliers:
    """All products of one table. `type`: 1 with suppliers, 2 with the spending of pay as well. `remaining_error`: see `leontief.remaining_error`."""

    name: str
    country: str
    year: str
    unit: str
    type: int
    rows: tuple[str, ...]
    remaining_error: float
    products: tuple[Product, ...]


def all_multipliers(
    table: InputOutputTable, *, type: int = 1, rows: Sequence[str] = (), pay: str = "pay", consumption: str = "households", income: float | None = None
) -> Multipliers:  # fmt: skip
    """Every product's multipliers. `rows`: of primary inputs or employment, or `value added`; without any, `USUAL`.

    `pay`, `consumption` and `income` say how households are closed into type 2.
    """
    if type not in TYPES:
        raise UsageError(
            f"Multipliers of type {type}; expected 1 (suppliers) or 2 (suppliers and the spending of pay)."
        )
    model = model_of(table)
    error = remaining_error(model)
    if type == 2:
        model = closed_for_households(model, pay=pay, consumption=consumption, income=income)
    known = _rows(table)
    names = tuple(dict.fromkeys(rows)) or tuple(name for name in USUAL if name in known)
    for name in names:
        if name not in known:
            raise unknown("row", name, known, do=f"{table.name} has these rows.")
    told = {name: _effects(model, name, known[name]) for name in names}
    made = tuple(
        Product(product, table.labels[n], float(output), tuple(told[name][n] for name in names))
        for n, (product, output) in enumerate(zip(table.products, output_multipliers(model), strict=True))
    )
    return Multipliers(table.name, table.country, table.year, table.unit, type, names, error, made)


def _rows(table: InputOutputTable) -> dict[str, np.ndarray]:
    """name → row; value added where the table tells it."""
    found = table.primary | table.employment
    try:
        return found | {VALUE_ADDED: value_added(table)}
    except UsageError:
        return found


def _effects(model: Model, name: str, row: np.ndarray) -> list[Effect]:
    output = model.table.output
    direct = np.divide(row, output, out=np.zeros(len(row)), where=output > 0)
    return [
        Effect(name, float(d), float(e), None if math.isnan(m) else float(m))
        for d, e, m in zip(direct, effects(model, row), multipliers(model, row), strict=True)
    ]

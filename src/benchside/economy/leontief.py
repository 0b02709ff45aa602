"""The input–output model of Leontief: what must be made in all for one unit of final use.

Definitions: Miller and Blair (2009), *Input–Output Analysis*, chapters 2 and 6; Eurostat (2008), *Manual of Supply, Use and Input–Output Tables*, chapter 15.
"""

from dataclasses import dataclass, replace

import numpy as np

from benchside.errors import InputError, UsageError, unknown
from benchside.model.input_output import InputOutputTable

BALANCE = 1e-3
"""How far the uses of a product may lie from its output, as a part of it: tables are printed in rounded numbers."""

HOUSEHOLDS = "(households)"


@dataclass(frozen=True)
class Model:
    """A balanced table with its coefficients: `inputs[i, j]` of product i for one unit of j; `inverse`: all of i for one unit of final use of j."""

    table: InputOutputTable
    inputs: np.ndarray
    inverse: np.ndarray


def model_of(table: InputOutputTable, *, balance: float = BALANCE) -> Model:
    """The model of type I. `InputError` names the product whose uses do not add up to its output, or whose making takes more than it gives."""
    _check_shapes(table)
    _check_balance(table, balance)
    inputs = _coefficients(table)
    return Model(table, inputs, _inverse(table.name, table.products, inputs))


def closed_for_households(model: Model, *, pay: str, consumption: str, income: float | None = None) -> Model:
    """The model of type II: households are a product more, made from pay and taking what they consume.

    `pay` names the row of primary inputs, `consumption` the column of final uses. `income`: of all households, in the table's unit; by default all
    pay in the table, as Miller and Blair close it, which says too much where households spend other income as well.
    """
    table = model.table
    paid, consumed = (
        _named(table.primary, pay, table, "primary input"),
        _named(table.final_uses, consumption, table, "final use"),
    )
    whole = float(paid.sum()) if income is None else income
    if not whole > 0:
        raise UsageError(
            f"The income of households is {whole:g}; expected a number above nought. Name another row of pay."
        )
    size = len(table.products)
    inputs = np.zeros((size + 1, size + 1))
    inputs[:size, :size] = model.inputs
    inputs[size, :size] = _shares(paid, table.output)
    inputs[:size, size] = consumed / whole
    return replace(model, inputs=inputs, inverse=_inverse(table.name, (*table.products, HOUSEHOLDS), inputs))


def output_multipliers(model: Model) -> np.ndarray:
    """What is made of all products together for one unit of final use of each; what households make is not counted."""
    size = len(model.table.products)
    return model.inverse[:size, :size].sum(axis=0)


def effects(model: Model, row: np.ndarray) -> np.ndarray:
    """What of a row (employment, value added, pay, in its own unit) goes with one unit of final use of each product, direct and indirect."""
    size = len(model.table.products)
    return _shares(row, model.table.output) @ model.inverse[:size, :size]


def multipliers(model: Model, row: np.ndarray) -> np.ndarray:
    """The effect in all over the direct one; not a number for a product whose making takes nothing of the row itself."""
    direct = _shares(row, model.table.output)
    whole = effects(model, row)
    return np.divide(whole, direct, out=np.full(len(direct), np.nan), where=direct > 0)


def value_added(table: InputOutputTable) -> np.ndarray:
    """Output less everything that is bought: `gross value added` where the table prints it, else pay, surplus and taxes on production together."""
    for name in ("gross value added", "value added"):
        if name in table.primary:
            return table.primary[name]
    parts = [row for name, row in table.primary.items() if name in ("pay", "surplus", "taxes on production")]
    if not parts:
        raise unknown("primary input", "value added", table.primary, do="The table does not tell it.")
    return np.sum(parts, axis=0)


def remaining_error(model: Model) -> float:
    """The largest part by which output made anew from final use, (I − A)⁻¹ y, lies off the output of the table."""
    size = len(model.table.products)
    made = model.inverse[:size, :size] @ model.table.final
    scale = np.maximum(np.abs(model.table.output), np.finfo(float).tiny)
    return float(np.max(np.abs(made - model.table.output) / scale, initial=0))


def _check_shapes(table: InputOutputTable) -> None:
    size = len(table.products)
    if not size:
        raise InputError(f"{table.name} holds no products. Expected a table with products across and down.")
    if table.flows.shape != (size, size):
        raise InputError(f"{table.name}: {size} products and flows of {table.flows.shape}; expected {size} by {size}.")
    for name, row in {"output": table.output, "final use": table.final, "flows": table.flows}.items():
        bad = np.argwhere(~np.isfinite(row))
        if len(bad):
            place = ", ".join(table.products[n] for n in bad[0])
            raise InputError(
                f"{table.name}: {name} of {place} is {row[tuple(bad[0])]}; expected a number. Correct the file."
            )


def _check_balance(table: InputOutputTable, balance: float) -> None:
    """Names the rows that are off, the furthest first."""
    uses = table.flows.sum(axis=1) + table.final
    off = np.abs(uses - table.output)
    wrong = np.flatnonzero(off > balance * np.maximum(np.abs(table.output), 1))
    if len(wrong):
        worst = wrong[np.argsort(-off[wrong])][:5]
        told = "; ".join(
            f"{table.products[n]}: uses {uses[n]:g}, output {table.output[n]:g}, off by {uses[n] - table.output[n]:g}"
            for n in worst
        )
        raise InputError(
            f"{table.name} does not balance in {len(wrong)} of {len(table.products)} rows: {told}. Expected intermediate and final uses of a "
            f"product to add up to its output within {balance:g} of it. Was a column left out, or a total taken for one?"
        )


def _coefficients(table: InputOutputTable) -> np.ndarray:
    idle = np.flatnonzero((table.output <= 0) & (np.abs(table.flows).sum(axis=0) > 0))
    if len(idle):
        raise InputError(
            f"{table.name}: {table.products[idle[0]]} takes inputs of {table.flows[:, idle[0]].sum():g} and its output is {table.output[idle[0]]:g}; "
            "expected output above nought. Join the product with another, or leave it out."
        )
    return _shares(table.flows, table.output)


def _shares(row: np.ndarray, output: np.ndarray) -> np.ndarray:
    return np.divide(row, output, out=np.zeros_like(row, dtype=float), where=np.broadcast_to(output, row.shape) > 0)


def _inverse(name: str, products: tuple[str, ...], inputs: np.ndarray) -> np.ndarray:
    """(I − A)⁻¹, refused where making a product takes as much as it gives or more: no final use could then be met."""
    open_system = np.eye(len(products)) - inputs
    try:
        inverse = np.linalg.inv(open_system)
    except np.linalg.LinAlgError:
        inverse = np.full_like(inputs, np.nan)
    # The product of the norms bounds how far rounding is carried on; entries below nought come with a table that eats more than it makes.
    size = np.abs(open_system).sum(axis=0).max() * np.abs(inverse).sum(axis=0).max()
    if not size < 1e12 or inverse.sum(axis=0).min() <= 0 or inverse.diagonal().min() <= 0:
        column = int(np.argmax(inputs.sum(axis=0)))
        raise InputError(
            f"{name}: the table has no inverse that can be used. Making one unit of {products[column]} takes {inputs[:, column].sum():g} units of "
            "products; expected less than one. Look at that column: is a total among its inputs, or are outputs in another unit?"
        )
    return inverse


def _named(rows: dict[str, np.ndarray], name: str, table: InputOutputTable, what: str) -> np.ndarray:
    if name not in rows:
        raise unknown(what, name, rows, do=f"{table.name} tells {', '.join(rows) or 'none'}.")
    return rows[name]

"""The command that works out the multipliers of an input–output table: multipliers."""

import dataclasses
from pathlib import Path
from typing import Annotated, Any

import typer

from benchside import main
from benchside.cli.ask import Form
from benchside.cli.screen import OUT, progress, show_table, write_csv, write_json
from benchside.economy.multipliers import Multipliers, Product
from benchside.errors import UsageError

SPLIT = ("direct", "effect", "multiplier")


def multipliers(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An input–output table as CSV or TSV, compressed or not.")],
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="COLUMN=VALUE", help="Which of several tables in a list. May be repeated.")
    ] = None,
    kind: Annotated[int, typer.Option("--type", metavar="1|2", help="1 with suppliers; 2 with the spending of pay as well.")] = 1,
    row: Annotated[
        list[str] | None, typer.Option("--row", metavar="NAME", help="Effects on this row (pay, persons employed, value added). May be repeated.")
    ] = None,
    pay: Annotated[str, typer.Option("--pay", metavar="NAME", help="The row that households earn, for type 2.")] = "pay",
    consumption: Annotated[
        str, typer.Option("--consumption", metavar="NAME", help="The use in which they spend, for type 2.")
    ] = "households",
    income: Annotated[
        float | None, typer.Option("--income", metavar="NUMBER", help="All income of households, for type 2; by default all pay in the table.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="table, json or csv.")] = Form.table,
) -> None:  # fmt: skip
    """Work out what one unit of final use of each product sets going: output, employment, value added."""
    with progress("Inverting the table"):
        found = main.multipliers(
            file, only=_chosen(only or []), kind=kind, rows=row or [], pay=pay, consumption=consumption, income=income
        )
    if form is Form.json:
        write_json(dataclasses.asdict(found))
    elif form is Form.csv:
        columns = (
            "product",
            "label",
            "output_multiplier",
            *(f"{name} {part}" for name in found.rows for part in SPLIT),
        )
        write_csv([_flat(p) for p in found.products], columns)
    else:
        _show(found)


def _chosen(only: list[str]) -> dict[str, str]:
    """`COLUMN=VALUE` as column → value."""
    wrong = [text for text in only if "=" not in text]
    if wrong:
        raise UsageError(f"--only {wrong[0]!r} names no column and value. Expected COLUMN=VALUE, such as geo=DE.")
    return {column.strip(): value.strip() for column, _, value in (text.partition("=") for text in only)}


def _flat(product: Product) -> dict[str, Any]:
    found: dict[str, Any] = {"product": product.product, "label": product.label, "output_multiplier": product.output_multiplier}  # fmt: skip
    for effect in product.effects:
        found |= {f"{effect.row} {part}": getattr(effect, part) for part in SPLIT}
    return found


def _show(found: Multipliers) -> None:
    told = ", ".join(part for part in (found.country, found.year, found.unit) if part)
    OUT.print(f"{found.name}{f' ({told})' if told else ''}: multipliers of type {'I' * found.type}", markup=False, soft_wrap=True)  # fmt: skip
    columns = ("product", "", "output", *(f"{name}: {part}" for name in found.rows for part in SPLIT))
    rows = [(p.product, p.label if p.label != p.product else "", f"{p.output_multiplier:.4f}", *_cells(p)) for p in found.products]  # fmt: skip
    show_table(columns, rows, right=range(2, len(columns)))
    OUT.print(f"{len(found.products)} products; output made anew from final use is off by {found.remaining_error:.1e} at most.")  # fmt: skip


def _cells(product: Product) -> list[str]:
    return [_number(getattr(effect, part)) for effect in product.effects for part in SPLIT]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"

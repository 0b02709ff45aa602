"""The cells of an input–output file, one after the other, from long lists and from wide tables, and how they become a table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchside.errors import InputError
from benchside.model.input_output import InputOutputTable
from benchside.sources.tables.unpacking import text_stream

LONGEST_LINE = 8 << 20
"""Letters of one line; a world table has some thousand columns."""


@dataclass(frozen=True)
class Cell:
    """A value where a row and a column meet; `number` is the line it stands in."""

    row: str
    column: str
    value: float
    number: int


@dataclass(frozen=True)
class Names:
    """Which rows and columns of a layout are what: output, totals that repeat their parts, primary inputs, final uses and employment.

    `output_rows` and `output_columns`: names of total output, the first that is there counts. `totals`: names that are passed over. `primary`,
    `final` and `employment`: name in the file → name in the table. `parts`: a name → the name that holds
    it as well and counts in its stead where both are there.
    """

    output_rows: tuple[str, ...]
    output_columns: tuple[str, ...]
    totals: frozenset[str]
    primary: Mapping[str, str]
    final: Mapping[str, str]
    employment: Mapping[str, str]
    parts: Mapping[str, str] = field(default_factory=dict)


def lines_of(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV or TSV file, compressed or not; `InputError` for what is no text or has a line without an end."""
    with text_stream(path.name, path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        try:
            first = text.readline(LONGEST_LINE)
            delimiter = max("\t;,", key=first.count)
            yield from csv.reader(_bounded(path.name, first, text), delimiter=delimiter)
        except UnicodeDecodeError as error:
            raise InputError(
                f"{path.name} is no UTF-8 text ({error.reason} at byte {error.start}). Save it as CSV in UTF-8."
            ) from error
        except csv.Error as error:
            raise InputError(f"{path.name} cannot be read as CSV ({error}). Save it again.") from error


def _bounded(name: str, first: str, text: io.TextIOWrapper) -> Iterator[str]:
    line, number = first, 1
    while line:
        if len(line) >= LONGEST_LINE:
            raise InputError(
                f"{name}, line {number}: longer than {LONGEST_LINE} letters. Expected a table; fetch the file again."
            )
        yield line
        line, number = text.readline(LONGEST_LINE), number + 1


def number_of(text: str, name: str, place: int) -> float:
    """A cell's number; empty, `:` and `-` are nought, as these files write what is not there. `InputError` for anything else."""
    plain = text.strip().replace(" ", "").replace("\u00a0", "")
    if plain in ("", ":", "-", "..", "NA"):
        return 0.0
    try:
        return float(plain.rstrip("pebscuz"))
    except ValueError as error:
        raise InputError(
            f"{name}, line {place}: {text[:40]!r} is no number. Expected one such as 1131 or 0.5."
        ) from error


def long_cells(path: Path, row: str, column: str, value: str, keep: Mapping[str, str] = {}) -> Iterator[Cell]:
    """The cells of a list with one value a line; `keep`: column → the value it must have."""
    lines = lines_of(path)
    header = next(lines, [])
    places = {name: header.index(name) for name in (row, column, value, *keep) if name in header}
    if missing := {row, column, value, *keep} - set(places):
        raise InputError(f"{path.name} lacks the columns {', '.join(sorted(missing))}; it has {', '.join(header)}.")
    for number, line in enumerate(lines, 2):
        if len(line) < len(header):
            raise InputError(
                f"{path.name}, line {number}: {len(line)} fields, expected {len(header)}. Fetch the file again."
            )
        if all(line[places[name]] == wanted for name, wanted in keep.items()):
            yield Cell(
                line[places[row]], line[places[column]], number_of(line[places[value]], path.name, number), number
            )


def wide_cells(path: Path, row: str) -> Iterator[Cell]:
    """The cells of a table with products across; `row` names the column of the rows' names, text columns beside it are passed over."""
    lines = lines_of(path)
    header = next(lines, [])
    if row not in header:
        raise InputError(f"{path.name} lacks the column {row}; it has {', '.join(header)}.")
    at = header.index(row)
    for number, line in enumerate(lines, 2):
        for name, text in list(zip(header, line, strict=False))[at + 1 :]:
            if text.strip():
                yield Cell(line[at], name, number_of(text, path.name, number), number)


def table_of(
    name: str,
    cells: Iterable[Cell],
    names: Names,
    *,
    labels: Mapping[str, str] = {},
    unit: str = "",
    country: str = "",
    year: str = "",
) -> InputOutputTable:
    """The table that the cells make. Products are what stands both down and across and is none of the layout's other names."""
    held: dict[tuple[str, str], float] = {}
    for cell in cells:
        key = (_clean(cell.row), _clean(cell.column))
        if held.get(key, cell.value) != cell.value:
            raise InputError(
                f"{name}, line {cell.number}: {key[0]} by {key[1]} is {cell.value:g} and was {held[key]:g} before. Expected one table: name one country, year and kind of flow."
            )
        held[key] = cell.value
    rows, columns = dict.fromkeys(r for r, _ in held), dict.fromkeys(c for _, c in held)
    known = {*names.totals, *names.output_rows, *names.output_columns, *names.primary, *names.final, *names.employment}
    final = {n: use for n, use in names.final.items() if names.parts.get(n) not in columns}
    products = tuple(r for r in rows if r in columns and r not in known)
    _check_names(name, products, rows, columns, known)
    return InputOutputTable(
        name=name, products=products, labels=tuple(labels.get(p, p) for p in products),
        flows=_block(held, products, products), output=_output(name, held, names, rows, columns, products),
        final=_block(held, products, [c for c in columns if c in final]).sum(axis=1),
        primary=_rows(held, products, rows, names.primary), final_uses=_columns(held, products, columns, final),
        employment=_rows(held, products, rows, names.employment), unit=unit, country=country, year=year,
    )  # fmt: skip


def _clean(name: str) -> str:
    """Names without control characters and stray blanks, which some offices' tables bear."""
    return "".join(letter for letter in name if letter.isprintable()).strip()


def _check_names(name: str, products, rows, columns, known) -> None:
    """Nothing is passed over that the layout does not name."""
    if not products:
        raise InputError(
            f"{name}: no name stands both down and across. Expected a symmetric table, product by product or industry by industry."
        )
    strange = [n for n in (*rows, *columns) if n not in known and n not in products]
    if strange:
        raise InputError(
            f"{name}: {', '.join(dict.fromkeys(strange))[:200]} stands on one side alone and is none of the names of this layout. "
            "Expected products on both sides. Was a column or row lost?"
        )


def _block(held, rows, columns) -> np.ndarray:
    return np.array([[held.get((r, c), 0.0) for c in columns] for r in rows]).reshape(len(rows), len(columns))


def _output(name: str, held, names: Names, rows, columns, products) -> np.ndarray:
    for row in names.output_rows:
        if row in rows:
            return _block(held, [row], products)[0]
    for column in names.output_columns:
        if column in columns:
            return _block(held, products, [column])[:, 0]
    raise InputError(
        f"{name} tells no total output. Expected a row {', '.join(names.output_rows)} or a column {', '.join(names.output_columns)}."
    )


def _rows(held, products, rows, known: Mapping[str, str]) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}
    for row in rows:
        if row in known:
            found[known[row]] = found.get(known[row], 0) + _block(held, [row], products)[0]
    return found


def _columns(held, products, columns, known: Mapping[str, str]) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}
    for column in columns:
        if column in known:
            found[known[column]] = found.get(known[column], 0) + _block(held, products, [column])[:, 0]
    return found

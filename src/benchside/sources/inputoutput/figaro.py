"""FIGARO, Eurostat's table between countries: as a matrix, or as a list with one flow a line.

A product is a country and an industry together, as `DE_C21`. Final uses are a country's as well (`DE_P3_S14`); what is no country's own (taxes, pay) stands
under the code of the world, `W2`.
"""

from collections.abc import Iterator
from pathlib import Path

from benchside.model.input_output import InputOutputTable
from benchside.sources.inputoutput.cells import Cell, Names, lines_of, number_of, table_of, wide_cells

PRIMARY = {
    "D21X31": "taxes on products", "D29X39": "taxes on production", "D1": "pay", "B2A3G": "surplus", "OP_RES": "purchases of residents abroad",
    "OP_NRES": "purchases of non-residents",
}  # fmt: skip
FINAL = {
    "P3_S13": "government", "P3_S14": "households", "P3_S15": "non-profit institutions", "P51G": "capital formation", "P5M": "inventories",
}  # fmt: skip
MATRIX, LIST = "rowLabels", ("refArea", "rowPi", "counterpartArea", "colPi", "obsValue")


def read_matrix(path: Path, name: str, year: str) -> InputOutputTable:
    """The table from the matrix of one year."""
    return _read(list(wide_cells(path, MATRIX)), name, year)


def read_list(path: Path, name: str, year: str) -> InputOutputTable:
    """The table from the flat list of one year."""
    return _read(list(_flows(path)), name, year)


def _flows(path: Path) -> Iterator[Cell]:
    lines = lines_of(path)
    header = next(lines)
    places = [header.index(column) for column in LIST]
    for number, line in enumerate(lines, 2):
        area, row, other, column, value = (line[place] for place in places)
        yield Cell(f"{area}_{row}", f"{other}_{column}", number_of(value, path.name, number), number)


def _read(cells: list[Cell], name: str, year: str) -> InputOutputTable:
    """Output is what stands in a column in all: the table prints no total of its own."""
    totals: dict[str, float] = {}
    for cell in cells:
        totals[cell.column] = totals.get(cell.column, 0.0) + cell.value
    sides = {*totals, *(cell.row for cell in cells)}
    primary = {side: PRIMARY[code] for side in sides if (code := side.partition("_")[2]) in PRIMARY}
    final = {side: FINAL[code] for side in sides if (code := side.partition("_")[2]) in FINAL}
    made = [Cell("output", column, value, 0) for column, value in totals.items() if column not in final]
    names = Names(("output",), (), frozenset(), primary, final, {})
    return table_of(name, [*cells, *made], names, unit="million euro", year=year)

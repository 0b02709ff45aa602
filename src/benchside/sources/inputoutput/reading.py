"""Reads an input–output table from whatever layout its file has; the layout is told by the columns."""

from collections.abc import Mapping
from pathlib import Path

from benchside.errors import InputError, UsageError
from benchside.model.input_output import InputOutputTable
from benchside.sources.inputoutput import figaro
from benchside.sources.inputoutput.cells import lines_of, long_cells, table_of, wide_cells
from benchside.sources.inputoutput.layouts import EUROSTAT, UK, WIDE

UK_TABLE = "Input-Output table (domestic use, basic prices, product by product)"
"""The table of the United Kingdom that is meant where several stand in one file."""

EUROSTAT_COLUMNS = (("prd_ava", "prd_use"), ("ind_ava", "ind_use"), ("prod_na", "induse"))
"""Names of rows and columns in Eurostat's lists, of older and newer releases."""

EUROSTAT_DEFAULT = {"stk_flow": "DOM"}
"""Domestic flows are meant unless another kind is asked for: what is imported sets nothing going in the country."""

LAYOUTS = "the United Kingdom's list (uk_row, uk_col), Eurostat's (prd_ava, prd_use), FIGARO's (rowLabels; or refArea, rowPi), or a wide table (iotables_row or prod_na first)"


def read_table(path: Path, *, only: Mapping[str, str] | None = None) -> InputOutputTable:
    """The table of a file. `only`: column → value, to choose among several tables of a list, such as `geo = "DE"` or `indicator = "…"`."""
    if not path.is_file():
        raise InputError(f"{path} is no file. Expected an input–output table as CSV or TSV, compressed or not.")
    header = next(lines_of(path), [])
    chosen = dict(only or {})
    if "uk_row" in header:
        return _uk(path, chosen)
    for row, column in EUROSTAT_COLUMNS:
        if {row, column} <= set(header):
            return _eurostat(path, header, row, column, chosen)
    if chosen:
        raise UsageError(f"{path.name} holds one table: nothing is to be chosen by {', '.join(chosen)}.")
    if figaro.MATRIX in header:
        return figaro.read_matrix(path, path.name, _year(path))
    if set(figaro.LIST) <= set(header):
        return figaro.read_list(path, path.name, _year(path))
    wide = next((name for name in ("iotables_row", "prod_na") if name in header), None)
    if wide is None:
        raise InputError(f"{path.name} has the columns {', '.join(header[:8])}. Expected {LAYOUTS}.")
    return table_of(path.name, wide_cells(path, wide), WIDE)


def _year(path: Path) -> str:
    """The year that a file's name bears; empty where it bears none."""
    found = [part for part in path.stem.replace("-", "_").split("_") if part.isdecimal() and len(part) == 4]
    return found[-1] if found else ""


def _uk(path: Path, chosen: dict[str, str]) -> InputOutputTable:
    keep = {"indicator": UK_TABLE} | chosen
    told = _told(path, ("unit_lab", "geo_lab", "year"))
    labels = _labels(path, "uk_row", "uk_row_lab", keep)
    return table_of(
        path.name, long_cells(path, "uk_row", "uk_col", "values", keep), UK, labels=labels,
        unit=told["unit_lab"], country=told["geo_lab"], year=told["year"].removesuffix(".0"),
    )  # fmt: skip


def _eurostat(path: Path, header: list[str], row: str, column: str, chosen: dict[str, str]) -> InputOutputTable:
    value = "OBS_VALUE" if "OBS_VALUE" in header else "values"
    keep = {name: default for name, default in EUROSTAT_DEFAULT.items() if name in header} | chosen
    _check_one(path, header, keep)
    told = _told(path, ("unit", "geo", "TIME_PERIOD", "time"), keep)
    labels = _labels(path, row, f"{row}_lab", keep) if f"{row}_lab" in header else {}
    return table_of(
        path.name, long_cells(path, row, column, value, keep), EUROSTAT, labels=labels,
        unit=told["unit"], country=told["geo"], year=(told["TIME_PERIOD"] or told["time"])[:4],
    )  # fmt: skip


def _check_one(path: Path, header: list[str], keep: Mapping[str, str]) -> None:
    """A list may hold the tables of many countries and years: one has to be named."""
    for name in ("geo", "TIME_PERIOD", "time", "unit"):
        if name not in header or name in keep:
            continue
        values = sorted({line[header.index(name)] for line in _lines_with(path, header, keep)})
        if len(values) > 1:
            raise UsageError(
                f"{path.name} holds {len(values)} tables by {name}: {', '.join(values[:12])}. Choose one with {name}=…."
            )


def _lines_with(path: Path, header: list[str], keep: Mapping[str, str]):
    lines = lines_of(path)
    next(lines)
    return (
        line
        for line in lines
        if len(line) >= len(header) and all(line[header.index(n)] == v for n, v in keep.items() if n in header)
    )


def _told(path: Path, names: tuple[str, ...], keep: Mapping[str, str] = {}) -> dict[str, str]:
    """What the first line that is meant tells under each name; empty for a column that is not there."""
    header = next(lines_of(path))
    line = next(_lines_with(path, header, keep), [""] * len(header))
    return {name: line[header.index(name)] if name in header else "" for name in names}


def _labels(path: Path, code: str, label: str, keep: Mapping[str, str]) -> dict[str, str]:
    header = next(lines_of(path))
    return {
        line[header.index(code)]: " ".join(line[header.index(label)].split())
        for line in _lines_with(path, header, keep)
    }

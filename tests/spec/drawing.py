"""Small programmes drawn as text, so that a test of an indicator can be read by an evaluator.

    participation
    project_id | organisation_id | partner_group
    alpha      | univ-a          | academic
    alpha      | firm-b          | sme

A block is a table's name, a line of columns, and rows. What a drawing leaves out is filled in: keys are numbered,
required columns take the example of their declaration, and records that are pointed to and not drawn are made.
"""

import csv
from pathlib import Path

from benchside import main
from benchside.figures.ask import Desk
from benchside.model.columns import Flag, Reference
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES, in_reference_order, references

Rows = list[dict[str, str]]

START = {"programme": "2000-01-01", "project": "2001-01-01"}
"""Projects and programmes that are not drawn began long ago."""


def drawn(text: str) -> dict[str, Rows]:
    """The tables of a drawing, as written."""
    tables: dict[str, Rows] = {}
    for block in text.strip().split("\n\n"):
        name, header, *rows = [line.strip() for line in block.strip().splitlines() if line.strip()]
        columns = [c.strip() for c in header.split("|")]
        cells = [[c.strip() for c in row.split("|")] for row in rows]
        assert name in RECORD_TYPES, f"no such table: {name}"
        assert all(len(row) == len(columns) for row in cells), (
            f"{name}: a row has another number of cells than {columns}"
        )
        tables.setdefault(name, []).extend(dict(zip(columns, row, strict=True)) for row in cells)
    return tables


def completed(tables: dict[str, Rows]) -> dict[str, Rows]:
    """The same tables with everything filled in that the model requires."""
    for of in reversed(in_reference_order()):
        for number, row in enumerate(tables.get(of.name, []), 1):
            _fill(of, row, number)
            _add_parents(of, row, tables)
    return tables


def _fill(of: RecordType, row: dict[str, str], number: int) -> None:
    for column in of.columns:
        if row.get(column.name) or not column.required:
            continue
        if (column.name,) == of.key:
            row[column.name] = f"{of.name}-{number}"
        elif column.name.endswith("_on") and of.name in START:
            row[column.name] = START[of.name]
        elif isinstance(column.kind, Reference):
            row[column.name] = f"a-{column.kind.to}"
        elif isinstance(column.kind, Flag):
            row[column.name] = "no"
        else:
            row[column.name] = column.example or "made"
    if of.name in START and not row.get("start_on"):
        row["start_on"] = START[of.name]


def _add_parents(of: RecordType, row: dict[str, str], tables: dict[str, Rows]) -> None:
    for column, to in references(of).items():
        value, key = row.get(column), RECORD_TYPES[to].key[0]
        if value and not any(r.get(key) == value for r in tables.setdefault(to, [])):
            tables[to].append({key: value})
            if to == of.name:
                _fill(of, tables[to][-1], 0)


def write(folder: Path, tables: dict[str, Rows], **settings: object) -> Path:
    """A programme's folder that holds the tables as CSV files."""
    records = folder / "records"
    records.mkdir(parents=True)
    for name, rows in tables.items():
        columns = [c.name for c in RECORD_TYPES[name].columns]
        with (records / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)
    lines = [f"{k} = {v!r}".replace("'", '"') for k, v in settings.items()]
    (folder / "programme.toml").write_text(
        "\n".join([*lines, "[[source]]", 'id = "workbook"', 'path = "records"', ""]), encoding="utf-8"
    )
    return folder


def build_world(folder: Path, text: str, **settings: object) -> Desk:
    """Build a drawing and give the desk to ask; every drawn row must be accepted."""
    settings.setdefault("as_of", "2020-12-31")
    write(folder, completed(drawn(text)), **settings)
    result = main.build(folder)
    if result.refused:
        raise AssertionError((result.folder / "refused.csv").read_text(encoding="utf-8"))
    return main.open_desk(folder)

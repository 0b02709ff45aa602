"""The records that no export gives away, by one written rule.

1. A regulatory procedure marked confidential is left out.
2. A record whose required count of people lies above nought and below the programme's small number is left out; where
   the count is not required, the cell alone is emptied.
3. The same is done to records from which such a count could be worked out: those that are withheld when a figure is opened, and
   as many in each table that those withheld cannot be told from its total or a project's (`benchside.figures.suppression`).
4. A record that points to one left out is left out too, so that no reference leads nowhere.

What was left out is counted, table by table. Figures are still worked out over all records.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from benchside.figures.ask import Desk
from benchside.figures.suppression import ROW, TOTAL, Cell, Tables, complete
from benchside.indicators.base import MILLION
from benchside.indicators.catalogue import all_indicators
from benchside.model.columns import Decimal
from benchside.model.record import AnyPointer, RecordType
from benchside.model.tables import RECORD_TYPES, in_reference_order, references
from benchside.store.checks import name as column_name
from benchside.store.checks import quoted
from benchside.store.reading import Build

RULE = (
    "Left out: confidential regulatory procedures; records whose required count of people is above 0 and below {below}; records "
    "that point to one left out. Other counts of people above 0 and below {below} are emptied cells. "
    "Refused rows and the sources' decisions are not part of the package; they are counted."
)
PEOPLE = {
    "participation": ("head_count", "fte"),
    "employment": ("head_count", "fte"),
    "trial": ("planned_enrolment", "actual_enrolment"),
    "cohort": ("learners", "continuing"),
}
"""Columns that count people; those that are required leave the record out, the others empty the cell."""
PEOPLE_MEASURES = ("employees", "members", "participants", "users", "people", "experts")
"""Measures of an observation that count people."""

Place = tuple[str, str]
"""A table and one of its columns."""


@dataclass(frozen=True)
class Withheld:
    """What is left out: table → evidence ids of its records; and table and column → the records of which the cell is emptied."""

    records: dict[str, tuple[str, ...]] = field(default_factory=dict)
    cells: dict[Place, tuple[str, ...]] = field(default_factory=dict)

    def kept(self, of: RecordType) -> str:
        """The SQL condition of the records that are given away."""
        return f"NOT ({_is_one_of(self.records.get(of.name, ()))})"

    def is_emptied(self, of: RecordType, column: str) -> str:
        """The SQL condition under which the cell of a record that is given away is emptied; empty where it never is."""
        ids = self.cells.get((of.name, column), ())
        return _is_one_of(ids) if ids else ""

    def emptied(self, build: Build) -> dict[str, int]:
        """table → how many cells are emptied."""
        found: Counter[str] = Counter()
        for table, column in self.cells:
            of = RECORD_TYPES[table]
            where = f"{self.kept(of)} AND {column_name(column)} IS NOT NULL AND {self.is_emptied(of, column)}"
            found[table] += build.query(f"SELECT count(*) AS n FROM {column_name(table)} WHERE {where}")[0]["n"]
        return {table: n for table, n in found.items() if n}


def withhold(desk: Desk) -> Withheld:
    """Apply the rule to a build."""
    build, people = desk.build, _people(desk)
    left: dict[str, tuple[str, ...]] = {}
    for of in in_reference_order():
        told = {record for (t, c), ids in people.items() if t == of.name and of.column(c).required for record in ids}
        tests = [*_own(of), *([_is_one_of(sorted(told))] if told else []), *_pointing(of, left)]
        if tests:
            rows = build.query(f"SELECT evidence_id FROM {column_name(of.name)} WHERE {' OR '.join(tests)} ORDER BY 1")
            if rows:
                left[of.name] = tuple(row["evidence_id"] for row in rows)
    cells = {
        (t, c): tuple(sorted(ids)) for (t, c), ids in people.items() if ids and not RECORD_TYPES[t].column(c).required
    }
    return Withheld(left, cells)


def _people(desk: Desk) -> dict[Place, set[str]]:
    """Table and column → the records of which that count of people is withheld."""
    opened = {record for i in all_indicators().values() if i.people for record in desk.withheld_records(i)}
    return {
        (table, column): _complete(desk, table, column, {r for r in opened if r.partition(":")[0] == table})
        for table, columns in (PEOPLE | {"observation": ("value",)}).items()
        for column in columns
    }


def _complete(desk: Desk, table: str, column: str, before: set[str]) -> set[str]:
    """Those withheld before, those small, and what must go with them so that the column's total and those of projects do not tell them."""
    of, cell = RECORD_TYPES[table], column_name(column)
    project = "project_id" if any(c.name == "project_id" for c in of.columns) else "NULL"
    counts = f"measure IN ({', '.join(map(quoted, PEOPLE_MEASURES))})" if table == "observation" else "true"
    kind = "measure" if table == "observation" else "NULL"
    rows = desk.build.query(
        f"SELECT evidence_id AS record, {project} AS project, {kind} AS kind, {cell} AS n FROM {column_name(table)} WHERE {cell} > 0 AND {counts}"
    )
    found = set(before)
    for kind in {row["kind"] for row in rows}:
        tables = _tables([r for r in rows if r["kind"] == kind], _unit(of, column), desk.below)
        hidden = complete(tables, before=[(ROW, record) for record in before])
        found |= {record for what, record in hidden if what == ROW and record is not None}
    return found


def _tables(rows: list[dict], unit: int, below: int) -> Tables:
    people: dict[Cell, Fraction] = {TOTAL: Fraction(0)}
    parts: dict[Cell, dict[str, int]] = {TOTAL: {}}
    for row in rows:
        for cell in (TOTAL, (ROW, row["record"]), *([("project", row["project"])] if row["project"] else [])):
            people[cell] = people.get(cell, Fraction(0)) + Fraction(int(row["n"]), unit)
            parts.setdefault(cell, {})[row["record"]] = 1
    return Tables(people, parts, below)


def _own(of: RecordType) -> list[str]:
    return ["coalesce(is_confidential, true)"] if of.name == "regulatory_procedure" else []


def _unit(of: RecordType, column: str) -> int:
    """Decimal numbers, as full-time equivalents are, are kept in millionths."""
    return MILLION if isinstance(of.column(column).kind, Decimal) else 1


def _is_one_of(ids: Iterable[str]) -> str:
    listed = ", ".join(map(quoted, ids))
    return f"evidence_id IN ({listed})" if listed else "false"


def _pointing(of: RecordType, left: dict[str, tuple[str, ...]]) -> list[str]:
    """Conditions under which a record names one that is left out, by a reference or a free pointer."""
    tests = [
        _is_among(f"{quoted(to + ':')} || {column_name(c)}", left[to]) for c, to in references(of).items() if to in left
    ]
    for rule in of.rules:
        if isinstance(rule, AnyPointer):
            pointer = f"{column_name(rule.type_column)} || ':' || {column_name(rule.key_column)}"
            tests += [_is_among(pointer, ids) for ids in left.values()]
    return tests


def _is_among(expression: str, ids: tuple[str, ...]) -> str:
    return f"coalesce({expression} IN ({', '.join(map(quoted, ids))}), false)"

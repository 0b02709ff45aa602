"""The records that no export gives away, by one written rule.

1. A regulatory procedure marked confidential is left out.
2. A record whose required count of people lies above nought and below the programme's small number is left out; where
   the count is not required, the cell alone is emptied.
3. A record that points to one left out is left out too, so that no reference leads nowhere.

What was left out is counted, table by table. Figures are still worked out over all records.
"""

from dataclasses import dataclass, field

from benchside.model.record import AnyPointer, RecordType
from benchside.model.tables import RECORD_TYPES, in_reference_order, references
from benchside.store.checks import name as column_name
from benchside.store.checks import quoted
from benchside.store.reading import Build

RULE = (
    "Left out: confidential regulatory procedures; records whose required count of people is above 0 and below {below}; "
    "records that point to one left out. Other counts of people above 0 and below {below} are emptied cells. "
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
_MILLION = 1_000_000


@dataclass(frozen=True)
class Withheld:
    """What is left out: table → evidence ids of its records; and the number below which a count of people is not shown."""

    below: int
    records: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def kept(self, of: RecordType) -> str:
        """The SQL condition of the records that are given away."""
        ids = self.records.get(of.name, ())
        return f"evidence_id NOT IN ({', '.join(map(quoted, ids))})" if ids else "true"

    def is_emptied(self, of: RecordType, column: str) -> str:
        """The SQL condition under which the cell of a record that is given away is emptied; empty where it never is."""
        counts = column in PEOPLE.get(of.name, ()) and not of.column(column).required
        return _small(of, column, self.below) if counts else ""

    def emptied(self, build: Build) -> dict[str, int]:
        """table → how many cells are emptied."""
        found = {}
        for table, columns in PEOPLE.items():
            of = RECORD_TYPES[table]
            tests = [test for column in columns if (test := self.is_emptied(of, column))]
            if tests:
                cells = " + ".join(f"count_if({test})" for test in tests)
                rows = build.query(f"SELECT {cells} AS n FROM {column_name(table)} WHERE {self.kept(of)}")
                found[table] = rows[0]["n"]
        return {table: int(n) for table, n in found.items() if n}


def withhold(build: Build, below: int) -> Withheld:
    """Apply the rule to a build."""
    left: dict[str, tuple[str, ...]] = {}
    for of in in_reference_order():
        tests = [*_own(of, below), *_pointing(of, left)]
        if tests:
            rows = build.query(f"SELECT evidence_id FROM {column_name(of.name)} WHERE {' OR '.join(tests)} ORDER BY 1")
            if rows:
                left[of.name] = tuple(row["evidence_id"] for row in rows)
    return Withheld(below, left)


def _own(of: RecordType, below: int) -> list[str]:
    if of.name == "regulatory_procedure":
        return ["coalesce(is_confidential, true)"]
    if of.name == "observation":
        return [f"(measure IN ({', '.join(map(quoted, PEOPLE_MEASURES))}) AND {_small(of, 'value', below)})"]
    return [_small(of, c, below) for c in PEOPLE.get(of.name, ()) if of.column(c).required]


def _small(of: RecordType, column: str, below: int) -> str:
    """Full-time equivalents are kept in millionths."""
    most = below * _MILLION if column == "fte" else below
    cell = column_name(column)
    return f"coalesce({cell} > 0 AND {cell} < {most}, false)"


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

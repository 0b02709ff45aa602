"""The records that arrows join: whether they are there, when they happened, what a reader calls them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from benchside.model.codes import CODES
from benchside.model.columns import Code
from benchside.model.history import Event, Span
from benchside.model.tables import RECORD_TYPES, references
from benchside.pathways.stages import STAGE_OF, STAGES, stages_of
from benchside.pathways.whole_columns import pc

_WORDS = ("acronym", "name", "title", "subject", "description", "use")
"""The columns that may hold a record's words; the first that is filled is taken."""


@dataclass(frozen=True)
class Place:
    """A record as a place in a pathway. `stage` and `on` may be missing; so may the record itself (`is_known`)."""

    id: str
    record_type: str
    key: str
    stage: str | None
    label: str
    on: date | None
    project: str | None = None
    is_known: bool = True


class Records:
    """Tables of records by type, as the engine gives them, each with a column `evidence_id`."""

    def __init__(self, tables: Mapping[str, pa.Table]):
        self.tables = {name: table.combine_chunks() for name, table in tables.items()}

    def known(self, ids: pa.Array) -> np.ndarray:
        """A mask of the ids that are records."""
        return self._over_types(ids, lambda name, table: pa.array([True] * table.num_rows), False)

    def stages(self, ids: pa.Array) -> np.ndarray:
        """The number of each id's stage in `STAGES`, -1 where its type has none. A record that is not there has that of its type."""
        order = pa.array(list(STAGES))
        found = self._over_types(ids, lambda name, table: pc.index_in(stages_of(name, table), order), -1)
        for name, rule in STAGE_OF.items():
            ours = pc.starts_with(ids, f"{name}:").to_numpy(zero_copy_only=False) & (found < 0)
            found[ours] = list(STAGES).index(rule if isinstance(rule, str) else rule.otherwise)
        return found

    def dates(self, ids: pa.Array) -> np.ndarray:
        """When each id happened or began, as days; not a time where nobody says, or where the date is only that of a reading."""
        nothing = np.datetime64("NaT", "D")
        return self._over_types(ids, _dates, nothing)

    def _over_types(self, ids: pa.Array, value, nothing) -> np.ndarray:
        """For each id what `value(type, table)` gives for its row; `nothing` where it has no row or no value."""
        found = np.full(len(ids), nothing)
        for name, table in self.tables.items():
            if "evidence_id" not in table.column_names or not table.num_rows:
                continue
            at = pc.index_in(ids, table["evidence_id"].combine_chunks())
            here = np.flatnonzero(pc.is_valid(at).to_numpy(zero_copy_only=False))
            if not len(here):
                continue
            values = value(name, table)
            values = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
            taken = values.take(at.take(pa.array(here)))
            filled = pc.is_valid(taken).to_numpy(zero_copy_only=False)
            found[here[filled]] = taken.drop_null().to_numpy(zero_copy_only=False)
        return found

    def rows(self, record_type: str, ids: Iterable[str]) -> dict[str, dict]:
        """id → its row, for the records of a type that are there."""
        table = self.tables.get(record_type)
        if table is None or "evidence_id" not in table.column_names:
            return {}
        kept = table.filter(pc.is_in(table["evidence_id"], pa.array(list(ids), pa.string())))
        return {row["evidence_id"]: row for row in kept.to_pylist()}

    def places(self, ids: Iterable[str]) -> dict[str, Place]:
        """id → the record as a place, in the order given."""
        ids = list(dict.fromkeys(ids))
        all_ids = pa.array(ids, pa.string())
        stages, dates = self.stages(all_ids), self.dates(all_ids)
        rows = self._rows_of_all(ids)
        titles = list(STAGES)
        return {
            id: Place(
                id, *split(id), titles[stages[n]] if stages[n] >= 0 else None,
                self._label(id, rows.get(id)), None if np.isnat(dates[n]) else dates[n].astype(object),
                _project(id, rows.get(id)), id in rows,
            )
            for n, id in enumerate(ids)
        }  # fmt: skip

    def _rows_of_all(self, ids: list[str]) -> dict[str, dict]:
        by_type: dict[str, list[str]] = {}
        for id in ids:
            by_type.setdefault(split(id)[0], []).append(id)
        return {id: row for name, some in by_type.items() for id, row in self.rows(name, some).items()}

    def _label(self, id: str, row: dict | None) -> str:
        record_type, key = split(id)
        if row is None:
            return key
        if row.get("is_confidential"):
            return "a confidential step"
        if record_type == "contribution":
            return _money(row)
        if record_type == "asset_use":
            return f"{row['user_name']}: {row['use']}"
        if record_type == "observation":
            return f"{row['subject']}: {'over ' if row['bound'] == 'lower' else ''}{row['value']}"
        if record_type == "cohort":
            return f"{'over ' if row['count_bound'] == 'lower' else ''}{row['learners']} learners"
        words = next((str(row[c]) for c in _WORDS if row.get(c)), None)
        return words or self._borrowed(record_type, row) or key

    def _borrowed(self, record_type: str, row: dict) -> str | None:
        """The words of the organisation a record is about, with what the organisation does."""
        organisation = references(RECORD_TYPES[record_type]).get("organisation_id") and row.get("organisation_id")
        found = self.rows("organisation", [f"organisation:{organisation}"]) if organisation else {}
        name = next((r["name"] for r in found.values()), None)
        kind = row.get("kind")
        return f"{name} ({_coded(record_type, 'kind', kind)})" if name and kind else name or kind


def split(id: str) -> tuple[str, str]:
    """The record type and the key of an id."""
    record_type, _, key = id.partition(":")
    return record_type, key


def _dates(name: str, table: pa.Table) -> pa.Array:
    history = RECORD_TYPES[name].history
    column = history.on if isinstance(history, Event) else history.start if isinstance(history, Span) else None
    if column is None or column not in table.column_names:
        return pa.nulls(table.num_rows, pa.date32())
    return table[column].cast(pa.date32())


def _project(id: str, row: dict | None) -> str | None:
    if id.startswith("project:"):
        return split(id)[1]
    return (row or {}).get("project_id")


def _money(row: dict) -> str:
    amount = f"{row['currency']} {row['amount'] // 100:,}".replace(",", " ")
    return f"{amount}, {_coded('contribution', 'payer', row['payer'])}"


def _coded(record_type: str, column: str, value: str) -> str:
    kind = RECORD_TYPES[record_type].column(column).kind
    return CODES[kind.codes].get(value, value) if isinstance(kind, Code) else value

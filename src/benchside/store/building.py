"""Filling a build: pieces are staged as text, checked in the engine, and kept or refused row by row.

The tables come in the order of their references, so that a row that points to a refused record is refused as
well, with its own reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from benchside.model.columns import Identifier
from benchside.model.history import Span, Version
from benchside.model.identifiers import SCHEMES
from benchside.model.origin import CsvPiece, Extract, RowsPiece
from benchside.model.record import AnyPointer, RecordType, SumRule
from benchside.model.tables import RECORD_TYPES, in_reference_order, references
from benchside.store.checks import faults, kept, name, quoted, rule_faults, written

SYSTEM = ("source", "source_record_id", "snapshot")


@dataclass(frozen=True)
class Staged:
    """An extract together with the source and the snapshot it was read from."""

    source: str
    snapshot: str
    extract: Extract
    file_names: Mapping[str, str]


def fill(con: duckdb.DuckDBPyConnection, staged: Iterable[Staged], progress=lambda text: None) -> None:
    """Make every table of the model from what the sources handed over, with refusals and decisions beside them."""
    staged = list(staged)
    con.execute(
        'CREATE TABLE refused (source VARCHAR, snapshot VARCHAR, "table" VARCHAR, "row" VARCHAR, "column" VARCHAR, value VARCHAR, rule VARCHAR, "do" VARCHAR)'
    )
    con.execute(
        'CREATE TABLE decision (source VARCHAR, snapshot VARCHAR, "table" VARCHAR, record VARCHAR, "column" VARCHAR, found VARCHAR, kept VARCHAR, reason VARCHAR)'
    )
    con.execute("CREATE TEMP TABLE bad_identifier (scheme VARCHAR, value VARCHAR)")
    con.execute("CREATE TEMP TABLE pointed (evidence_id VARCHAR)")
    for each in staged:
        _note(con, each)
    for of in in_reference_order():
        progress(of.title)
        _stage(con, of, staged)
        _accept(con, of)
    _point(con)


def _note(con: duckdb.DuckDBPyConnection, each: Staged) -> None:
    who = (each.source, each.snapshot)
    rows = [(*who, r.table, r.row, r.column, r.value[:200], r.rule, r.do) for r in each.extract.refusals]
    if rows:
        con.executemany("INSERT INTO refused VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    rows = [(*who, d.table, d.record, d.column, d.found, d.kept, d.reason) for d in each.extract.decisions]
    if rows:
        con.executemany("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _stage(con: duckdb.DuckDBPyConnection, of: RecordType, staged: list[Staged]) -> None:
    """All pieces of one table, as text, with where each row came from."""
    columns = ", ".join(f"{name(c.name)} VARCHAR" for c in of.columns)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE staged ({columns}, source VARCHAR, source_record_id VARCHAR, snapshot VARCHAR, seq BIGINT)"
    )
    for each in staged:
        for piece in each.extract.tables.get(of.name, []):
            _stage_csv(con, of, each, piece) if isinstance(piece, CsvPiece) else _stage_rows(con, each, piece)


def _stage_rows(con: duckdb.DuckDBPyConnection, each: Staged, piece: RowsPiece) -> None:
    if not piece.rows:
        return
    arrays = [pa.array([row[i] for row in piece.rows], pa.string()) for i in range(len(piece.columns))]
    table = pa.table([*arrays, pa.array(piece.places, pa.string())], names=[*piece.columns, "source_record_id"])
    con.register("piece", table)
    con.execute(
        f"INSERT INTO staged BY NAME SELECT *, {quoted(each.source)} AS source, {quoted(each.snapshot)} AS snapshot, "
        "row_number() OVER () + coalesce((SELECT max(seq) FROM staged), 0) AS seq FROM piece"
    )
    con.unregister("piece")


def _stage_csv(con: duckdb.DuckDBPyConnection, of: RecordType, each: Staged, piece: CsvPiece) -> None:
    """A CSV file is streamed by the engine; rows with too few or too many cells are refused with their line."""
    file = each.file_names.get(str(piece.path), piece.path.name)
    reader = f"read_csv({quoted(str(piece.path))}, header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true, max_line_size = 16000000"
    insert = (
        f"INSERT INTO staged BY NAME SELECT *, {quoted(each.source)} AS source, {quoted(each.snapshot)} AS snapshot, "
        f"{quoted(file + ' row ')} || (row_number() OVER () + 1) AS source_record_id, "
        "row_number() OVER () + coalesce((SELECT max(seq) FROM staged), 0) AS seq FROM "
    )
    try:
        con.execute(f"{insert}{reader})")
    except duckdb.InvalidInputException:
        con.execute(f"{insert}{reader}, ignore_errors = true, store_rejects = true)")
        _refuse_lines(con, of, each, file)


def _refuse_lines(con: duckdb.DuckDBPyConnection, of: RecordType, each: Staged, file: str) -> None:
    con.execute(
        f"INSERT INTO refused SELECT {quoted(each.source)}, {quoted(each.snapshot)}, {quoted(of.name)}, {quoted(file + ' line ')} || line, "
        "coalesce(max(column_name), ''), left(any_value(csv_line), 200), any_value(error_type::VARCHAR), "
        "'Give the line as many cells as the header has; quote cells that hold commas or line breaks.' FROM reject_errors GROUP BY line"
    )
    con.execute("DROP TABLE reject_errors; DROP TABLE reject_scans")


def _accept(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    _find_bad_identifiers(con, of)
    _gather_pointed(con, of)
    found = [f for c in of.columns for f in faults(of, c)] + rule_faults(of)
    listed = ", ".join(found)
    values = ", ".join(f"{kept(c)} AS {name(c.name)}" for c in of.columns)
    key = " || '|' || ".join(f"CAST({kept(of.column(k))} AS VARCHAR)" for k in of.key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE checked AS SELECT {values}, {', '.join(SYSTEM)}, seq, {quoted(of.name + ':')} || {key} AS evidence_id, "
        f"list_filter([{listed}], lambda f: f IS NOT NULL) AS faults FROM staged AS s"
    )
    _refuse_twins(con, of)
    for rule in of.rules:
        if isinstance(rule, SumRule):
            _refuse_sums(con, of, rule)
    con.execute(
        f'INSERT INTO refused SELECT source, snapshot, {quoted(of.name)}, source_record_id, f."column", f.value, f.rule, f."do" '
        "FROM (SELECT source, snapshot, source_record_id, seq, unnest(faults) AS f FROM checked WHERE len(faults) > 0) ORDER BY seq"
    )
    _keep(con, of)


def _refuse_twins(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """Of rows that bear one key the first is kept; the others are refused and told where it stands."""
    column = quoted(of.key[0])
    con.execute(
        f"UPDATE checked SET faults = [{{'column': {column}, 'value': t.shown, 'rule': 'this key stands already at ' || t.place, "
        "'do': 'Give each record its own key, or remove one of the two.'}] FROM "
        f"(SELECT seq AS s, substr(evidence_id, {len(of.name) + 2}) AS shown, first_value(source_record_id) OVER w AS place, row_number() OVER w AS n "
        "FROM checked WHERE len(faults) = 0 WINDOW w AS (PARTITION BY evidence_id ORDER BY seq)) AS t WHERE t.s = seq AND t.n > 1"
    )


def _refuse_sums(con: duckdb.DuckDBPyConnection, of: RecordType, rule: SumRule) -> None:
    by = ", ".join(name(c) for c in rule.by)
    same = " AND ".join(f"checked.{name(c)} = g.{name(c)}" for c in rule.by)
    shown = f"CAST(g.total / {rule.total} AS VARCHAR)"
    con.execute(
        f"UPDATE checked SET faults = [{{'column': {quoted(rule.column)}, 'value': {shown}, 'rule': {quoted(rule.says)}, "
        f"'do': 'Correct the values that share ' || {quoted(', '.join(rule.by))} || '.'}}] FROM (SELECT {by}, sum({name(rule.column)}) AS total "
        f"FROM checked WHERE len(faults) = 0 GROUP BY ALL HAVING total <> {rule.total}) AS g WHERE {same} AND len(faults) = 0"
    )


def _find_bad_identifiers(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """Check digits are computed once for each distinct value, outside the engine."""
    for column in of.columns:
        if not isinstance(column.kind, Identifier):
            continue
        scheme = SCHEMES[column.kind.scheme]
        values = con.execute(
            f"SELECT DISTINCT {written(column)} FROM staged WHERE {written(column)} IS NOT NULL"
        ).fetchall()
        bad = [(scheme.name, v) for (v,) in values if not scheme.is_valid(v)]
        if bad:
            con.executemany("INSERT INTO bad_identifier VALUES (?, ?)", bad)


def _gather_pointed(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """The keys that free pointers of this type may name, gathered only for the types they do name."""
    con.execute("DELETE FROM pointed")
    for rule in of.rules:
        if isinstance(rule, AnyPointer):
            column = written(of.column(rule.type_column))
            for (kind,) in con.execute(f"SELECT DISTINCT {column} FROM staged WHERE {column} IS NOT NULL").fetchall():
                if kind in RECORD_TYPES and con.execute(
                    "SELECT count(*) FROM duckdb_tables() WHERE table_name = ? AND NOT temporary", [kind]
                ).fetchone() == (1,):
                    con.execute(f"INSERT INTO pointed SELECT evidence_id FROM {name(kind)}")


def _keep(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """The accepted rows with the dates of their history: true_from, true_to, known_on."""
    known = "known_on" if of.name == "document" else "coalesce(c.known_on, d.printed_on, d.seen_on)"
    join = "" if of.name == "document" else "LEFT JOIN document AS d ON d.document_key = c.document_id"
    if of.name == "document":
        known = "coalesce(c.known_on, c.printed_on, c.seen_on)"
    start, end, parent = _dates(of, known)
    con.execute(
        f"CREATE TABLE {name(of.name)} AS SELECT c.* EXCLUDE (known_on, faults, seq), {known} AS known_on, "
        f"{start} AS true_from, {end} AS true_to FROM checked AS c {join} {parent} WHERE len(c.faults) = 0 ORDER BY c.evidence_id"
    )


def _dates(of: RecordType, known: str) -> tuple[str, str, str]:
    history = of.history
    if isinstance(history, Version):
        return f"c.{name(history.on)}", "CAST(NULL AS DATE)", ""
    own = history.start if isinstance(history, Span) else history.on
    dates = [f"c.{name(own)}"] if own else []
    parent = ""
    if history.inherit:
        to = RECORD_TYPES[references(of)[history.inherit]]
        parent = f"LEFT JOIN {name(to.name)} AS p ON p.{name(to.key[0])} = c.{name(history.inherit)}"
        dates.append("p.true_from")
    end = f"c.{name(history.end)}" if isinstance(history, Span) and history.end else "CAST(NULL AS DATE)"
    return f"coalesce({', '.join([*dates, known])})", end, parent


def _point(con: duckdb.DuckDBPyConnection) -> None:
    for left in ("staged", "checked", "pointed", "bad_identifier"):
        con.execute(f"DROP TABLE IF EXISTS temp.{left}")

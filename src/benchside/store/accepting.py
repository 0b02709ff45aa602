"""From staged text to accepted records: every rule of a type is asked of every row, and what breaks one is refused."""

import duckdb

from benchside.model.columns import Identifier, Reference
from benchside.model.history import Span, Validity, Version
from benchside.model.identifiers import SCHEMES
from benchside.model.record import AnyPointer, RecordType, SumRule
from benchside.model.tables import RECORD_TYPES, references
from benchside.store.checks import (
    LONGEST_SHOWN,
    Fault,
    all_faults,
    kept,
    lost_reference,
    lost_reference_do,
    name,
    quoted,
    written,
)

SYSTEM = ("source", "source_record_id", "snapshot")


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """The scratch tables that checks look into, and the list of refused records by their keys."""
    con.execute("CREATE TEMP TABLE bad_identifier (scheme VARCHAR, value VARCHAR)")
    con.execute("CREATE TEMP TABLE pointed (evidence_id VARCHAR)")
    con.execute('CREATE TABLE refused_record (source VARCHAR, "row" VARCHAR, evidence_id VARCHAR)')


def accept(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """The staged rows of a type become its table; those that break a rule go to `refused`, with all they break."""
    if con.execute("SELECT 1 FROM staged LIMIT 1").fetchone() is None:
        _make_empty(con, of)
        return
    _find_bad_identifiers(con, of)
    _gather_pointed(con, of)
    con.execute(f"CREATE OR REPLACE TEMP TABLE checked AS {_checked(of)}")
    con.execute("DROP TABLE temp.staged")
    _refuse_twins(con, of)
    _refuse_lost_kin(con, of)
    for rule in of.rules:
        if isinstance(rule, SumRule):
            _refuse_sums(con, of, rule)
    con.execute(
        f'INSERT INTO refused SELECT source, snapshot, {quoted(of.name)}, source_record_id, f."column", f.value, f.rule, f."do" '
        "FROM (SELECT source, snapshot, source_record_id, seq, unnest(faults) AS f FROM checked WHERE len(faults) > 0) ORDER BY seq"
    )
    # What was refused is told from what is gone by its key, which the list that people read does not show.
    con.execute(
        "INSERT INTO refused_record SELECT source, source_record_id, evidence_id FROM checked "
        "WHERE len(faults) > 0 AND evidence_id IS NOT NULL"
    )
    _keep(con, of)


def _make_empty(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """A table without rows, as it would be with them; planning all checks for nothing is what small builds would spend most on."""
    own = [f"{name(c.name)} {c.kind.engine_type}" for c in of.columns if c.name != "known_on"]
    added = [f"{column} VARCHAR" for column in (*SYSTEM, "evidence_id")]
    dates = [f"{column} DATE" for column in ("known_on", "true_from", "true_to")]
    con.execute(f"CREATE TABLE {name(of.name)} ({', '.join([*own, *added, *dates])})")


def _checked(of: RecordType) -> str:
    """The query for every row's kept values and list of faults.

    Faults are gathered only for the rows that have any: to make a list for each of ten million good rows would cost more
    than all else.
    """
    found = all_faults(of)
    asked = [f"{name(f'wrong {i}')}" if f.looks_up else f"coalesce({f.wrong}, false)" for i, f in enumerate(found)]
    looked_up = "".join(
        f", coalesce({f.wrong}, false) AS {name(f'wrong {i}')}" for i, f in enumerate(found) if f.looks_up
    )
    told = ", ".join(f"CASE WHEN {wrong} THEN {_told(f)} END" for wrong, f in zip(asked, found, strict=True))
    values = ", ".join(f"{kept(c)} AS {name(c.name)}" for c in of.columns)
    key = " || '|' || ".join(f"CAST({kept(of.column(k))} AS VARCHAR)" for k in of.key)
    return (
        f"SELECT {values}, {', '.join(SYSTEM)}, seq, {quoted(of.name + ':')} || {key} AS evidence_id, "
        f"CASE WHEN {' OR '.join(asked)} THEN list_filter([{told}], lambda f: f IS NOT NULL) ELSE [] END AS faults "
        f"FROM (SELECT s.*{looked_up} FROM staged AS s)"
    )


def _told(fault: Fault) -> str:
    value = f"left(coalesce({name(fault.column.name)}, ''), {LONGEST_SHOWN})"
    return _fault_value(fault.column.name, value, fault.rule, quoted(fault.do))


def _fault_value(column: str, value: str, rule: str, do: str) -> str:
    return f"{{'column': {quoted(column)}, 'value': {value}, 'rule': {rule}, 'do': {do}}}"


def _refuse_twins(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """Of rows that bear one key the first without a fault is kept; the others are refused and told where it stands."""
    told = _fault_value(
        of.key[0], "t.shown", "'this key stands already at ' || t.place", "'Give each record its own key, or remove one of the two.'"
    )  # fmt: skip
    con.execute(
        f"UPDATE checked SET faults = list_append(faults, {told}) FROM "
        f"(SELECT seq AS s, substr(evidence_id, {len(of.name) + 2}) AS shown, first_value(source_record_id) OVER w AS place, row_number() OVER w AS n "
        "FROM checked WHERE evidence_id IN (SELECT evidence_id FROM checked GROUP BY ALL HAVING count(*) > 1) "
        "WINDOW w AS (PARTITION BY evidence_id ORDER BY len(faults) > 0, seq)) AS t WHERE t.s = seq AND t.n > 1"
    )


def _refuse_lost_kin(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """References within a type: what points to a refused row is refused too, until nothing more falls."""
    for column, to in references(of).items():
        while to == of.name:
            kind = of.column(column).kind
            assert isinstance(kind, Reference)
            told = _fault_value(column, name(column), quoted(lost_reference(kind)), quoted(lost_reference_do(kind)))
            fallen = con.execute(
                f"UPDATE checked SET faults = list_append(faults, {told}) WHERE {name(column)} IS NOT NULL "
                f"AND {name(column)} NOT IN (SELECT {name(of.key[0])} FROM checked WHERE len(faults) = 0) "
                f"AND len(list_filter(faults, lambda f: f.rule = {quoted(lost_reference(kind))})) = 0"
            ).fetchone()
            if fallen is None or fallen[0] == 0:
                break


def _refuse_sums(con: duckdb.DuckDBPyConnection, of: RecordType, rule: SumRule) -> None:
    by = ", ".join(name(c) for c in rule.by)
    same = " AND ".join(f"checked.{name(c)} = g.{name(c)}" for c in rule.by)
    told = _fault_value(
        rule.column, f"CAST(g.total / {rule.total} AS VARCHAR)", quoted(f"{rule.says}; this is their sum"),
        quoted(f"Correct the values that share {', '.join(rule.by)}; a row of theirs that was refused counts as missing."),
    )  # fmt: skip
    con.execute(
        f"UPDATE checked SET faults = [{told}] FROM (SELECT {by}, sum({name(rule.column)}) AS total "
        f"FROM checked WHERE len(faults) = 0 GROUP BY ALL HAVING total <> {rule.total}) AS g WHERE {same} AND len(faults) = 0"
    )


def _find_bad_identifiers(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """Check digits are computed once for each distinct value, outside the engine."""
    for column in of.columns:
        if not isinstance(column.kind, Identifier):
            continue
        scheme, value = SCHEMES[column.kind.scheme], written(column)
        values = con.execute(f"SELECT DISTINCT {value} FROM staged WHERE {value} IS NOT NULL").fetchall()
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
                if kind in RECORD_TYPES and _is_made(con, kind):
                    con.execute(f"INSERT INTO pointed SELECT evidence_id FROM {name(kind)}")


def _is_made(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    made = f"SELECT count(*) FROM duckdb_tables() WHERE table_name = {quoted(table)} AND NOT temporary"
    return con.execute(made).fetchone() == (1,)


def _keep(con: duckdb.DuckDBPyConnection, of: RecordType) -> None:
    """The accepted rows with the dates of their history: true_from, true_to, known_on."""
    if of.name == "document":
        known, join = "coalesce(c.known_on, c.printed_on, c.seen_on)", ""
    else:
        known = "coalesce(c.known_on, d.printed_on, d.seen_on)"
        join = "LEFT JOIN document AS d ON d.document_key = c.document_id"
    start, end, parent = _dates(of, known)
    con.execute(
        f"CREATE TABLE {name(of.name)} AS SELECT c.* EXCLUDE (known_on, faults, seq), {known} AS known_on, "
        f"{start} AS true_from, {end} AS true_to FROM checked AS c {join} {parent} WHERE len(c.faults) = 0 ORDER BY c.evidence_id"
    )
    con.execute("DROP TABLE temp.checked")


def _dates(of: RecordType, known: str) -> tuple[str, str, str]:
    history = of.history
    if isinstance(history, Version):
        return f"c.{name(history.on)}", "CAST(NULL AS DATE)", ""
    if isinstance(history, Validity):
        return f"c.{name(history.start)}", f"c.{name(history.end)}", ""
    own = history.start if isinstance(history, Span) else history.on
    dates = [f"c.{name(own)}"] if own else []
    parent = ""
    if history.inherit:
        to = RECORD_TYPES[references(of)[history.inherit]]
        parent = f"LEFT JOIN {name(to.name)} AS p ON p.{name(to.key[0])} = c.{name(history.inherit)}"
        dates.append("p.true_from")
    end = f"c.{name(history.end)}" if isinstance(history, Span) and history.end else "CAST(NULL AS DATE)"
    return f"coalesce({', '.join([*dates, known])})", end, parent

"""The rules that a work passes: what is refused, what is left out of all cells, and what is kept of it.

All works of an input come to one table, `taken`, whatever they were read from. `fault` says why a work is refused,
`left_out` why it is in no cell (it cites all the same); the first reason that applies counts.
"""

from ibis.backends.duckdb import Backend

from benchside.corpus.keys import key_sql
from benchside.corpus.openalex import bare_id
from benchside.corpus.preparing.lines import Unread
from benchside.corpus.preparing.settings import Settings
from benchside.store.checks import quoted

SAME_ID = "another work with the same id stands before it"
SAME_KEY = "a work with another id has the same key"
NOT_BACK = "citations by year do not reach back"
_COLUMNS = {
    "place": "BIGINT", "key": "BIGINT", "work_id": "VARCHAR", "year": "BIGINT", "type": "VARCHAR", "citations": "BIGINT",
    "shares": "STRUCT(field VARCHAR, weight DOUBLE)[]", "countries": "VARCHAR", "funders": "VARCHAR",
    "refs": "BIGINT[]", "authors": "BIGINT[]", "fault": "VARCHAR", "left_out": "VARCHAR", "said": "VARCHAR",
}  # fmt: skip


def open_taken(engine: Backend) -> None:
    """An empty table `taken`."""
    engine.raw_sql(f"CREATE TEMP TABLE taken ({', '.join(f'{c} {t}' for c, t in _COLUMNS.items())})")


def add(engine: Backend, source: str, settings: Settings, shares: str = "") -> None:
    """Works from a query of `openalex.COLUMNS` to `taken`, each with its verdict; `shares` is a column in place of `names`."""
    cited = settings.citations.source != "edges"
    numbers = (
        f"SELECT *, {bare_id('work_id')} AS bare, {_whole('year')} AS y, {_whole('citations')} AS c FROM ({source})"
    )
    within = f"SELECT *, {shares or _shares(settings)} AS parts, {_within(settings)} AS counted, {_fault(cited)} AS why FROM ({numbers})"
    engine.raw_sql(
        f"INSERT INTO taken SELECT place, {key_sql('bare')}, bare, y, type, counted, parts, {_joined('countries')}, "
        f"{_joined(_bare('funders'))}, {_keys('refs', 'W')}, {_keys('authors', 'A')}, why, {_left_out(settings)}, "
        f"CASE WHEN why IS NOT NULL THEN concat_ws(', ', bare, 'year ' || year, 'citations ' || citations) END FROM ({within})"
    )


def _shares(settings: Settings) -> str:
    """Each topic gives its field an equal part of the work."""
    kind = "" if settings.fields == "topic" else f"{settings.fields}s/"
    part = f"{{'field': {bare_id('f', kind)}, 'weight': len(list_filter(names, lambda g: g = f)) / len(names)}}"
    return f"list_transform(list_distinct(names), lambda f: {part})"


def _whole(column: str) -> str:
    """The whole number that a text stands for, or NULL. What is written as the engine writes it needs no second look."""
    number = f"TRY_CAST({column} AS BIGINT)"
    other = f"TRY_CAST(regexp_replace(trim({column}), '\\.0+$', '') AS BIGINT)"
    return f"CASE WHEN CAST({number} AS VARCHAR) = {column} THEN {number} ELSE {other} END"


def _not_whole(column: str, number: str) -> str:
    other = f"trim({column}) <> '' AND ({number} IS NULL OR NOT regexp_matches(trim({column}), '^-?[0-9]+(\\.0+)?$'))"
    return f"CASE WHEN CAST({number} AS VARCHAR) = {column} THEN false ELSE {other} END"


def _fault(cited: bool) -> str:
    """Why a work is refused, or NULL. A number of citations that is not asked for is not looked at."""
    of_citations = (
        f"WHEN {_not_whole('citations', 'c')} THEN 'the citations are not a whole number' "
        "WHEN c < 0 THEN 'the citations are below zero' "
    )
    return (
        "CASE WHEN bare IS NULL THEN 'the work has no id' "
        f"WHEN {_not_whole('year', 'y')} THEN 'the year is not a whole number' {of_citations if cited else ''}END"
    )


def _left_out(settings: Settings) -> str:
    """Why a work is in no cell, or NULL."""
    missing = {
        "total": "WHEN counted IS NULL THEN 'without citations' ",
        "by_year": f"WHEN c IS NULL THEN 'without citations' WHEN counted IS NULL THEN {quoted(NOT_BACK)} ",
        "edges": "",
    }
    return (
        "CASE WHEN reference = 0 THEN 'outside the reference' WHEN y IS NULL THEN 'without year' WHEN coalesce(type, '') = '' "
        f"THEN 'without type' WHEN coalesce(len(parts), 0) = 0 THEN 'without field' {missing[settings.citations.source]}END"
    )


def _within(settings: Settings) -> str:
    """The citations that count, missing where they are unknown (by year: where the years listed hold fewer than the total)."""
    if settings.citations.source == "total":
        return "c"
    if settings.citations.source == "edges":
        return "CAST(NULL AS BIGINT)"
    n, of_year = _whole("k.n"), _whole("k.year")

    def added(those: str) -> str:
        return f"coalesce(list_sum(list_transform(list_filter(counts, lambda k: {those}), lambda k: {n})), 0)"

    window = settings.citations.window
    return f"CASE WHEN {added(f'{of_year} IS NOT NULL')} = c THEN {added(f'{of_year} - y < {window}')} END"


def _joined(values: str) -> str:
    """A list as a text: distinct, sorted, joined by `|`; missing where nothing is listed."""
    return f"nullif(array_to_string(list_sort(list_distinct(list_filter({values}, lambda t: t <> ''))), '|'), '')"


def _bare(column: str) -> str:
    return f"list_transform({column}, lambda t: {bare_id('t')})"


def _keys(column: str, letter: str) -> str:
    """A list of ids as keys, repetitions kept."""
    return f"list_transform(list_filter({_bare(column)}, lambda t: t IS NOT NULL), lambda t: {key_sql('t', letter)})"


def refuse(engine: Backend) -> list[Unread]:
    """Take the works out of `taken` that break a rule, or come again within the input; the first by place stays."""
    engine.raw_sql(
        "CREATE TEMP TABLE twice AS WITH several AS (SELECT key FROM taken WHERE fault IS NULL GROUP BY key HAVING count(*) > 1) "
        "SELECT rowid AS row, place, work_id, first(work_id) OVER (PARTITION BY key ORDER BY place, rowid) AS before "
        "FROM taken SEMI JOIN several USING (key) WHERE fault IS NULL "
        "QUALIFY row_number() OVER (PARTITION BY key ORDER BY place, rowid) > 1"
    )
    again = f"CASE WHEN work_id = before THEN {quoted(SAME_ID)} ELSE {quoted(SAME_KEY)} END"
    rows = engine.raw_sql(
        f"SELECT place, fault, said FROM taken WHERE fault IS NOT NULL UNION ALL SELECT place, {again}, work_id FROM twice"
    ).fetchall()
    if rows:
        engine.raw_sql("DELETE FROM taken WHERE fault IS NOT NULL OR rowid IN (SELECT row FROM twice)")
    return [Unread(*row) for row in rows]

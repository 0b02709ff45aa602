"""The engine's texts that hold the records of one type in two builds side by side.

The builds are attached as `old` and `new`. A record is known by its source and its key. What it says are its own columns with
`grade` and `note`; where that stands (document, place in it, when it was known) and the dates derived from it are told apart,
because they change whenever a file bears a new name.
"""

from dataclasses import dataclass

from benchside.model.columns import Amount, Column, Decimal, Flag, Key, Text
from benchside.model.history import Version
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES, references
from benchside.store.checks import name, quoted

SUPPORT = ("document_id", "locator", "known_on")
DERIVED = ("true_from", "true_to")
MONEY_KINDS = ("measure", "payer", "form", "state")
"""Columns that tell amounts apart which must never be added up."""

POINTED = {to for of in RECORD_TYPES.values() for column, to in references(of).items()}
"""Types that others refer to: their keys are identities, and one that says something else has changed."""


@dataclass(frozen=True)
class Sides:
    """One type as both builds have it: what to read on either side, and the columns that both know."""

    of: RecordType
    old: str
    new: str
    columns: frozenset[str]

    @property
    def says(self) -> list[Column]:
        """The columns of a record's statement, its key left out."""
        return [c for c in self.of.columns if c.name in self.columns and c.name not in (*self.of.key, *SUPPORT)]

    @property
    def amounts(self) -> list[Column]:
        """The columns of money; there is one at most in a type, and a currency beside it."""
        return [c for c in self.of.own if isinstance(c.kind, Amount)]


def pairs(sides: Sides) -> str:
    """Every record of either side: its source, evidence id, and what became of it, before it is looked at more closely."""
    says, stands = (
        " OR ".join(_differ(c) for c in group) for group in ([c.name for c in sides.says], _standing(sides))
    )
    return (
        "SELECT coalesce(a.source, b.source) AS source, coalesce(a.evidence_id, b.evidence_id) AS id, "
        "CASE WHEN b.evidence_id IS NULL THEN 'gone' WHEN a.evidence_id IS NULL THEN 'added' "
        f"WHEN {says} THEN 'changed' WHEN {stands} THEN 'restated' ELSE 'unchanged' END AS kind "
        f"FROM {sides.old} AS a FULL JOIN {sides.new} AS b ON a.evidence_id = b.evidence_id AND a.source = b.source"
    )


def _standing(sides: Sides) -> list[str]:
    return [c for c in (*SUPPORT, *DERIVED) if c not in sides.of.key]


def _differ(column: str) -> str:
    return f"a.{name(column)} IS DISTINCT FROM b.{name(column)}"


def turned_by_key(here: str, kind: str, becomes: str) -> str:
    """Records on one side alone that the other build refused under the same key."""
    return (
        f"UPDATE pairs SET kind = '{becomes}' WHERE kind = '{kind}' "
        f"AND (source, id) IN (SELECT source, evidence_id FROM {here}_refused_record)"
    )


def turned_by_place(sides: Sides, side: str, here: str, kind: str, becomes: str) -> str:
    """Records on one side alone whose row the other build refused without knowing its key, found by its place in the file.

    That is a row whose key itself is wrong, or one that a source could not read. Where rows above it came or went its place
    is another, and it counts as gone or added.
    """
    others = ", ".join(quoted(t) for t in RECORD_TYPES if t != sides.of.name)
    return (
        f"UPDATE pairs SET kind = '{becomes}' WHERE kind = '{kind}' AND (source, id) IN (SELECT a.source, a.evidence_id "
        f"FROM {side} AS a SEMI JOIN (FROM {here}_refused AS f ANTI JOIN {here}_refused_record AS k "
        'ON k.source = f.source AND k."row" = f."row" AND starts_with(k.evidence_id, f."table" || \':\') '
        f'WHERE f."row" <> \'\' AND f."table" NOT IN ({others})) AS r '
        'ON r.source = a.source AND r."row" = a.source_record_id)'
    )


def has_bare_key(of: RecordType) -> bool:
    """Is the key a name of its own, so that the same statement can stand under another?"""
    return len(of.key) == 1 and type(of.column(of.key[0]).kind) is Key


def moved(sides: Sides) -> str:
    """Records that say the same under another key (a source that numbers its records anew), one for one.

    Where other types refer to the key only what is gone and what is added is looked at; of other types the number may
    as well have passed to another record.
    """
    too = "" if sides.of.name in POINTED else ", 'changed'"
    old, new = _open(sides, sides.old, f"'gone'{too}"), _open(sides, sides.new, f"'added'{too}")
    return (
        f"SELECT o.source, o.id AS before, n.id AS after FROM ({old}) AS o JOIN ({new}) AS n "
        "ON n.source = o.source AND n.said = o.said AND n.n = o.n AND n.id <> o.id"
    )


def _open(sides: Sides, side: str, kinds: str) -> str:
    values = ", ".join(f"coalesce(CAST(t.{name(c.name)} AS VARCHAR), chr(0))" for c in sides.says)
    return (
        "SELECT p.source, p.id, md5(concat_ws(chr(31), " + values + ")) AS said, "
        "row_number() OVER (PARTITION BY p.source, said ORDER BY p.id) AS n "
        f"FROM pairs AS p JOIN {side} AS t ON t.evidence_id = p.id AND t.source = p.source WHERE p.kind IN ({kinds})"
    )


SETTLED = (
    "SELECT source, id, kind FROM pairs WHERE kind NOT IN ('gone', 'added', 'changed') "
    "UNION ALL SELECT source, id, CASE WHEN was AND is_now THEN 'changed' WHEN was THEN 'gone' ELSE 'added' END FROM ("
    "SELECT p.source, p.id, p.kind <> 'added' AND o.before IS NULL AS was, p.kind <> 'gone' AND n.after IS NULL AS is_now "
    "FROM pairs AS p LEFT JOIN moved AS o ON o.source = p.source AND o.before = p.id "
    "LEFT JOIN moved AS n ON n.source = p.source AND n.after = p.id WHERE p.kind IN ('gone', 'added', 'changed')"
    ") WHERE was OR is_now"
)
"""The pairs once those under another key are taken out; half a pair that is left is gone, or added."""


def cells(sides: Sides) -> str:
    """One row for each column in which a changed or restated record differs, as it would be written."""
    told = ", ".join(_cell(c) for c in _compared(sides))
    return (
        f'SELECT kind, {quoted(sides.of.name)}, source, {_key(sides, "id")}, d."column", d.before, d.after, d.rank, d.size '
        f"FROM (SELECT s.kind, s.source, s.id, unnest(list_filter([{told}], lambda d: d IS NOT NULL)) AS d FROM settled AS s "
        f"JOIN {sides.old} AS a ON a.evidence_id = s.id AND a.source = s.source "
        f"JOIN {sides.new} AS b ON b.evidence_id = s.id AND b.source = s.source WHERE s.kind IN ('changed', 'restated'))"
    )


def _compared(sides: Sides) -> list[Column]:
    dates = [Column(c, Text(), "") for c in DERIVED]
    return [*sides.says, *(sides.of.column(c) for c in _standing(sides) if c not in DERIVED), *dates]


def _cell(column: Column) -> str:
    c, is_money = name(column.name), isinstance(column.kind, Amount)
    rank = 0 if is_money else 7 if column.name in (*SUPPORT, *DERIVED) else 3
    size = f"coalesce(abs(coalesce(a.{c}, 0) - coalesce(b.{c}, 0)), 0)" if is_money else "0"
    return (
        f"CASE WHEN {_differ(column.name)} THEN {{'column': {quoted(column.name)}, 'before': {shown(column, 'a')}, "
        f"'after': {shown(column, 'b')}, 'rank': {rank}, 'size': CAST({size} AS BIGINT)}} END"
    )


def whole(sides: Sides, kind: str, side: str, rank: int) -> str:
    """The records that stand on one side alone, each with the words it is known by."""
    was, amount = kind in ("gone", "refused"), sides.amounts
    words, size = _words(sides), f"coalesce(t.{name(amount[0].name)}, 0)" if amount else "0"
    before, after = (words, "NULL") if was else ("NULL", words)
    return (
        f"SELECT s.kind, {quoted(sides.of.name)}, s.source, {_key(sides, 's.id')}, '', {before}, {after}, {rank}, {size} "
        f"FROM settled AS s JOIN {side} AS t ON t.evidence_id = s.id AND t.source = s.source WHERE s.kind = '{kind}'"
    )


def renumbered(sides: Sides) -> str:
    """The records under another key, with the key before and the key after."""
    before, after = _key(sides, "before"), _key(sides, "after")
    return f"SELECT 'renumbered', {quoted(sides.of.name)}, source, {after}, {quoted(sides.of.key[0])}, {before}, {after}, 6, 0 FROM moved"


def _key(sides: Sides, column: str) -> str:
    return f"substr({column}, {len(sides.of.name) + 2})"


def _words(sides: Sides) -> str:
    """What a person knows the record by: its amount, or its first text."""
    if sides.amounts:
        return f"{shown(sides.amounts[0], 't')} || ' ' || coalesce(t.currency, '')"
    texts = [c for c in sides.of.own if type(c.kind) is Text and c.name in sides.columns]
    return f"t.{name(texts[0].name)}" if texts else "CAST(NULL AS VARCHAR)"


def shown(column: Column, side: str) -> str:
    """A kept value as a person writes it: cents and millionths as numbers with a point, yes and no."""
    value = f"{side}.{name(column.name)}"
    if isinstance(column.kind, Amount):
        return units(value, 2)
    if isinstance(column.kind, Decimal):
        return f"rtrim(rtrim({units(value, 6)}, '0'), '.')"
    if isinstance(column.kind, Flag):
        return f"CASE {value} WHEN true THEN 'yes' WHEN false THEN 'no' END"
    return f"CAST({value} AS VARCHAR)"


def units(value: str, places: int) -> str:
    """A whole number of cents or millionths with its point, without a float on the way."""
    one = 10**places
    return (
        f"(CASE WHEN {value} < 0 THEN '-' ELSE '' END || (abs({value}) // {one}) || '.' || "
        f"lpad(CAST(abs({value}) % {one} AS VARCHAR), {places}, '0'))"
    )


def money(sides: Sides) -> str:
    """Amounts of a type before and after, in cents, by source, sort and currency; sorts are never added to each other.

    Of several readings of one amount the latest counts, as in figures, but one without a date where there is no other counts
    too: the files of one source may bear no date at all. An amount is the same where its value, currency and source are.
    """
    amount = name(sides.amounts[0].name)
    history = sides.of.history
    of = history.of if isinstance(history, Version) else sides.of.key
    sort = [c for c in MONEY_KINDS if c in {own.name for own in sides.of.own}]
    what = f"concat_ws(', ', {', '.join(map(name, sort))})" if sort else "''"
    same = " AND ".join(f"a.{name(c)} IS NOT DISTINCT FROM b.{name(c)}" for c in of)
    equal = f"a.{amount} = b.{amount} AND a.currency = b.currency AND a.source = b.source"
    kind = f"CASE WHEN b.is_here IS NULL THEN 'gone' WHEN a.is_here IS NULL THEN 'added' WHEN {equal} THEN 'same' ELSE 'changed' END"
    return (
        f"WITH a AS ({_latest(sides, sides.old, of, what)}), b AS ({_latest(sides, sides.new, of, what)}), "
        f"j AS (SELECT {kind} AS kind, a.source AS s, a.what AS w, a.currency AS c, a.{amount} AS v, "
        f"b.source AS s2, b.what AS w2, b.currency AS c2, b.{amount} AS v2 FROM a FULL JOIN b ON {same}), "
        "e AS (SELECT kind, s AS source, w AS what, c AS currency, v AS before, 0 AS after, 1 AS n, 0 AS m FROM j WHERE kind <> 'added' "
        "UNION ALL SELECT kind, s2, w2, c2, 0, v2, 0, 1 FROM j WHERE kind <> 'gone') "
        f"SELECT {quoted(sides.of.name)}, source, what, currency, sum(before), sum(after), "
        "coalesce(sum(after) FILTER (kind = 'added'), 0), coalesce(sum(before) FILTER (kind = 'gone'), 0), "
        "coalesce(sum(after - before) FILTER (kind = 'changed'), 0), count(*) FILTER (kind = 'added'), "
        "count(*) FILTER (kind = 'gone'), greatest(sum(n) FILTER (kind = 'changed'), sum(m) FILTER (kind = 'changed'), 0), "
        "coalesce(sum(n) FILTER (kind = 'same'), 0) FROM e GROUP BY ALL ORDER BY ALL"
    )


def _latest(sides: Sides, side: str, of: tuple[str, ...], what: str) -> str:
    """The reading of each amount that counts; a missing amount is not nought and is left out."""
    key = ("true_from", "known_on", "document_id", *sides.of.key)
    order = ", ".join(f"{name(c)} DESC NULLS LAST" for c in dict.fromkeys(key))
    columns = ", ".join(name(c) for c in dict.fromkeys((*of, "source", "currency", sides.amounts[0].name)))
    by = ", ".join(name(c) for c in of)
    return (
        f"SELECT {columns}, {what} AS what, true AS is_here FROM {side} WHERE {name(sides.amounts[0].name)} IS NOT NULL "
        f"QUALIFY row_number() OVER (PARTITION BY {by} ORDER BY {order}) = 1"
    )

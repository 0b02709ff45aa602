"""From the declaration of a column to the SQL that converts it and names what is wrong with it.

Each staged row passes once: every column gives its kept value and, where it breaks a rule, one fault (column, value,
rule, what to do). A row with any fault is refused whole; all its faults are told at once.
"""

from dataclasses import dataclass

from benchside.model.codes import CODES
from benchside.model.columns import Amount, Code, Column, Date, Decimal, Flag, Identifier, Integer, Reference, Share
from benchside.model.identifiers import SCHEMES
from benchside.model.record import AnyPointer, OrderRule, RecordType
from benchside.model.tables import RECORD_TYPES

LONGEST_SHOWN = 200
"""Letters of a value that a refusal shows."""


@dataclass(frozen=True)
class Fault:
    """A way in which a row can be wrong.

    `wrong` is the SQL condition, `rule` an SQL text. `looks_up` marks conditions that ask another table: they are worked
    out for all rows in one pass, the others are asked again only of the rows in which something is wrong.
    """

    column: Column
    wrong: str
    rule: str
    do: str
    looks_up: bool = False


def quoted(text: str) -> str:
    """A SQL string literal."""
    return "'" + text.replace("'", "''") + "'"


def name(column: str) -> str:
    """A SQL identifier."""
    return '"' + column.replace('"', '""') + '"'


def written(column: Column) -> str:
    """The cell as written, without blanks at its ends; NULL where it is empty."""
    return f"nullif(trim({name(column.name)}), '')"


def kept(column: Column) -> str:
    """The value the engine keeps; NULL where the cell is empty or cannot be converted."""
    raw, kind = written(column), column.kind
    if isinstance(kind, Date):
        return _date(raw)
    # A number too long for its pattern is refused by it, and must not stop the build here: hence the outer try, and 24
    # digits, because the engine multiplies decimals of up to 18 without making room.
    if isinstance(kind, Amount):
        return f"try_cast(try_cast({raw} AS DECIMAL(24, 2)) * 100 AS BIGINT)"
    if isinstance(kind, Decimal | Share):
        return f"try_cast(try_cast({raw} AS DECIMAL(24, 6)) * 1000000 AS BIGINT)"
    if isinstance(kind, Integer):
        return f"try_cast({raw} AS BIGINT)"
    if isinstance(kind, Flag):
        return f"CASE {raw} WHEN 'yes' THEN true WHEN 'no' THEN false END"
    return raw


def _date(raw: str) -> str:
    """The last day that the text allows. The engine knows a year 0, the calendar does not."""
    return (
        f"CASE WHEN starts_with({raw}, '0000') THEN NULL ELSE CASE length({raw}) "
        f"WHEN 4 THEN try_cast({raw} || '-12-31' AS DATE) "
        f"WHEN 7 THEN last_day(try_cast({raw} || '-01' AS DATE)) ELSE try_cast({raw} AS DATE) END END"
    )


def all_faults(of: RecordType) -> list[Fault]:
    """Everything that can be wrong with a row of a type, column by column, then across columns."""
    return [f for c in of.columns for f in faults(of, c)] + rule_faults(of)


def faults(of: RecordType, column: Column) -> list[Fault]:
    """What can be wrong with one column."""
    raw, kind = written(column), column.kind
    found = []
    if column.required:
        found.append(_fault(column, f"{raw} IS NULL", "is required", f"Fill {column.name}: {column.help}"))
    if kind.pattern:
        wrong = f"NOT regexp_full_match({raw}, {quoted(kind.pattern)})"
        found.append(_fault(column, wrong, f"expected {kind.expected}", "Correct the value."))
    if isinstance(kind, Date):
        wrong = f"regexp_full_match({raw}, {quoted(kind.pattern or '')}) AND {kept(column)} IS NULL"
        found.append(_fault(column, wrong, "there is no such day", "Correct the date; the calendar does not have it."))
    if isinstance(kind, Integer):
        wrong = f"{kept(column)} < {kind.least}"
        found.append(_fault(column, wrong, f"expected at least {kind.least}", "Correct the number."))
    if isinstance(kind, Code):
        found.append(_code_fault(column, kind))
    if isinstance(kind, Identifier):
        found.append(_identifier_fault(column, kind))
    if isinstance(kind, Reference) and kind.to != of.name:
        found.append(_reference_fault(column, kind))
    return found


def _fault(column: Column, wrong: str, rule: str, do: str, *, looks_up: bool = False) -> Fault:
    return Fault(column, wrong, quoted(rule), do, looks_up)


def _code_fault(column: Column, kind: Code) -> Fault:
    codes = CODES[kind.codes]
    inside = ", ".join(quoted(c) for c in codes)
    listed = ", ".join(codes) if len(codes) <= 24 else f"{len(codes)} codes, see the data dictionary"
    rule = f"unknown code; {kind.codes} has {listed}"
    return _fault(column, f"{written(column)} NOT IN ({inside})", rule, "Use one of these codes.")


def _identifier_fault(column: Column, kind: Identifier) -> Fault:
    wrong = f"{written(column)} IN (SELECT value FROM bad_identifier WHERE scheme = {quoted(kind.scheme)})"
    rule = f"expected {SCHEMES[kind.scheme].expected}"
    return _fault(column, wrong, rule, "Check it against the register it comes from.", looks_up=True)


def _reference_fault(column: Column, kind: Reference) -> Fault:
    key = RECORD_TYPES[kind.to].key[0]
    cell = f"nullif(trim(s.{name(column.name)}), '')"
    wrong = f"{cell} IS NOT NULL AND NOT EXISTS (FROM {name(kind.to)} AS p WHERE p.{name(key)} = {cell})"
    return _fault(column, wrong, lost_reference(kind), lost_reference_do(kind), looks_up=True)


def lost_reference(kind: Reference) -> str:
    """The rule that a reference to nothing breaks."""
    return f"no accepted {kind.to} has this key"


def lost_reference_do(kind: Reference) -> str:
    """What to do about a reference to nothing."""
    return f"Add it to {kind.to}, correct the key, or see whether that record was itself refused."


def rule_faults(of: RecordType) -> list[Fault]:
    """What can be wrong across the columns of one row."""
    return [f for rule in of.rules for f in _rule_fault(of, rule)]


def _rule_fault(of: RecordType, rule) -> list[Fault]:
    if isinstance(rule, OrderRule):
        return [_order_fault(of.column(rule.earlier), of.column(rule.later))]
    return _pointer_faults(of, rule) if isinstance(rule, AnyPointer) else []


def _order_fault(earlier: Column, later: Column) -> Fault:
    rule = f"{quoted(f'lies before {earlier.name} ')} || {written(earlier)} || ' (a month or a year alone stands for its last day)'"
    return Fault(
        later, f"{kept(later)} < {kept(earlier)}", rule, "Correct one of the two dates, or write both in full."
    )


def _pointer_faults(of: RecordType, rule: AnyPointer) -> list[Fault]:
    kind, key = of.column(rule.type_column), of.column(rule.key_column)
    known = ", ".join(quoted(t) for t in RECORD_TYPES)
    # Of a table that does not exist no key is asked: the first fault says all there is to say.
    lost = f"{written(kind)} IN ({known}) AND {written(kind)} || ':' || {written(key)} NOT IN (SELECT evidence_id FROM pointed)"
    rule_of_key = f"'no accepted ' || {written(kind)} || ' has this key'"
    return [
        _fault(kind, f"{written(kind)} NOT IN ({known})", "is no table of the model", "Use the name of a table."),
        Fault(key, lost, rule_of_key, "Correct the key, or add the record it points to.", True),
    ]

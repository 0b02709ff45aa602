"""From the declaration of a column to the SQL that converts it and names what is wrong with it.

Each staged row passes once: every column gives its kept value and, where it breaks a rule, one fault (column, value,
rule, what to do). A row with any fault is refused whole; all its faults are told at once.
"""

from benchside.model.codes import CODES
from benchside.model.columns import Amount, Code, Column, Date, Decimal, Flag, Identifier, Integer, Reference, Share
from benchside.model.record import AnyPointer, OrderRule, RecordType


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
    if isinstance(kind, Amount):
        return f"CAST(try_cast({raw} AS DECIMAL(18, 2)) * 100 AS BIGINT)"
    if isinstance(kind, Decimal | Share):
        return f"CAST(try_cast({raw} AS DECIMAL(24, 6)) * 1000000 AS BIGINT)"
    if isinstance(kind, Integer):
        return f"try_cast({raw} AS BIGINT)"
    if isinstance(kind, Flag):
        return f"CASE {raw} WHEN 'yes' THEN true WHEN 'no' THEN false END"
    return raw


def _date(raw: str) -> str:
    return (
        f"CASE length({raw}) WHEN 4 THEN try_cast({raw} || '-12-31' AS DATE) "
        f"WHEN 7 THEN last_day(try_cast({raw} || '-01' AS DATE)) ELSE try_cast({raw} AS DATE) END"
    )


def faults(of: RecordType, column: Column) -> list[str]:
    """SQL expressions that each give a fault or NULL for one column."""
    raw, kind = written(column), column.kind
    found = []
    if column.required:
        found.append(_fault(column, f"{raw} IS NULL", "is required", f"Fill {column.name}: {column.help}"))
    if kind.pattern:
        found.append(
            _fault(
                column,
                f"NOT regexp_full_match({raw}, {quoted(kind.pattern)})",
                f"expected {kind.expected}",
                "Correct the value.",
            )
        )
    if isinstance(kind, Date):
        wrong = f"regexp_full_match({raw}, {quoted(kind.pattern or '')}) AND {kept(column)} IS NULL"
        found.append(_fault(column, wrong, "there is no such day", "Correct the date; the calendar does not have it."))
    if isinstance(kind, Integer):
        found.append(
            _fault(column, f"{kept(column)} < {kind.least}", f"expected at least {kind.least}", "Correct the number.")
        )
    if isinstance(kind, Code):
        found.append(_code_fault(column, kind))
    if isinstance(kind, Identifier):
        found.append(
            _fault(
                column,
                f"{raw} IN (SELECT value FROM bad_identifier WHERE scheme = {quoted(kind.scheme)})",
                _scheme_words(kind),
                "Check it against the register it comes from.",
            )
        )
    if isinstance(kind, Reference) and kind.to != of.name:
        found.append(_reference_fault(column, kind))
    return found


def _code_fault(column: Column, kind: Code) -> str:
    codes = CODES[kind.codes]
    inside = ", ".join(quoted(c) for c in codes)
    listed = ", ".join(codes) if len(codes) <= 24 else f"{len(codes)} codes, see the data dictionary"
    return _fault(
        column,
        f"{written(column)} NOT IN ({inside})",
        f"unknown code; {kind.codes} has {listed}",
        "Use one of these codes.",
    )


def _reference_fault(column: Column, kind: Reference) -> str:
    from benchside.model.tables import RECORD_TYPES

    key = RECORD_TYPES[kind.to].key[0]
    return _fault(
        column,
        f"{written(column)} IS NOT NULL AND NOT EXISTS (FROM {name(kind.to)} AS p WHERE p.{name(key)} = nullif(trim(s.{name(column.name)}), ''))",
        f"no accepted {kind.to} has this key",
        f"Add it to {kind.to}, correct the key, or see whether that record was itself refused.",
    )


def _scheme_words(kind: Identifier) -> str:
    from benchside.model.identifiers import SCHEMES

    return f"expected {SCHEMES[kind.scheme].expected}"


def _fault(column: Column, wrong: str, rule: str, do: str) -> str:
    return (
        f"CASE WHEN coalesce({wrong}, false) THEN {{'column': {quoted(column.name)}, "
        f"'value': left(coalesce({name(column.name)}, ''), 200), 'rule': {quoted(rule)}, 'do': {quoted(do)}}} END"
    )


def rule_faults(of: RecordType) -> list[str]:
    """SQL expressions for the rules of a type that look at several columns of one row."""
    return [f for rule in of.rules for f in _rule_fault(of, rule)]


def _rule_fault(of: RecordType, rule) -> list[str]:
    if isinstance(rule, OrderRule):
        later, earlier = of.column(rule.later), of.column(rule.earlier)
        return [
            _fault(
                later,
                f"{kept(later)} < {kept(earlier)}",
                f"lies before {rule.earlier}",
                "Correct one of the two dates.",
            )
        ]
    if isinstance(rule, AnyPointer):
        from benchside.model.tables import RECORD_TYPES

        kind, key = of.column(rule.type_column), of.column(rule.key_column)
        known = ", ".join(quoted(t) for t in RECORD_TYPES)
        pointer = f"{written(kind)} || ':' || {written(key)}"
        return [
            _fault(kind, f"{written(kind)} NOT IN ({known})", "is no table of the model", "Use the name of a table."),
            _fault(
                key,
                f"{pointer} NOT IN (SELECT evidence_id FROM pointed)",
                "no accepted record has this key",
                "Correct the key, or add the record it points to.",
            ),
        ]
    return []

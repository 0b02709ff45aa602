"""Holding the rules of a catalogue against the model: types, columns, codes and tags must be there."""

from collections.abc import Iterator, Mapping

from benchside.errors import UsageError, unknown
from benchside.frameworks.catalogue import Rule
from benchside.model.codes import CODES
from benchside.model.columns import Code, Flag, Key, Text
from benchside.model.record import RecordType
from benchside.model.tables import RECORD_TYPES, references

TAGS = "outcome_tag"
"""The code list of the one vocabulary of tags."""

_CHECKED = {"yes", "no"}


def check_rule(rule: Rule) -> Iterator[UsageError]:
    """Every fault of a rule; a name that is not known is told with the nearest and with those that are."""
    for tag in rule.tags:
        if tag not in CODES[TAGS]:
            yield unknown("tag", tag, CODES[TAGS])
    if rule.record_type and rule.record_type not in RECORD_TYPES:
        yield unknown("record type", rule.record_type, RECORD_TYPES)
        return
    if rule.record_type:
        yield from _check_where(RECORD_TYPES[rule.record_type], rule.where or {})
    if rule.having:
        yield from _check_having(rule)


def _check_having(rule: Rule) -> Iterator[UsageError]:
    having = rule.having
    assert having is not None, "called where there is one"
    if having.record_type not in RECORD_TYPES:
        yield unknown("record type", having.record_type, RECORD_TYPES)
        return
    other = RECORD_TYPES[having.record_type]
    pointing = [column for column, to in references(other).items() if to == rule.record_type]
    if having.by not in pointing:
        yield unknown(f"column of {other.name} that points to {rule.record_type}", having.by, pointing)
    yield from _check_where(other, having.where)


def _check_where(of: RecordType, where: Mapping[str, tuple[str, ...]]) -> Iterator[UsageError]:
    columns = {column.name: column for column in of.columns}
    for name, chosen in where.items():
        if name not in columns:
            yield unknown(f"column of {of.name}", name, columns)
            continue
        kind, values = columns[name].kind, [value for value in chosen if value]
        if isinstance(kind, Code):
            yield from (
                unknown(f"code of {of.name}.{name}", v, CODES[kind.codes]) for v in values if v not in CODES[kind.codes]
            )
        elif isinstance(kind, Flag):
            yield from (unknown(f"value of {of.name}.{name}", v, _CHECKED) for v in values if v not in _CHECKED)
        elif not isinstance(kind, Text | Key):
            yield UsageError(
                f"{of.name}.{name} holds {kind.expected}; a rule can only choose codes, texts, and yes or no."
            )

"""The data dictionary in words, from the declarations: for the reference pages and for the help sheet of the workbook."""

from collections.abc import Iterator
from itertools import groupby

from benchside.model.codes import CODES
from benchside.model.columns import Code, Column, Identifier, Key, Reference
from benchside.model.history import Event, History, Span, Validity, Version
from benchside.model.identifiers import SCHEMES
from benchside.model.record import MODEL_VERSION, PROVENANCE, AnyPointer, OrderRule, RecordType, Rule, SumRule
from benchside.model.tables import RECORD_TYPES

_INTRODUCTION = f"""# The model

The tables of Benchside, model version {MODEL_VERSION}. This page is generated from the declarations of the record types.

A table is a CSV file of that name (`contribution.csv`), or the sheet of that name in a workbook. The header bears exactly
the names of the columns; columns that are not required may be left out. An empty cell is a missing value, never a zero.

Besides its own columns every table has those that say where a record comes from:
"""

_HEAD = ("Column", "What it holds", "What is written", "Required", "Example")


def dictionary_markdown() -> str:
    """The whole model as Markdown: the tables family by family, then the code lists."""
    parts = [_INTRODUCTION, "\n".join(_rows(_HEAD, map(_column, PROVENANCE)))]
    for family, types in groupby(RECORD_TYPES.values(), key=lambda t: t.family):
        parts.append(f"## Family: {family}\n")
        parts += [_table(t) for t in types]
    parts.append("## Code lists\n\nA code list is closed: a value outside it is refused.\n")
    parts += [_code_list(name, codes) for name, codes in CODES.items()]
    return "\n".join(parts)


def kind_in_words(column: Column) -> str:
    """What may stand in the column, such as "a whole number such as 12", without naming codes one by one."""
    kind = column.kind
    if isinstance(kind, Reference):
        return f"the key of a record in {kind.to}"
    if isinstance(kind, Code):
        return f"a code of the list {kind.codes}"
    if isinstance(kind, Identifier):
        return SCHEMES[kind.scheme].expected
    return kind.expected


def history_in_words(history: History) -> str:
    """From when to when a record of the type counts, and what happens where a date is missing."""
    match history:
        case Version(of, on):
            return (
                f"Version. Records with the same {_names(of)} are readings of one value. At a date the latest by `{on}` "
                "counts; of several on one day the one known last, then by document, then by key. A reading without a date "
                "is shown in histories and counts in no figure."
            )
        case Span(start, end, inherit):
            until = f"It ends on `{end}`; without that day no end is known." if end else "It has no end."
            return f"Span. {_beginning(start, inherit)} {until}"
        case Validity(start, end):
            return (
                f"Validity. It holds from `{start}`, or from ever where that is missing, to the day before `{end}`, or for ever; "
                "at a date only what holds then is there."
            )
        case Event(on, inherit):
            return f"Event. {_beginning(on, inherit)}"


def rule_in_words(rule: Rule) -> str:
    """What the rule asks of the records, as one sentence."""
    match rule:
        case SumRule():
            return f"For each {_names(rule.by)}: {rule.says}."
        case OrderRule():
            return f"`{rule.earlier}` must not lie after `{rule.later}`."
        case AnyPointer():
            return f"`{rule.type_column}` names a table and `{rule.key_column}` the key of a record in it; both or neither are given."


def _beginning(on: str | None, inherit: str | None) -> str:
    days = [f"`{on}`"] if on else []
    days += [f"the day from which the record in `{inherit}` is true"] if inherit else []
    return f"True from {'; without it from '.join([*days, 'the day it became known'])}."


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _table(of: RecordType) -> str:
    lines = [f"### {of.name}\n", f"{of.title}. {of.help}\n", f"Key: {_names(of.key)}. {history_in_words(of.history)}\n"]
    if of.rules:
        lines += [*(f"- {rule_in_words(rule)}" for rule in of.rules), ""]
    if of.told_once is not None:
        lines += [_told_once(of.told_once) + "\n"]
    lines += _rows(_HEAD, map(_column, of.own))
    return "\n".join(lines)


def _told_once(by: tuple[str, ...]) -> str:
    each = f"; for each {_names(by)} by itself" if by else ""
    return f"Told once: where several sources list these for one project, the list of one of them counts{each}."


def _column(column: Column) -> tuple[str, ...]:
    example = f"`{column.example}`" if column.example else ""
    return f"`{column.name}`", column.help, _linked(column), "yes" if column.required else "", example


def _linked(column: Column) -> str:
    """The kind in words, with a link to the table or code list it speaks of."""
    kind, words = column.kind, kind_in_words(column)
    if isinstance(kind, Reference):
        return words.removesuffix(kind.to) + f"[{kind.to}](#{kind.to})"
    if isinstance(kind, Code):
        return words.removesuffix(kind.codes) + f"[{kind.codes}](#codes-{kind.codes})"
    return words if not isinstance(kind, Key) else "an identifier without blanks or vertical bars"


def _code_list(name: str, codes: dict[str, str]) -> str:
    return "\n".join(
        [f"### Codes: {name}\n", *_rows(("Code", "Meaning"), ((f"`{c}`", words) for c, words in codes.items()))]
    )


def _rows(header: tuple[str, ...], rows) -> Iterator[str]:
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""

"""What a column of a record may hold.

A kind says how a value is written in a workbook, what the engine keeps of it, and what is told to
the person who wrote something else. The kinds hold no engine: the store turns them into checks.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """How a value is written (`expected`, `pattern`) and kept (`engine_type`)."""

    expected: str = "text"
    pattern: str | None = None
    engine_type: str = "VARCHAR"
    json_type: str = "string"


@dataclass(frozen=True)
class Text(Kind):
    """Free text; blanks at both ends are dropped, an empty cell is a missing value."""


@dataclass(frozen=True)
class Key(Kind):
    """The identifier of a record: no blanks, no `|` (it joins the parts of a key)."""

    expected: str = "an identifier without blanks or '|'"
    pattern: str = r"^[^\s|]+$"


@dataclass(frozen=True)
class Reference(Key):
    """The key of a record of another type, which must be among the accepted records."""

    to: str = ""


@dataclass(frozen=True)
class Code(Kind):
    """One value of a code list (`benchside.model.codes`); an unknown code is refused, never defaulted."""

    codes: str = ""


@dataclass(frozen=True)
class Identifier(Kind):
    """An outside identifier, checked by its scheme's pattern and check digits (`benchside.model.identifiers`)."""

    scheme: str = ""


@dataclass(frozen=True)
class Date(Kind):
    """An ISO date; a month or a year alone stands for its last day, so that it was true by then at the latest."""

    expected: str = "a date as 2015-02-28 (or 2015-02, 2015 where the day is not known)"
    pattern: str = r"^\d{4}(-\d{2}(-\d{2})?)?$"
    engine_type: str = "DATE"


@dataclass(frozen=True)
class Integer(Kind):
    """A whole number, not negative unless `least` says so."""

    expected: str = "a whole number such as 12, without blanks or separators"
    pattern: str = r"^-?\d{1,15}$"
    engine_type: str = "BIGINT"
    json_type: str = "integer"
    least: int = 0


@dataclass(frozen=True)
class Amount(Kind):
    """Money, written in units of its currency with at most two decimals, kept in cents."""

    expected: str = "an amount such as 18170217 or 18170217.50, without blanks, not negative"
    pattern: str = r"^\d{1,15}(\.\d{1,2})?$"
    engine_type: str = "BIGINT"
    json_type: str = "number"


@dataclass(frozen=True)
class Decimal(Kind):
    """A number with at most six decimals, kept in millionths so that sums are exact in any order."""

    expected: str = "a number such as 0.5 or 14.4, with a point and at most six decimals"
    pattern: str = r"^-?\d{1,12}(\.\d{1,6})?$"
    engine_type: str = "BIGINT"
    json_type: str = "number"


@dataclass(frozen=True)
class Share(Decimal):
    """A share from 0 to 1, kept in millionths."""

    expected: str = "a share from 0 to 1 such as 0.158"
    pattern: str = r"^(0(\.\d{1,6})?|1(\.0{1,6})?)$"


@dataclass(frozen=True)
class Flag(Kind):
    """yes or no."""

    expected: str = "yes or no"
    pattern: str = r"^(yes|no)$"
    engine_type: str = "BOOLEAN"


@dataclass(frozen=True)
class Column:
    """One column of a record type: its name, kind, help text, and whether it must be filled."""

    name: str
    kind: Kind
    help: str
    required: bool = False
    example: str = ""

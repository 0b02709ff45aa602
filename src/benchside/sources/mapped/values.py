"""One value of the model from the cells of a row, as the mapping says: translated, dated, counted, made a key.

A value that is not of its kind is never guessed: where the model needs it the row is refused, else the cell.
"""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from benchside.model.codes import CODES
from benchside.model.columns import Amount, Code, Date, Flag, Identifier, Integer, Key, Kind, Share
from benchside.model.columns import Decimal as Number
from benchside.model.identifiers import SCHEMES
from benchside.sources.mapped.spec import Field
from benchside.sources.tables import cells

_ADDRESS = re.compile(r"^(https?://(dx\.)?(doi\.org|ror\.org|orcid\.org|openalex\.org)/|doi:\s*)", re.IGNORECASE)


class WrongValue(ValueError):
    """Raised for a value that is not what the field holds: the value, and what was expected."""

    def __init__(self, value: str, expected: str, column: str):
        super().__init__(expected)
        self.value, self.expected, self.column = value, expected, column


def value_of(field: Field, cell: Callable[[str], str]) -> str:
    """The value of a field; empty where all its cells are empty. `WrongValue` where it is not of its kind."""
    if field.constant is not None:
        return field.constant
    found = [cell(column) for column in field.columns]
    if field.is_key:
        return _composed(field, found)
    text = next(iter(found), "")
    if field.codes is not None:
        return _translated(field, text)
    if not text:
        return ""
    try:
        return _prefixed(field, of_kind(field, text))
    except (ValueError, ArithmeticError) as error:
        raise WrongValue(text, f"expected {expected(field)}", field.columns[0]) from error


def _composed(field: Field, found: list[str]) -> str:
    """The parts of a key joined by `:`; without one of them there is no key."""
    if not all(found):
        lacking = field.columns[found.index("")]
        raise WrongValue("", f"expected a value, which the key {field.of.name} is made of", lacking)
    return _prefixed(field, ":".join(map(cells.key, found)))


def _prefixed(field: Field, value: str) -> str:
    return field.prefix + value


def _translated(field: Field, text: str) -> str:
    codes = field.codes or {}
    if text in codes:
        return codes[text]
    if not text:
        return ""
    raise WrongValue(text, f"unknown word; the mapping knows {', '.join(codes)}", field.columns[0])


def expected(field: Field) -> str:
    """What the field holds, in words; the forms of dates that the mapping names."""
    kind: Kind = field.of.kind
    if field.dates:
        return f"a date written {' or '.join(field.dates)}"
    if isinstance(kind, Code):
        return f"a code of {kind.codes}: {', '.join(list(CODES[kind.codes])[:40])}"
    return kind.expected


def of_kind(field: Field, text: str) -> str:
    """The text as the model writes values of its kind; `ValueError` where it cannot be one."""
    kind = field.of.kind
    if isinstance(kind, Date):
        return _day(field, text)
    if isinstance(kind, Amount | Number | Share | Integer):
        return _number(field, text)
    if isinstance(kind, Flag):
        return {True: "yes", False: "no", None: ""}[cells.flag(text)]
    if isinstance(kind, Code) and text not in CODES[kind.codes]:
        raise ValueError(text)
    if isinstance(kind, Identifier):
        return _identifier(kind, text)
    return cells.key(text) if isinstance(kind, Key) else text


def _day(field: Field, text: str) -> str:
    """An ISO day, or the month or year alone where the form has no day."""
    if not field.dates:
        return text if re.fullmatch(r"\d{4}(-\d\d)?", text) else cells.day(text)
    for form in field.dates:
        try:
            found = datetime.strptime(text, form)
        except ValueError:
            continue
        if not 1800 <= found.year <= 2100:
            raise ValueError(text)
        return found.strftime("%Y-%m-%d" if "%d" in form else "%Y-%m" if "%m" in form or "%b" in form else "%Y")
    raise ValueError(text)


def _number(field: Field, text: str) -> str:
    """A number with a point. The sign that is not the decimal one, and blanks, part thousands and must stand before three digits."""
    kind = field.of.kind
    if field.decimal:
        other = "." if field.decimal == "," else ","
        if not re.fullmatch(
            rf"-?\d{{1,3}}(?:[\s{other}]\d{{3}})+(?:{field.decimal}\d+)?|-?\d+(?:{field.decimal}\d+)?", text
        ):
            raise ValueError(text)
        text = re.sub(rf"[\s{other}]", "", text).replace(field.decimal, ".")
    elif isinstance(kind, Amount):
        text = cells.amount(text)
    number = Decimal(text) * (field.times if field.times is not None else 1)
    if not number.is_finite():
        raise ValueError(text)
    places = Decimal("0.01") if isinstance(kind, Amount) else Decimal("0.000001")
    written = f"{number.quantize(places):f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    if kind.pattern and not re.fullmatch(kind.pattern, written):
        raise ValueError(text)
    return written


def _identifier(kind: Identifier, text: str) -> str:
    bare = _ADDRESS.sub("", text).rstrip(".,;")
    bare = bare.lower() if kind.scheme in ("doi", "ror") else bare
    if not SCHEMES[kind.scheme].is_valid(bare):
        raise ValueError(text)
    return bare

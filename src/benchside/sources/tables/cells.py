"""Single cells of tables that come from outside: text, money, dates, flags, keys.

A value that is not of the form asked for is never guessed: the parsers raise `ValueError`.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_FORMULA = re.compile(r"=|[+\-@](?:[A-Za-z_.]+\(|[^|]*\|[^!]*!)")
_AMOUNT = re.compile(r"\d{1,15}(?:([.,])(\d+))?", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*(?:([.,])\d{1,2})?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?)?", re.ASCII)
_OLD_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_CENT = Decimal("0.01")


def words(text: str) -> str:
    """The text with every run of white space as one blank."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """The text without encoded signs, however often they were encoded; an `&` that encodes nothing stays.

    >>> plain("R&amp;amp;D &amp; AT&T, a?b=1&copy=2")
    'R&D & AT&T, a?b=1&copy=2'
    """
    for _ in range(4):
        read = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if read == text:
            break
        text = read
    return text


def harmless(text: str) -> str:
    """The text without the sign at its start that would make a spreadsheet run it as a formula.

    >>> harmless("=cmd|' /C calc'!A0"), harmless("-12.5,7"), harmless("@Home (Ltd)")
    ("cmd|' /C calc'!A0", '-12.5,7', '@Home (Ltd)')
    """
    return text.lstrip("=+-@ \t") if _FORMULA.match(text) else text


def amount(text: str) -> str:
    """An amount with at most two decimals, from a decimal point or a decimal comma; a third decimal is rounded half to even.

    One comma before three digits could be either sign and is not read. `ValueError` for it and for what is no amount.

    >>> amount("61562,5"), amount("50000.0"), amount("1.234.567,89"), amount("67289236.754")
    ('61562.50', '50000', '1234567.89', '67289236.75')
    """
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return _with_thousands(text)
    mark, decimals = found.groups()
    if mark == "," and len(decimals) == 3:
        raise ValueError(text)
    number = Decimal(text.replace(",", "."))
    cents = number.quantize(_CENT, ROUND_HALF_EVEN)
    return str(int(cents)) if cents == int(cents) else str(cents)


def _with_thousands(text: str) -> str:
    found = _THOUSANDS.fullmatch(text)
    if found is None or found[1] == found[2] or (found[2] is None and found[1] in ".," and text.count(found[1]) == 1):
        raise ValueError(text)
    bare = text.replace(found[1], "")
    return amount(bare)


def is_rounded(text: str) -> bool:
    """Did the amount have more than two decimals?"""
    found = _AMOUNT.fullmatch(text)
    return found is not None and len(found[2] or "") > 2


AMOUNT_RULE = "an amount such as 61562.5 or 61562,5, not negative"
DAY_RULE = "a day between 1980 and 2060 such as 2023-03-10, with or without a time"


def day(text: str) -> str:
    """An ISO day from `2023-03-10 21:15:00`, `2023-03-10` or `10/03/2023`; `ValueError` otherwise or where there is none."""
    if found := _DAY.fullmatch(text):
        year, month, of_month = map(int, found.groups())
    elif found := _OLD_DAY.fullmatch(text):
        of_month, month, year = map(int, found.groups())
    else:
        raise ValueError(text)
    if not 1980 <= year <= 2060:
        raise ValueError(text)
    return date(year, month, of_month).isoformat()


def flag(text: str) -> bool | None:
    """True or False; None for an empty cell; `ValueError` for other words."""
    known: Mapping[str, bool | None] = {
        "true": True,
        "false": False,
        "yes": True,
        "no": False,
        "1": True,
        "0": False,
        "": None,
    }
    if text.lower() not in known:
        raise ValueError(text)
    return known[text.lower()]


def key(text: str) -> str:
    """The text as a key: no blanks, no `|`."""
    return re.sub(r"[\s|]+", "-", text.strip())


def slug(text: str) -> str:
    """The text as a key: small letters without accents, every run of other signs as one hyphen."""
    plain = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", "".join(plain)).strip("-")


def whole(text: str) -> str:
    """A whole number not below nought, also as `12.0`; `ValueError` for anything else."""
    match = re.fullmatch(r"(\d{1,15})(\.0+)?", text)
    if not match:
        raise ValueError(text)
    return str(int(match.group(1)))


def millionths(text: str) -> str:
    """A number not below nought with at most six decimals, the last rounded half to even; `ValueError` otherwise."""
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite() or number < 0 or number >= 10**12:
        raise ValueError(text)
    return f"{number.quantize(Decimal('0.000001')):f}"

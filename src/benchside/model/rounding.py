"""How a number is printed, and how a printed number is read back.

A rounding is written by the system, never by hand. The floor styles ("460+", "over 7 000") say that the value is at least
the number printed: they round down to their step, and refuse to print where that leaves nothing.
Thousands are set apart by a narrow no-break space, as the field's documents do.
"""

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from benchside.errors import UsageError, unknown

THIN = "\u202f"


def grouped(number: int) -> str:
    """A whole number with its thousands set apart: 18 170 217."""
    return f"{number:,}".replace(",", THIN).replace("-", "−")


def decimals(number: Fraction | int | float, places: int = 0) -> str:
    """A number with so many decimals, halves rounded up as in print."""
    step = 10**places
    units = math.floor(abs(Fraction(number)) * step + Fraction(1, 2))
    sign = "−" if number < 0 and units else ""
    whole, rest = divmod(units, step)
    return f"{sign}{grouped(whole)}" + (f".{rest:0{places}d}" if places else "")


def _floor(number: Fraction, step: int) -> str:
    floored = math.floor(number / step) * step
    if floored <= 0:
        raise UsageError(
            f"{float(number):g} cannot be printed as at least a multiple of {step}: that leaves nothing. Use a smaller step."
        )
    return grouped(floored)


def _exact(n: Fraction) -> str:
    return decimals(n, 0) if n.denominator == 1 else decimals(n, 2)


def _step_up(n: Fraction, step: int) -> str:
    return grouped(math.ceil(n / step) * step)


STYLES = {
    "exact": lambda n, step: _exact(n),
    "decimal1": lambda n, step: decimals(n, 1),
    "decimal2": lambda n, step: decimals(n, 2),
    "percent": lambda n, step: decimals(n * 100, 0) + f"{THIN}%",
    "percent1": lambda n, step: decimals(n * 100, 1) + f"{THIN}%",
    "euro": lambda n, step: "€" + decimals(n, 0),
    "euro_m": lambda n, step: "€" + decimals(n / 10**6, 1) + f"{THIN}m",
    "euro_bn": lambda n, step: "€" + decimals(n / 10**9, 1) + f"{THIN}bn",
    "plus": lambda n, step: _floor(n, step) + "+",
    "over": lambda n, step: "over " + _floor(n - Fraction(step, 2) if n % step == 0 else n, step),
    "nearly": lambda n, step: ("nearly " if n % step else "") + _step_up(n, step),
    "around": lambda n, step: "around " + grouped(math.floor(n / step + Fraction(1, 2)) * step),
    "range": lambda n, step: decimals(n, 0),
}
"""style → how a value is written; `step` matters to the rounded styles."""


def printed(value: Fraction, style: str = "exact", step: int = 1) -> str:
    """The value in a style: `printed(Fraction(465), "plus", 10)` is `460+`.

    Raises `UsageError` for an unknown style, a step below 1, or a floor that would print nought.
    """
    if style not in STYLES:
        raise unknown("rounding style", style, STYLES)
    if step < 1:
        raise UsageError(f"A rounding step of {step} is not possible; expected 1 or more.")
    return STYLES[style](Fraction(value), step)


@dataclass(frozen=True)
class Reading:
    """A number read from a text: what was said of it (as the comparator codes), its value and upper end, its unit."""

    comparator: str
    value: Fraction
    value_high: Fraction | None = None
    unit: str = ""


_WORDS = {
    "over": "gt", "more than": "gt", "above": "gt", "at least": "ge", "a minimum of": "ge", "nearly": "approx", "almost": "approx",
    "around": "approx", "about": "approx", "some": "approx", "approximately": "approx", "~": "approx", "≈": "approx", "up to": "le", "at most": "le",
    "less than": "lt", "under": "lt", "fewer than": "lt", ">": "gt", "≥": "ge", "<": "lt", "≤": "le", "+": "ge",
}  # fmt: skip
_SCALES = {"bn": 10**9, "billion": 10**9, "m": 10**6, "million": 10**6, "k": 10**3, "thousand": 10**3}
_CURRENCIES = {"€": "EUR", "EUR": "EUR", "$": "USD", "USD": "USD", "£": "GBP", "GBP": "GBP"}
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f\u2009,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BEFORE = "|".join(sorted((re.escape(w) for w in _WORDS), key=len, reverse=True))
PATTERN = re.compile(
    rf"(?:(?P<word>{_BEFORE})\s*)?(?P<before>€|\$|£|EUR|USD|GBP)?\s?(?P<number>{_NUMBER})(?P<plus>\+)?"
    rf"(?:\s?(?:–|-|to|and)\s?(?P<high>{_NUMBER}))?\s?(?P<scale>bn|billion|million|thousand|m\b|k\b)?\s?(?P<after>%|per cent|€|EUR|USD|GBP)?",
    re.IGNORECASE,
)
"""A number as people print it, with the words around it that change what it says."""


def read(text: str) -> Reading:
    """The number in a text as people print it: "460+", "over 7 000", "€1.9 bn", "74 %", "3 to 5.7". Shares come back from 0 to 1.

    Raises `UsageError` where there is no number.
    """
    match = PATTERN.search(text.strip())
    if match is None:
        raise UsageError(f"{text!r} holds no number. Expected one such as 460+, over 7 000, €1.9 bn or 74 %.")
    return reading(match)


def reading(match: re.Match) -> Reading:
    """What a match of `PATTERN` says."""
    after = (match["after"] or "").lower()
    scale = Fraction(_SCALES.get((match["scale"] or "").lower(), 1)) * (
        Fraction(1, 100) if after in ("%", "per cent") else 1
    )
    high = match["high"]
    word = _WORDS.get(re.sub(r"\s+", " ", (match["word"] or "").lower()), "eq")
    comparator = "range" if high else "ge" if match["plus"] else word
    unit = (
        "share"
        if after in ("%", "per cent")
        else _CURRENCIES.get((match["before"] or match["after"] or "").upper(), "")
    )
    return Reading(comparator, _number(match["number"]) * scale, _number(high) * scale if high else None, unit)


def _number(text: str) -> Fraction:
    return Fraction(re.sub(r"[ \u00a0\u202f\u2009,]", "", text))


def says(
    comparator: str,
    published: Fraction,
    computed: Fraction,
    *,
    high: Fraction | None = None,
    step: Fraction = Fraction(0),
) -> bool:
    """Does the computed value bear out what was printed? An exact number may be rounded to its last printed digit (`step`)."""
    if comparator == "range":
        return published <= computed <= (high if high is not None else published)
    if comparator in ("ge", "gt"):
        return computed >= published if comparator == "ge" else computed > published
    if comparator in ("le", "lt"):
        return computed <= published if comparator == "le" else computed < published
    slack = step / 2 if comparator == "eq" else max(step / 2, abs(published) / 20)
    return abs(computed - published) <= slack


def last_digit(text: str) -> Fraction:
    """The unit of the last printed digit: 0.1 for `15.8` in per cent is 0.001; a whole count has 0 (it is exact)."""
    match = PATTERN.search(text.strip())
    if match is None:
        return Fraction(0)
    places = len(match["number"].partition(".")[2])
    after, scale = (match["after"] or "").lower(), _SCALES.get((match["scale"] or "").lower(), 1)
    if not places and scale == 1 and after not in ("%", "per cent"):
        return Fraction(0)
    return Fraction(scale, 10**places) * (Fraction(1, 100) if after in ("%", "per cent") else 1)

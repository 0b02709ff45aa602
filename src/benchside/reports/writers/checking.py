"""How the check's findings are printed: numbers in the style of their indicator, differences with their sign."""

from fractions import Fraction

from benchside.indicators.catalogue import all_indicators
from benchside.model.rounding import printed
from benchside.reports import words
from benchside.reports.edition import Edition


def printer(edition: Edition) -> dict:
    """The functions by which pages print the check."""
    texts = {p.id: p.printed for p in edition.desk.published}
    return {
        "printed_of": lambda c: texts.get(c.figure_id) or in_style(c.indicator, c.published),
        "computed_of": lambda c: in_style(c.indicator, c.computed),
        "difference_of": difference,
        "known_indicator": lambda name: name in all_indicators(),
    }


def in_style(name: str, value: int | float | None) -> str:
    """A value as its indicator prints it; plainly where there is no indicator."""
    if value is None:
        return ""
    found = all_indicators().get(name)
    style = found.printed if found else ""
    return words.plainly(value) if style in ("", "range") else printed(Fraction(value), style)


def difference(c) -> str:
    """Computed less published, with its sign; a dash where there is none."""
    if c is None or c.difference is None:
        return "–"
    if c.difference == 0:
        return "none"
    return ("+" if c.difference > 0 else "") + _sized(c.indicator, c.difference)


def _sized(name: str, value: int | float) -> str:
    """A difference keeps enough digits to be seen: in_style may round it to nought."""
    text = in_style(name, value)
    return text if any(d in text for d in "123456789") else f"{value:+.4f}".lstrip("+").replace("-", "−")

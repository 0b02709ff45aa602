"""The words a report uses for a figure: its number as printed, its status, its coverage, its support."""

import re
from fractions import Fraction

from benchside.figures.key_codes import code_list
from benchside.figures.published import Published
from benchside.indicators.base import Indicator
from benchside.model.codes import CODES
from benchside.model.figure import Figure
from benchside.model.rounding import grouped, printed

STATUSES = {
    "computed": "computed from records",
    "reported": "published statement, no records yet",
    "estimated": "estimated: rests on an assumption",
    "protected": "withheld: too few people to show",
    "no_value": "no records and no published statement",
    "not_reached": "not reached: it has happened to fewer than half",
}
"""status → what a reader is told."""

COVERAGES = {
    "complete": "coverage complete",
    "partial": "coverage partial",
    "none": "no records collected",
}
"""coverage → what a reader is told."""

_CODED = frozenset(code for codes in CODES.values() for code in codes)
"""Every code of every list: what is none of them needs no list to be looked for."""

SHORT_GROUPS = {
    "academic": "Academic", "industry": "Industry", "sme": "Small and medium-sized companies",
    "patient_organisation": "Patient organisations", "regulator": "Regulators", "other": "Others", "unknown": "Not said by the source",
}  # fmt: skip
"""partner group → the short words of tables and scopes."""


def standing(figure: Figure) -> str:
    """What a figure stands on, in a few words, beside its mark."""
    if figure.status == "computed":
        return COVERAGES[figure.coverage]
    if figure.status == "reported":
        return "no records yet"
    return "rests on an assumption" if figure.status == "estimated" else STATUSES[figure.status].split(":")[0]


def number(figure: Figure, style: str = "", step: int = 1, published: Published | None = None) -> str:
    """The figure's number in a style (its indicator's own by default); empty where it has none.

    A reported number is printed as its document prints it; an estimate as its range.
    """
    style = style or figure.printed
    if figure.status == "estimated" and figure.low is not None and figure.high is not None:
        return f"{printed(_rounded(figure.low), 'range')} to {printed(_rounded(figure.high), 'range')}"
    if figure.value is None:
        return ""
    if figure.status == "reported" and published is not None:
        return published.printed
    return printed(Fraction(figure.exact) if figure.exact else Fraction(figure.value), style, step)


def interval(figure: Figure) -> str:
    """The figure's interval, in the style of its number; empty where it has none."""
    if figure.status == "estimated" or figure.low is None or figure.high is None:
        return ""
    low, high = (printed(Fraction(end), figure.printed) for end in (figure.low, figure.high))
    return f"{low} to {high}"


def _rounded(end: int | float) -> Fraction:
    """A range is printed to the unit; 12 950.4 is 12 950."""
    return Fraction(round(end)) if abs(end) >= 10 else Fraction(end)


def plainly(value: int | float | None, unit: str = "") -> str:
    """A value without a style of its own, such as a difference of the check."""
    if value is None:
        return ""
    whole = isinstance(value, int) or float(value).is_integer()
    text = grouped(int(value)) if whole else f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−")
    return f"{text} {unit}".strip()


def cut_label(dimension: str, figure: Figure) -> str:
    """What a reader calls a value of a dimension."""
    if figure.cut in (None, "(none)"):
        return NONE_WORDS.get(dimension, "not said")
    if figure.label and figure.label != figure.cut:
        return figure.label
    return value_label(dimension, figure.cut or "", figure.id)


def value_label(dimension: str, value: str, indicator: str) -> str:
    """The words of a dimension's value: from the code list of which the indicator's rows take it, or the value itself."""
    if dimension == "group" and value in SHORT_GROUPS:
        return SHORT_GROUPS[value]
    if value in OWN_WORDS.get(dimension, {}):
        return OWN_WORDS[dimension][value]
    return CODES.get(code_list(dimension, indicator), {}).get(value, value) if value in _CODED else value


SHORT_TITLES = {
    "publications": "Publications", "scored_papers": "Scored papers", "citations": "Citations", "citations_per_publication": "Citations a paper",
    "mncs": "Mean impact", "median_ncs": "Median impact", "mncs_without_top1": "Mean without top 1 %", "total_ncs": "Total impact",
    "top10_share": "In top 10 %", "top1_share": "In top 1 %", "uncited_share": "Uncited", "score_coverage": "With a score",
    "first_quartile_share": "First quarter of journals", "open_access_share": "Open access", "international_share": "Several countries",
    "cross_sector_share": "Several sectors", "premium_international": "Impact over domestic papers",
    "premium_cross_sector": "Impact over one-sector papers",
}  # fmt: skip
"""indicator → what stands over its column in a table of several."""

NONE_WORDS = {"journal": "not in a journal, or not recorded"}
"""dimension → what bears no value of it, where “not said” would mislead."""


OWN_WORDS = {
    "reach": {"international": "Several countries", "domestic": "One country"},
    "mix": {"several sectors": "Several sectors", "one sector": "One sector"},
}
"""dimension → the words of its own values, where they belong to no code list."""


def short_title(indicator: Indicator) -> str:
    """The heading of an indicator's column."""
    return SHORT_TITLES.get(indicator.id, indicator.title)


def sentence(text: str) -> str:
    """A note as a sentence; names keep their letters."""
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""


def listed(names: list[str]) -> str:
    """A list in a sentence: a, b and c."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def natural(text: str) -> list[tuple[int, str]]:
    """Names in the order people read them: Call 2 before Call 10, whatever their letters' case."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", text.casefold())]


def counted(figures: int, one: str, many: str | None = None) -> str:
    """A count with its noun: `1 row`, `12 rows`."""
    return f"{grouped(figures)} {one if figures == 1 else many or one + 's'}"


def amount(cents: int | None, currency: str = "EUR") -> str:
    """Money from cents, in the currency's sign: €18 170 217."""
    if cents is None:
        return ""
    sign = {"EUR": "€", "USD": "$", "GBP": "£"}.get(currency, f"{currency} ")
    return sign + printed(Fraction(cents, 100), "exact")


def unit_of_rows(indicator: Indicator) -> Fraction:
    """What one unit of a row's `num` is, in the indicator's unit (or its numerator's)."""
    return (
        Fraction(1, indicator.den_scale) if indicator.reducer == "ratio" else Fraction(indicator.per, indicator.scale)
    )

"""The words and numbers of pictures: money in millions, shares, labels, findings and where figures come from.

Numbers are printed as in texts: halves rounded up, thousands set apart by a narrow no-break space.
"""

from datetime import date
from fractions import Fraction

from benchside.model.codes import CODES
from benchside.model.figure import Figure
from benchside.model.rounding import THIN, decimals

NOT_SAID = "(none)"
"""The cut of rows that bear no value of the dimension."""

SET_BACK = (NOT_SAID, "unknown", "other")
"""Cuts that name nothing: they stand last and in grey, and no finding speaks of them."""

GROUPS = {
    "academic": "universities and public research",
    "industry": "large companies",
    "sme": "small and medium-sized companies",
    "patient_organisation": "patient organisations",
    "regulator": "regulators",
    "other": "others",
    "unknown": "group not said",
}
"""partner group → short words."""

PAYERS = {
    "eu": "European Union",
    "industry": "industry in kind",
    "associated_partner": "associated partners",
    "beneficiary": "beneficiaries",
    "other": "other money",
}
"""payer → short words."""

MOST_DOCUMENTS = 6

MISSING = {"protected": "too few people to show", "no_value": "no value", "not_reached": "not reached"}
"""status of a figure without a value → what the table says in its place."""


def millions(euro) -> str:
    """Euro in millions; small amounts keep a second decimal: €345.3 m, €0.04 m."""
    amount = Fraction(euro) / 10**6
    return f"€{decimals(amount, 1 if abs(amount) >= Fraction(1, 10) or not amount else 2)}{THIN}m"


def percent(part, whole) -> str:
    """A share in whole per cent; what is there but rounds to nought is said to be below one."""
    if not whole:
        return ""
    share = Fraction(part) / Fraction(whole) * 100
    return f"<1{THIN}%" if 0 < share < Fraction(1, 2) else f"{decimals(share)}{THIN}%"


def joined(names) -> str:
    """A list in a sentence: a, b and c."""
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def capital(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """A label within a sentence: without its capital, unless its first word is an acronym or a name in itself."""
    first = label.split(" ", 1)[0]
    return label[:1].lower() + label[1:] if first[1:].islower() else label


def exact(figure: Figure) -> Fraction:
    """A figure's value without rounding; nought where it has none."""
    return Fraction(figure.exact or figure.value or 0)


def set_back(figures: list[Figure]) -> list[Figure]:
    """The figures in their order, those of cuts that name nothing last."""
    return sorted(figures, key=lambda f: (f.cut in SET_BACK, f.cut == NOT_SAID))


def label(figure: Figure, *lists: str, none: str = "not recorded", words: dict[str, str] | None = None) -> str:
    """What a reader calls the figure's cut: its own label, given words, the words of code lists, or the value itself."""
    cut = figure.cut or ""
    if cut == NOT_SAID:
        return none
    if words and cut in words:
        return words[cut]
    if figure.label and figure.label != cut:
        return figure.label
    return next((CODES[name][cut] for name in lists if cut in CODES[name]), cut)


def day(text: str) -> str:
    """22 November 2026; a text that is no date as it is."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def source(figures: list[Figure]) -> str:
    """Date, documents and build of the figures shown, in one line."""
    documents = sorted({origin for figure in figures for origin in figure.origins})
    named = documents[:MOST_DOCUMENTS]
    if left := len(documents) - len(named):
        named.append(f"{left} other{'s' if left > 1 else ''}")
    said = f" Document{'s' if len(documents) > 1 else ''}: {joined(named)}." if documents else ""
    return f"As of {day(figures[0].as_of)}.{said} Build {figures[0].build}."


def partly(figures: list[Figure]) -> str:
    """A sentence where coverage is not complete; empty otherwise."""
    return "" if all(f.coverage == "complete" for f in figures) else " Records are not complete: more may exist."


def missing(figure: Figure) -> str:
    """What stands in a table in place of a number that is not there."""
    return MISSING.get(figure.status, "no value")

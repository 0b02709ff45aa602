"""Sectors in pictures: their order, and names short enough for the head of a column."""

from benchside.charts.words import GROUPS, capital

SHORT = {
    "academic": ("Universities", "Univ."),
    "industry": ("Large companies", "Large"),
    "sme": ("SMEs", "SMEs"),
    "patient_organisation": ("Patient org.", "Pat."),
    "regulator": ("Regulators", "Reg."),
    "other": ("Others", "Oth."),
    "unknown": ("Not said", "n/s"),
}
"""sector → its name at the head of a column, on a page and on a phone; the order is that of pictures."""


def named(sector: str) -> str:
    """What a reader calls the sector."""
    return GROUPS.get(sector, sector)


def label(sector: str) -> str:
    """The same beside a row."""
    return capital(named(sector))


def in_order(sectors: set[str]) -> list[str]:
    """The sectors in the order of pictures; those that are in no list last, by name."""
    known = [s for s in SHORT if s in sectors]
    return known + sorted(sectors - set(known))

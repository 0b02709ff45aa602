"""Groups of countries as they stood: who was a member of the European Union in which year.

Dates of accession and withdrawal are those of the treaties, as the European Union publishes them ("EU countries",
european-union.europa.eu, and the Treaties of Accession on EUR-Lex; withdrawal of the United Kingdom: OJ L 29, 31.1.2020). Only
countries of their own are named: a territory that has an ISO code of its own (Réunion, Greenland) is in no group.
"""

from collections.abc import Mapping
from datetime import date

from benchside.errors import unknown

EU_ACCESSIONS: Mapping[date, tuple[str, ...]] = {
    date(1958, 1, 1): ("BE", "DE", "FR", "IT", "LU", "NL"),
    date(1973, 1, 1): ("DK", "GB", "IE"),
    date(1981, 1, 1): ("GR",),
    date(1986, 1, 1): ("ES", "PT"),
    date(1995, 1, 1): ("AT", "FI", "SE"),
    date(2004, 5, 1): ("CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"),
    date(2007, 1, 1): ("BG", "RO"),
    date(2013, 7, 1): ("HR",),
}
"""Day of accession → the countries that acceded."""

EU_WITHDRAWALS: Mapping[date, tuple[str, ...]] = {date(2020, 2, 1): ("GB",)}
"""First day without membership → the countries that left."""

FIXED: Mapping[str, date] = {
    "EU-15": date(1995, 1, 1),
    "EU-28": date(2013, 7, 1),
    "EU-27": date(2020, 2, 1),
}
"""A group of the same countries in every year → the day on which these were the members."""

GROUPS = ("EU", *FIXED)
"""`EU`: the members of the year in question."""


def eu_members_on(day: date) -> tuple[str, ...]:
    """The members of the European Union on a day, in the order of their codes.

    >>> len(eu_members_on(date(2013, 7, 1)))
    28
    """
    joined = {country for begun, countries in EU_ACCESSIONS.items() if begun <= day for country in countries}
    left = {country for ended, countries in EU_WITHDRAWALS.items() if ended <= day for country in countries}
    return tuple(sorted(joined - left))


def members(group: str, year: int) -> tuple[str, ...]:
    """The countries of a group in a year; for `EU` those that were members on 1 July of it.

    Of a work only the year is known, so that a country counts for a year of which it was a member for the greater part.
    """
    if group not in GROUPS:
        raise unknown("group of countries", group, GROUPS)
    return eu_members_on(FIXED.get(group, date(year, 7, 1)))


def periods(group: str, first: int, last: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """The years from `first` to `last` in stretches of the same members: first year, last year, countries."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for year in range(first, last + 1):
        countries = members(group, year)
        if found and found[-1][2] == countries:
            found[-1] = (found[-1][0], year, countries)
        else:
            found.append((year, year, countries))
    return found

"""Single cells of CORDIS: money, dates, countries, flags, places, and the words the model has codes for.

Every mapping is written down. A value that is not in it is never guessed: the parsers raise `ValueError`.
"""

import html
import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from benchside.model.countries import COUNTRIES

FRAMEWORKS = {
    "FP1": "First Framework Programme", "FP2": "Second Framework Programme", "FP3": "Third Framework Programme",
    "FP4": "Fourth Framework Programme", "FP5": "Fifth Framework Programme", "FP6": "Sixth Framework Programme",
    "FP7": "Seventh Framework Programme", "H2020": "Horizon 2020", "HORIZON": "Horizon Europe",
}  # fmt: skip
"""The framework programmes as CORDIS writes them."""

ROLES = {
    "coordinator": "coordinator",
    "participant": "participant",
    "beneficiary": "participant",
    "hostInstitution": "participant",
    "thirdParty": "third_party",
    "partner": "associated_partner",
    "internationalPartner": "associated_partner",
    "associatedPartner": "associated_partner",
}
"""CORDIS role → role of the model. Partner organisations, international and associated partners receive no EU money themselves."""

ROLE_RANK = ("coordinator", "lead", "participant", "associated_partner", "third_party", "adviser")
"""Of several roles of one organisation in one project the first of these counts."""

ACTIVITIES = {
    "HES": "higher or secondary education",
    "REC": "research organisation",
    "PUB": "public body (without research and education)",
    "PRC": "private for-profit (without education)",
    "OTH": "other",
}

STATUSES = ("SIGNED", "CLOSED", "TERMINATED", "ONG", "CAN", "EXECUTION")
"""States of a project, in the current and in older extracts."""

EU_COUNTRIES = {"EL": "GR", "UK": "GB"}
"""Codes of the European Union's own usage → ISO 3166."""

_OTHER_SCHEMES = frozenset((
    "ACM", "ACT", "AM", "ART169", "BBI", "BSG", "BUR", "CA", "CAREER", "CIP", "CLR", "CNC", "CND", "CNI", "COFUND",
    "CON", "CP", "CPCSA", "CRAFT", "CRS", "CS2", "CSC", "Collective", "Cooperative", "DEF", "DEM", "DEP", "DS",
    "EAD", "EAT", "EAW", "ECSEL", "EEN", "EIC", "EIF", "EIT", "ERA", "ERC", "ERG", "EST", "EURATOM", "EXA", "EXC",
    "EXT", "EuroHPC", "FCH2", "FPA", "FUSION", "GIC", "H2020", "HORIZON", "I3", "IA", "IIF", "IIFR", "IMI2",
    "INNOSUP", "IP", "IPC", "IRG", "Infrastr", "JRC", "JTI", "LCF", "LFC", "MC", "MSCA", "NET", "NoE", "OIF",
    "OPC", "PCP", "PPI", "PoC", "RFCS", "RGI", "RIN", "RSSF", "RTN", "SC", "SCF", "SER", "SESAR", "SGA", "SME",
    "SSA", "STIP", "STREP", "STU", "Shift2Rail", "TA", "TALI", "TFGCTC", "THN", "TOK",
))  # fmt: skip
"""How the names of funding schemes begin, in FP7, Horizon 2020 and Horizon Europe."""

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
    """Euro with at most two decimals, from a decimal point or a decimal comma; a third decimal is rounded half to even.

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


AMOUNT_RULE = "an amount in euro such as 61562.5 or 61562,5, not negative"
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


def country(text: str) -> str:
    """The ISO code; `ValueError` for a code that is not known."""
    code = EU_COUNTRIES.get(text, text)
    if code not in COUNTRIES:
        raise ValueError(text)
    return code


def place(text: str) -> tuple[str, str]:
    """Latitude and longitude, with six decimals, from one cell `52.2033051,0.124862` (or in brackets).

    >>> place("(-12.0621065,-77.0365256)")
    ('-12.062106', '-77.036526')
    """
    latitude, longitude = (Decimal(part.strip()) for part in text.strip("() ").split(","))
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError(text)
    return tuple(str(part.quantize(Decimal("0.000001"), ROUND_HALF_EVEN)) for part in (latitude, longitude))  # type: ignore[return-value]


def partner_group(activity: str, is_sme: bool | None) -> tuple[str, str]:
    """The partner group of an activity type, and how it is known.

    Companies whose size is not stated are in no group of the model: neither small nor large may be claimed of them.
    """
    if activity == "PRC":
        group = {True: "sme", False: "industry", None: "unknown"}[is_sme]
        said = {True: ", SME", False: ", not SME", None: ", size not stated"}[is_sme]
        return group, f"activity type PRC{said}"
    groups = {"HES": "academic", "REC": "academic", "PUB": "academic", "OTH": "other", "": "unknown"}
    return groups[activity], f"activity type {activity or 'not stated'}"


def action_type(scheme: str) -> str:
    """ria, csa or other; empty where no scheme is given; `ValueError` for a scheme of no known beginning."""
    parts = scheme.split("-")
    if not scheme:
        return ""
    if "RIA" in parts:
        return "ria"
    if "CSA" in parts:
        return "csa"
    if parts[0] not in _OTHER_SCHEMES:
        raise ValueError(scheme)
    return "other"


def key(text: str) -> str:
    """The text as a key: no blanks, no `|`."""
    return re.sub(r"[\s|]+", "-", text.strip())


def framework(code: str) -> str:
    """The framework programme that the code of a topic, call or programme part begins with; empty where it shows none."""
    begin = re.split(r"[-.:]", code, maxsplit=1)[0].upper()
    return begin if begin in FRAMEWORKS else ""

"""Single cells of CORDIS: countries, places, and the words the model has codes for.

Every mapping is written down. A value that is not in it is never guessed: the parsers raise `ValueError`.
"""

import re
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


def framework(code: str) -> str:
    """The framework programme that the code of a topic, call or programme part begins with; empty where it shows none."""
    begin = re.split(r"[-.:]", code, maxsplit=1)[0].upper()
    return begin if begin in FRAMEWORKS else ""

"""Kind codes and authorities: whether a publication is an application or a granted right, by who published it.

Two-letter codes of authorities are those of WIPO standard ST.3: countries, and the offices that serve several. Kind codes follow
ST.16, which groups them by letter; the offices differ, and where they do the office's own use counts.
"""

import re

from benchside.model.countries import COUNTRIES

OFFICES = {
    "AP": "African Regional Intellectual Property Organization",
    "BX": "Benelux Office for Intellectual Property",
    "EA": "Eurasian Patent Organization",
    "EM": "European Union Intellectual Property Office",
    "EP": "European Patent Office",
    "GC": "Patent Office of the Gulf Cooperation Council",
    "IB": "International Bureau of WIPO",
    "OA": "African Intellectual Property Organization",
    "WO": "World Intellectual Property Organization",
}
"""Offices that serve several countries."""
FORMER = {"CS": "Czechoslovakia", "DD": "German Democratic Republic", "SU": "Soviet Union", "YU": "Yugoslavia"}
"""Countries that are no more and whose publications are still cited."""
AUTHORITIES = {**COUNTRIES, **OFFICES, **FORMER}

APPLICATION, GRANTED = "application", "granted"

OWN_CODE = {
    ("US", "A"): GRANTED,  # until 2001 the United States published granted patents alone, as A
    ("US", "P1"): APPLICATION,
    ("DE", "T1"): APPLICATION,  # translation of the claims of a European application
    ("DE", "T5"): APPLICATION,  # an international application in German
    ("ES", "T1"): APPLICATION,
}
OWN_LETTER = {
    ("US", "P"): GRANTED,
    ("US", "H"): None,
    ("JP", "T"): APPLICATION,  # translation of an international application
    ("JP", "U"): APPLICATION,
    ("KR", "U"): APPLICATION,
    **{("WO", letter): None for letter in "BCETUWYS"},
}
"""Where an office uses a code, or all codes of a letter, in its own way. None: no publication of a right."""

BY_LETTER = {"A": APPLICATION, "W": APPLICATION, "B": GRANTED, "C": GRANTED, "E": GRANTED, "T": GRANTED, "U": GRANTED, "Y": GRANTED, "S": GRANTED}  # fmt: skip
KIND_RULE = "a kind code such as A1, B1 or U, as that office uses them"
_NUMBER = re.compile(r"([A-Z]{2})([A-Z]?[0-9]{2}[0-9A-Z/.-]*?)([A-Z][0-9]?)")


def stage(authority: str, kind: str) -> str:
    """Application or granted; `ValueError` for a kind that the office is not known to use.

    >>> stage("EP", "A1"), stage("EP", "B1"), stage("US", "A"), stage("US", "A1")
    ('application', 'granted', 'granted', 'application')
    """
    if not re.fullmatch(r"[A-Z]\d?", kind):
        raise ValueError(kind)
    by_letter = OWN_LETTER.get((authority, kind[0]), BY_LETTER.get(kind[0]))
    found = OWN_CODE.get((authority, kind), by_letter)
    if found is None:
        raise ValueError(kind)
    return found


def number_of(text: str) -> tuple[str, str, str]:
    """Authority, number and kind of a publication written as one; `ValueError` where it is not.

    >>> number_of("WO2019012095A1"), number_of("EP3652343B1")
    (('WO', '2019012095', 'A1'), ('EP', '3652343', 'B1'))
    """
    found = _NUMBER.fullmatch(re.sub(r"\s", "", text))
    if found is None:
        raise ValueError(text)
    return found[1], found[2], found[3]

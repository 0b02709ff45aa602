"""Identifiers of works as others write them, brought to their one form."""

import re

from benchside.model.identifiers import SCHEMES


def bare_doi(text: str) -> str:
    """A DOI as it is compared: small letters, without the resolver's address; as it is where that leaves no DOI."""
    bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", text.strip().lower())
    return bare.rstrip(".,;") if SCHEMES["doi"].is_valid(bare) else bare


def doi(text: str) -> str:
    """A DOI as it is compared; `ValueError` for what is none.

    >>> doi("https://doi.org/10.1000/ABC."), doi("doi: 10.1000/182")
    ('10.1000/abc', '10.1000/182')
    """
    bare = bare_doi(text)
    if not SCHEMES["doi"].is_valid(bare):
        raise ValueError(text)
    return bare


def issn(text: str) -> str:
    """The first ISSN of a cell, with its hyphen and with noughts that were lost at its start; `ValueError` where there is none.

    >>> issn("1932-6203"), issn("18798365 09269630"), issn("1406736")
    ('1932-6203', '1879-8365', '0140-6736')
    """
    first = re.split(r"[\s,;/]+", text.strip())[0].replace("-", "").upper()
    if not 7 <= len(first) <= 8:
        raise ValueError(text)
    whole = first.zfill(8)
    shaped = f"{whole[:4]}-{whole[4:]}"
    if not SCHEMES["issn"].is_valid(shaped) or not _is_checked(whole):
        raise ValueError(text)
    return shaped


def _is_checked(whole: str) -> bool:
    digits = [10 if sign == "X" else int(sign) for sign in whole]
    return sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11 == 0

"""Outside identifiers in one spelling, and which of them prove that two records are one.

A value that is not of its scheme's shape, or whose check digits are wrong, is no evidence: it is told and left out of the comparison,
never corrected. The record keeps what its source wrote.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchside.errors import unknown
from benchside.model.identifiers import SCHEMES, is_orcid


@dataclass(frozen=True)
class Proof:
    """What an identifier says. `is_one` marks schemes in which an entity has one value: two values are two entities.

    A VAT number may be shared by a university and its hospital, and an ISNI or GRID id given twice: sharing one is
    evidence, having two different ones is none.
    """

    entity: str
    is_one: bool = False
    is_proof: bool = True


PROOFS = {
    "ror": Proof("organisation", is_one=True),
    "pic": Proof("organisation"),
    "grid": Proof("organisation"),
    "isni": Proof("organisation"),
    "vat": Proof("organisation", is_proof=False),
    "doi": Proof("work", is_one=True),
    "grant_number": Proof("project", is_one=True),
}
"""Best first. A PIC is given to a legal entity, but some entities hold several, so two PICs do not make two organisations."""

_NO_VALUE = frozenset({"", "NA", "NONE", "NULL", "UNKNOWN", "NOTAPPLICABLE", "MISSING", "XX"})


def normalise(scheme: str, value: str) -> str:
    """The value in one spelling; an empty text where it is none of its scheme.

    >>> normalise("ror", "https://ror.org/05DXPS055"), normalise("vat", "BE 0242.142.846")
    ('05dxps055', 'BE0242142846')
    """
    if scheme not in PROOFS:
        raise unknown("identifier", scheme, PROOFS)
    return _READERS[scheme](value.strip())


def normalise_all(identifiers: Mapping[str, str | list[str] | tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """All valid identifiers of a record as (scheme, value), each once, in the order of `PROOFS`."""
    found = []
    for scheme in sorted(identifiers, key=list(PROOFS).index if set(identifiers) <= set(PROOFS) else str):
        values = identifiers[scheme]
        for value in [values] if isinstance(values, str) else values:
            bare = normalise(scheme, value)
            if bare and (scheme, bare) not in found:
                found.append((scheme, bare))
    return tuple(found)


def _ror(value: str) -> str:
    return _checked("ror", re.sub(r"^(https?://)?(www\.)?ror\.org/", "", value, flags=re.IGNORECASE).lower())


def _pic(value: str) -> str:
    return _checked("pic", re.sub(r"\.0$", "", value).replace(" ", ""))


def _doi(value: str) -> str:
    return _checked("doi", re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.IGNORECASE).lower())


def _grant_number(value: str) -> str:
    return _checked("grant_number", re.sub(r"\.0$", "", value).replace(" ", ""))


def _checked(scheme: str, value: str) -> str:
    return value if SCHEMES[scheme].is_valid(value) else ""


def _grid(value: str) -> str:
    found = re.fullmatch(r"(?:https?://www\.grid\.ac/institutes/)?(grid\.\d+\.[0-9a-f]+)", value, re.IGNORECASE)
    return found[1].lower() if found else ""


def _isni(value: str) -> str:
    bare = re.sub(r"^(https?://)?(www\.)?isni\.org/(isni/)?|[\s-]", "", value, flags=re.IGNORECASE).upper()
    return bare if is_orcid("-".join(bare[i : i + 4] for i in range(0, len(bare), 4))) else ""


def _vat(value: str) -> str:
    """Letters of the country, then at least five letters and digits; the national check digits are not tested."""
    bare = re.sub(r"[\s.\-/]", "", value).upper()
    is_number = re.fullmatch(r"[A-Z]{2}[A-Z0-9]{5,13}", bare) and sum(map(str.isdigit, bare)) >= 5
    return "" if bare in _NO_VALUE or not is_number or len(set(bare[2:])) == 1 else bare


_READERS = {
    "ror": _ror,
    "pic": _pic,
    "grid": _grid,
    "isni": _isni,
    "vat": _vat,
    "doi": _doi,
    "grant_number": _grant_number,
}

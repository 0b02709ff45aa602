"""Outside identifiers: how each is written, and its check digits where it has them.

ROR: Crockford base 32 with two ISO 7064 mod 97-10 check digits. ORCID and ISNI: ISO 7064 mod 11-2. The other schemes
have no check digit that is published, so that only their shape can be tested.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def is_ror(value: str) -> bool:
    """Is this a ROR id (nine characters, bare), with the right check digits?"""
    if not re.fullmatch(r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}", value):
        return False
    number = 0
    for letter in value[:7]:
        number = number * 32 + _CROCKFORD.index(letter)
    return int(value[7:]) == 98 - (number * 100) % 97


def is_orcid(value: str) -> bool:
    """Is this an ORCID iD (four groups of four), with the right check character?"""
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", value, re.ASCII):
        return False
    total = 0
    for digit in value.replace("-", "")[:15]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return value[-1] == ("X" if check == 10 else str(check))


@dataclass(frozen=True)
class Scheme:
    """One kind of identifier: what it looks like, in words and as a pattern, and its test."""

    name: str
    expected: str
    pattern: str
    check: Callable[[str], bool] | None = None

    def is_valid(self, value: str) -> bool:
        """Does the value have the scheme's shape and, where the scheme has them, its check digits?"""
        return bool(re.fullmatch(self.pattern, value, re.ASCII)) and (self.check is None or self.check(value))


SCHEMES = {
    s.name: s
    for s in (
        Scheme("ror", "a ROR id such as 05dxps055, with its check digits", r"0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}", is_ror),
        Scheme("orcid", "an ORCID iD such as 0000-0002-1825-0097", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", is_orcid),
        Scheme("pic", "a PIC of nine digits such as 999997930", r"\d{9}"),
        Scheme("doi", "a DOI such as 10.1000/182, without the resolver's address", r"10\.\d{4,9}/\S+"),
        Scheme("pmid", "a PubMed number such as 23193287", r"[1-9]\d{0,8}"),
        Scheme("openalex", "an OpenAlex work id such as W2741809807, without the address", r"W\d{1,15}"),
        Scheme("issn", "an ISSN such as 0028-0836", r"\d{4}-\d{3}[\dX]"),
        Scheme("grant_number", "a grant agreement number of six to nine digits such as 115004", r"\d{6,9}"),
        Scheme(
            "trial",
            "a registry number: NCT01234567, ISRCTN12345678, EudraCT 2012-000001-10 or CTIS 2022-500001-10-00",
            r"(NCT\d{8}|ISRCTN\d{8}|\d{4}-\d{6}-\d{2}|20\d{2}-5\d{5}-\d{2}-\d{2})",
        ),
    )
}

"""Which project a grant number belongs to, however authors and sponsors write the number.

A number of digits alone (`115303`) is found where it stands as a word of its own (`IMI n° 115303`), never inside a longer one
(`AI115303`, `2012-115303-10`): those are others'. A number with letters (`MR/K1/1`) must be the whole of a part, whatever signs divide it. DOIs of grants under 10.3030 are those of the European Union's grants, which end in their number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.errors import UsageError
from benchside.model.columns import Key

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"(?<!\w)(?<!\d[-/.])\d+(?!\w)(?![-/.]\d)", re.ASCII)
_PART = re.compile(r"[,;|]|\band\b|&", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_RESOLVER = re.compile(r"^(https?://(dx\.)?doi\.org/|doi:\s*)")
_OF_UNION = "10.3030/"
WRITTEN = "a grant number is compared by itself, without the words and signs around it"


@dataclass(frozen=True)
class GrantNumbers:
    """Grant numbers and DOIs of grants with the keys of their projects, as `programme.toml` gives them."""

    written: Mapping[str, str]
    plain: Mapping[str, str] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "plain", {plain(number): key for number, key in self.written.items()})

    def projects(self, text: str) -> list[str]:
        """The keys of the projects that a text names, each once.

        >>> of = GrantNumbers({"115303": "abirisk", "MR/K1/1": "sleep", "10.35802/218300": "g"})
        >>> of.projects("AI115303"), of.projects("2012-115303-10"), of.projects("IMI n° 115303; MR/K1/1")
        ([], [], ['abirisk', 'sleep'])
        >>> of.projects("mr-k1-1"), of.projects("https://doi.org/10.35802/218300")
        (['sleep'], ['g'])
        >>> of.projects("10.3030/115303")
        ['abirisk']
        """
        whole = bare_doi(text)
        if _DOI.fullmatch(whole):
            known = (one for one in (whole, whole.removeprefix(_OF_UNION)) if one in self.plain)
            return [self.plain[one] for one in known][:1]
        parts = [plain(part) for part in (text, *_PART.split(text))]
        found = [self.plain[one] for one in (*_DIGITS.findall(text), *parts) if one in self.plain]
        return list(dict.fromkeys(found))


def plain(number: str) -> str:
    """A number as it is compared: a DOI bare, of anything else letters and digits alone, in small letters.

    >>> plain("MR/K1/1"), plain("https://doi.org/10.35802/218300")
    ('mrk11', '10.35802/218300')
    """
    doi = bare_doi(number)
    return doi if _DOI.fullmatch(doi) else "".join(_WORD.findall(number.casefold()))


def bare_doi(text: str) -> str:
    """A DOI in small letters without the resolver's address; any other text in small letters."""
    return _RESOLVER.sub("", text.strip().lower())


def grant_numbers(source: str, written: Any) -> GrantNumbers:
    """The option `project_ids` as written; `UsageError` where it is none, or where two ways to write one number name two projects."""
    expected = f'programme.toml: {source}, project_ids: expected grant number = key, such as 115303 = "abirisk"'
    if not isinstance(written, Mapping) or not all(
        isinstance(v, str) and re.fullmatch(Key().pattern or "", v) for v in written.values()
    ):
        raise UsageError(f"{expected}; found {written!r}.")
    found: dict[str, str] = {}
    for number, key in written.items():
        if not (short := plain(number)) or found.setdefault(short, key) != key:
            raise UsageError(
                f"{expected}; {number!r} is no number, or is given to {found.get(short, '')!r} as well as to {key!r}."
            )
    return GrantNumbers(dict(written))

"""What a name says: its words in one spelling, its legal form, its kind, and its numbers.

Left out: whether two names mean one organisation (that is `scoring`), and names in scripts other than Latin, whose letters are
compared as they stand.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from benchside.model.countries import COUNTRIES
from benchside.resolve.folding import fold, plain, shorten
from benchside.resolve.legal_forms import NOT_COMPANIES, split_form
from benchside.resolve.places import one_spelling
from benchside.resolve.words import COMMON, KINDS, MEANINGS, OF_FIRMS, PHRASES, PROFILES, STOP

_ROMAN = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
    "xiii": "13",
}
_LAST_ROMAN = {"i": "1", "v": "5", "x": "10"}
_NUMERAL = re.compile(r"(?<=\w)[\s-]+([IVX])(?=$|\s*[,(]|\s+Universit)")
"""Only where they end a name or stand before University: elsewhere a lone letter is a conjunction or an initial."""
_COUNTRY_NAMES = frozenset(map(fold, COUNTRIES.values())) | {"uk", "usa", "us", "the netherlands"}
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?)+[^\W\d_]\b\.?")
_SLASHED = re.compile(r"\b([as])/([s])\b")
_WORDS = re.compile(r"[^\W_]+")
_LOST = re.compile(r"(?<=\w)_(?=\w)")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MEDICAL_CENTRE = {fold("medicine"), fold("centre")}
_BOARDS = re.compile(
    r"^(the )?(university court|governing council|board of trustees|regents|(chancellor|president|provost|master)s?,?[\w\s,&]*?)"
    r" of (the )?(?=univ|college)|(?<=\w) the regents of the university of [\w\s]+$|^participant legal name |^agencia estatal (?=consejo)|^eigen vermogen van het ",
    re.IGNORECASE,
)
"""Who acts for a university, where a contract names them: The Governing Council of the University of Toronto."""
_AT_UNIVERSITY = re.compile(r"\s(e\.?v\.? )?an der (technischen )?universit\w+ [\w-]+$", re.IGNORECASE)
"""A German institute beside a university, which bears its own name without it."""
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_SAYS_WHAT = frozenset(map(fold, "centre institute laboratory school college academy service agency council".split()))
_DASH = re.compile(r"\s[-–—]\s|,\s")
_PHRASES = re.compile(r"\b(" + "|".join(PHRASES) + r")\b")
_FOUNDATION = fold("foundation")
_WITH_FOUNDATION = frozenset({"hospital", "university", "part"})
LONGEST_ACRONYM = 7


@dataclass(frozen=True)
class Name:
    """A name taken apart. `key` is the same for names that differ only in form, order, accents or language of common words."""

    text: str
    words: tuple[str, ...]
    form: str
    kinds: frozenset[str]
    numbers: frozenset[str]
    is_acronym: bool

    @property
    def key(self) -> str:
        """Its words in alphabetical order."""
        return " ".join(sorted(self.words))

    @property
    def profile(self) -> str:
        """Its words that tell the organisations of one place apart, such as medicine or technology."""
        left_out = OF_FIRMS if "company" in self.kinds else ()
        return " ".join(sorted(word for word in self.words if word in PROFILES and word not in left_out))

    @property
    def squeezed(self) -> str:
        """Its words in their order, without blanks."""
        return "".join(self.words)


def read_names(text: str) -> tuple[Name, ...]:
    """The names in a text: `Università di Foggia (University of Foggia)` holds two, `Bayer (Germany)` one.

    >>> [name.key for name in read_names("Bayer AG (Germany)")]
    ['bayer']
    """
    brackets = [part.strip() for part in _BRACKETS.findall(text)]
    inside = [part for part in brackets if fold(part) not in _COUNTRY_NAMES]
    outside = _BOARDS.sub("", " ".join(_BRACKETS.sub(" ", text).split()))
    found = [read_name(outside or text)]
    found += [_without_foundation(found[0])]
    found.append(read_name(_AT_UNIVERSITY.sub("", outside) or outside))
    beside = [part for part in _DASH.split(outside) if part]
    if len(beside) == 2 and any(map(_is_capitals, beside)):
        found.append(read_name(max(beside, key=len)))
    elif len(beside) == 2:
        found += _two_names(outside)
    found += [name for part in inside if (name := read_name(part)).is_acronym or len(name.words) > 1]
    if len(inside) < len(brackets):
        found = [_as_firm(name) for name in found]
    once: dict[str, Name] = {}
    for name in found:
        if name.words:
            once.setdefault(name.key, name)
    return tuple(once.values())


def _as_firm(name: Name) -> Name:
    """A name with a country in brackets: so ROR writes the firms of a group, unless it says another kind."""
    return name if name.kinds else replace(name, kinds=frozenset({"company"}))


def _two_names(text: str) -> list[Name]:
    """The two names that a dash joins: Research Center Borstel - Leibniz Lung Center.

    Only where neither can be a part of the other: both or none of them say that they are a centre, an institute, a hospital.
    """
    parts = [read_name(part) for part in _SPACED_DASH.split(text)]
    if len(parts) != 2 or any(len(part.words) < 2 or not set(part.words) - COMMON for part in parts):
        return []
    says = [set(part.words) & _SAYS_WHAT | part.kinds for part in parts]
    return parts if says[0] == says[1] else []


def _without_foundation(name: Name) -> Name:
    """A name that begins with Stichting or Fundación, without the word: there it is the legal form of an institute.

    Not where the name is a hospital's or a university's, whose foundation is another organisation.
    """
    if len(name.words) < 2 or name.words[0] != _FOUNDATION or name.kinds & _WITH_FOUNDATION:
        return name
    words = name.words[2:] if name.words[1] == "privada" and len(name.words) > 2 else name.words[1:]
    return replace(name, words=words, is_acronym=len(words) == 1 and len(words[0]) <= 4)


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    """The name as it is compared: the words in one spelling, without stop words, legal form and its own acronym."""
    spelled, form = split_form(_spelled(text))
    words = [word for spelling in _without_acronym(spelled) for word in _meanings(spelling)]
    kinds = {KINDS[word] for word in words if word in KINDS}
    if form and form not in NOT_COMPANIES:
        kinds.add("company")
    if set(words) >= _MEDICAL_CENTRE:
        kinds.add("hospital")
    numbers = frozenset(word for word in words if word.isdigit())
    return Name(
        text, tuple(dict.fromkeys(words)), form, frozenset(kinds), numbers, not form and _is_acronym(text, words)
    )


def _spelled(text: str) -> list[str]:
    """The folded words of a text; letters with dots are one word (S.p.A. is spa), & is a blank, a lost letter (_) nothing."""
    bare = _NUMERAL.sub(lambda found: f" {_LAST_ROMAN[found[1].lower()]} ", text)
    bare = _LOST.sub("", bare.replace("&", " ").replace("+", " "))
    bare = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found.group()) + " ", bare)
    bare = _SLASHED.sub(r"\1\2", plain(bare)).replace("'", " ")
    return _PHRASES.sub(lambda found: PHRASES[found.group()], " ".join(_WORDS.findall(shorten(bare)))).split()


def _meanings(word: str) -> tuple[str, ...]:
    if word in STOP:
        return ()
    return tuple(
        one_spelling(part) for part in MEANINGS.get(word, (_ROMAN.get(word, word),)) if len(part) > 1 or part.isdigit()
    )


def _without_acronym(spelled: list[str]) -> list[str]:
    """Without a first or last word that the others begin with: CNRS after its name, ECRIN before it."""
    if len(spelled) > 3:
        if _abbreviates(spelled[-1], spelled[:-1]):
            return spelled[:-1]
        if _abbreviates(spelled[0], spelled[1:]):
            return spelled[1:]
    return spelled


def _abbreviates(short: str, words: list[str]) -> bool:
    """Is `short` put together from the first letters (three at most) of half of the words or more, in their order?"""
    told = [word for word in words if word not in STOP]
    if not 3 <= len(short) <= 8 or short in MEANINGS or not told or short[0] != told[0][0]:
        return False
    return _begun(short, told, 0) * 2 >= len(told)


def _begun(short: str, words: list[str], used: int) -> int:
    """How many words the letters are taken from, at most; 0 where they cannot be taken from them."""
    if not short:
        return used
    if not words:
        return 0
    taken = [
        _begun(short[length:], words[1:], used + 1)
        for length in (1, 2, 3) if length <= len(short) and words[0].startswith(short[:length])
    ]  # fmt: skip
    return max([*taken, _begun(short, words[1:], used)])


def _is_capitals(part: str) -> bool:
    """A short name beside a long one, set off by a dash or comma: IS GLOBAL - Barcelona Institute for Global Health."""
    return len(part) <= 10 and (part.isupper() or len(part) <= 4) and " and " not in part


def _is_acronym(text: str, words: list[str]) -> bool:
    """One short word in capitals. Four letters or fewer are taken for one however they are written: Vib."""
    return len(words) == 1 and len(words[0]) <= (LONGEST_ACRONYM if text.isupper() else 4) and words[0] not in MEANINGS

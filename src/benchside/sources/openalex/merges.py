"""Records of works that are one work: the rules, and the guards that keep apart what only looks alike.

Rules: `same_doi`; `version_of` (a preprint or repository copy and the one published work of that title, which came at most three
years later); `same_title` (same title, year and type, and nothing that tells them apart). Guards: titles that many works bear,
data sets and kinds without a type of their own, one DOI with two titles, two DOIs of two publishers. A merge is a record
that names its rule; a later record `apart` undoes it.
"""

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

MERGED_TYPES = ("article", "review", "conference_paper", "book", "book_chapter", "preprint", "report")
"""Types whose works may be merged by title: two data sets, replies or errata of one title are two."""

LEAST_WORDS, LEAST_LETTERS, MOST_YEARS = 4, 16, 3
GENERIC = (
    "abstract", "acknowledg", "appendix", "author correction", "author response", "comment", "contents", "corrigend", "correction",
    "data from", "discussion of", "editorial", "errat", "foreword", "index", "introduction", "letter", "occurrence download",
    "preface", "publisher correction", "referee", "reply", "response to", "retraction", "review of", "supplement", "supporting information",
    "table of",
)  # fmt: skip
"""How titles begin that many different works bear."""

_PREPRINT_DOI = re.compile(
    r"10\.(1101|21203|2139|20944|31223|31219|31230|31235|31220|48550|22541|36227|26434)/|10\.1002/essoar\.|10\.3897/arphapreprints\.|10\.5194/[a-z]+-\d{4}-\d+$"
)
"""Registrants that only take preprints, and how discussion papers are numbered that are printed elsewhere later."""


@dataclass(frozen=True)
class Version:
    """What the rules ask of a record of a work; `is_copy` where a repository holds it. An empty text is not known."""

    work_id: str
    title: str
    doi: str = ""
    year: str = ""
    work_type: str = ""
    is_copy: bool = False
    citations: int = 0

    @property
    def is_published(self) -> bool:
        """Is it neither a preprint nor a copy?"""
        return not (self.is_copy or self.work_type == "preprint" or _PREPRINT_DOI.match(self.doi))

    @property
    def rank(self) -> tuple:
        """The order in which records stand for a work: published first, then the most cited, with a DOI, the earliest, by id."""
        return (
            not self.is_published,
            -self.citations,
            not self.doi,
            self.year or "9999",
            len(self.work_id),
            self.work_id,
        )


@dataclass(frozen=True)
class Merge:
    """A work that stands for another, and the rule that says so."""

    work_id: str
    kept_id: str
    rule: str


@dataclass(frozen=True)
class Apart:
    """Works that look alike and were left as they are."""

    work_ids: tuple[str, ...]
    column: str
    shared: str
    reason: str


def title_key(title: str) -> str:
    """A title as it is compared: without mark-up, case, accents and signs.

    >>> title_key("CO<sub>2</sub> in the Salish&nbsp;Sea: a Review")
    'co2 in the salish sea a review'
    """
    read = re.sub(r"</?[A-Za-z][^<>]*>", "", html.unescape(html.unescape(title)))
    plain = (c for c in unicodedata.normalize("NFKD", read.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", "".join(plain)).split())


def is_telling(key: str) -> bool:
    """Is the title one that hardly two works bear?"""
    return len(key.split()) >= LEAST_WORDS and len(key) >= LEAST_LETTERS and not key.startswith(GENERIC)


def merges(works: Iterable[Version]) -> tuple[list[Merge], list[Apart]]:
    """What is merged, by id of the work, and what was looked at and left apart. No work stands for others and is merged itself."""
    known = {w.work_id: w for w in works}
    found: dict[str, Merge] = {}
    apart: list[Apart] = []
    _by_doi(known, found, apart)
    left = {i: w for i, w in known.items() if i not in found}
    for group in _groups(left.values(), lambda w: title_key(w.title)):
        _by_title(group, found, apart)
    return [Merge(m.work_id, _stands(m.kept_id, found), m.rule) for _, m in sorted(found.items())], apart


def _stands(work: str, found: Mapping[str, Merge]) -> str:
    while work in found:
        work = found[work].kept_id
    return work


def _groups(works: Iterable[Version], by: Callable[[Version], str]) -> list[list[Version]]:
    grouped = defaultdict(list)
    for work in works:
        if by(work):
            grouped[by(work)].append(work)
    return [sorted(g, key=lambda w: w.rank) for _, g in sorted(grouped.items()) if len(g) > 1]


def _by_doi(known: Mapping[str, Version], found: dict[str, Merge], apart: list[Apart]) -> None:
    for group in _groups(known.values(), lambda w: w.doi):
        best = group[0]
        for work in group[1:]:
            if _alike(best.title, work.title):
                found[work.work_id] = Merge(work.work_id, best.work_id, "same_doi")
            else:
                apart.append(
                    Apart(
                        (best.work_id, work.work_id),
                        "doi",
                        work.doi,
                        "one DOI and two titles: the DOI of one is wrong, and which cannot be told",
                    )
                )


def _alike(one: str, other: str) -> bool:
    """Do two titles share at least half of their words?"""
    a, b = set(title_key(one).split()), set(title_key(other).split())
    return bool(a and b) and 2 * len(a & b) >= len(a | b)


def _by_title(group: Sequence[Version], found: dict[str, Merge], apart: list[Apart]) -> None:
    merged = [
        w for w in group if w.work_type in MERGED_TYPES or (w.work_type in ("", "other") and _PREPRINT_DOI.match(w.doi))
    ]
    published = [w for w in group if w.is_published and w.work_type in (*MERGED_TYPES, "")]
    if not is_telling(title_key(group[0].title)):
        apart.append(_left(group, "a title that many works bear"))
        return
    copies = [w for w in merged if not w.is_published]
    for works in (published, copies):
        for work, kept in _twins(works):
            found[work.work_id] = Merge(work.work_id, kept.work_id, "same_title")
    standing = [w for w in published if w.work_id not in found]
    if len(standing) == 1:
        for copy in (c for c in copies if _is_earlier_by(c, standing[0]) <= MOST_YEARS):
            found[copy.work_id] = Merge(copy.work_id, standing[0].work_id, "version_of")
    left = [w for w in group if w.work_id not in found]
    if len(left) > 1:
        several = len(standing) > 1
        apart.append(
            _left(
                left,
                "one title, several published works"
                if several
                else "one title, and type, year or DOI tells them apart",
            )
        )


def _twins(works: Sequence[Version]) -> list[tuple[Version, Version]]:
    """Each work with the better one of the same type and year that nothing tells from it."""
    found: list[tuple[Version, Version]] = []
    for n, work in enumerate(works):
        taken = {w.work_id for w, _ in found}
        better = (w for w in works[:n] if w.work_id not in taken and _is_twin(w, work))
        if kept := next(better, None):
            found.append((work, kept))
    return found


def _is_twin(one: Version, other: Version) -> bool:
    """Two DOIs tell two works apart, unless one repository gave both: it gives one to each version and one to all of them."""
    same = one.year == other.year and one.work_type == other.work_type and one.work_type in MERGED_TYPES
    one_house = one.doi.split("/")[0] == other.doi.split("/")[0] and not (one.is_published or other.is_published)
    return same and bool(one.year) and (not one.doi or not other.doi or one_house)


def _is_earlier_by(copy: Version, published: Version) -> int:
    """Years from the copy to the published work; below nought where a repository took it in later, as many do."""
    return int(published.year) - int(copy.year) if copy.year and published.year else 0


def _left(group: Sequence[Version], reason: str) -> Apart:
    return Apart(tuple(w.work_id for w in group), "title", group[0].title, reason)

"""The partners of a fact sheet: the lists by group, the grants of the beneficiaries, and which belong together.

Names are joined by `:` and may hold `:` and commas themselves. The first four lists of a run of projects stand one row too
low, the list of third parties does not; where a group is absent the later ones have moved one column to the left. The
grants, which name the same organisations in alphabetical order (third parties after the others), show both.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchside.model.countries import COUNTRIES
from benchside.sources.factsheets.money import parse_amount
from benchside.sources.tables.cells import slug

LISTS = ("EFPIAcompanies", "Univerisities", "SMEs", "PatientOrganisations", "ThirdParties")
"""The columns that hold the lists, as the file spells them."""

STATED_SUM = "total cost"
"""The pseudo partner that closes the list of grants: its amount is their printed sum."""

_CODES = {name.casefold(): code for code, name in COUNTRIES.items()} | {
    "uk": "GB", "great britain": "GB", "the netherlands": "NL", "usa": "US", "united states of america": "US",
    "czech republic": "CZ", "slovak republic": "SK", "turkey": "TR", "russian federation": "RU", "korea": "KR",
    "republic of korea": "KR", "ivory coast": "CI", "macedonia": "MK", "republic of ireland": "IE", "viet nam": "VN",
    "kosovo * un resolution": "XK",
}  # fmt: skip

_REGIONS = frozenset({
    "berkshire", "district of columbia", "fife", "georgia", "hertfordshire", "illinois", "kent", "middlesex", "midlothian",
    "new jersey", "nj", "north carolina", "surrey", "wake county",
})  # fmt: skip
"""Counties and states that stand between a city and its country."""


@dataclass(frozen=True)
class Listing:
    """An organisation as a list names it; `dropped` is what of its place was not kept."""

    text: str
    name: str
    city: str = ""
    country: str = ""
    dropped: str = ""


@dataclass(frozen=True)
class Grant:
    """The public money of one name, in whole euro. `late` says that the name stands after the alphabet has begun anew."""

    name: str
    amount: int
    has_left: bool
    late: bool = False


@dataclass(frozen=True)
class Grants:
    """The grants of a project, the sum printed behind them, and the pieces that could not be read."""

    grants: tuple[Grant, ...] = ()
    stated: int | None = None
    broken: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """How a list is read: its group, its members' role, how that is known, and why it differs from the column (or empty)."""

    group: str
    role: str
    basis: str
    said: str = ""


def parse_grants(text: str) -> Grants:
    """Name and amount in turn; a name may hold `:`, so it reaches to the next amount."""
    found: list[Grant] = []
    broken: list[str] = []
    stated: int | None = None
    name: list[str] = []
    for piece in text.split(":"):
        if not name or not _is_like_amount(piece):
            name.append(piece)
            continue
        said, name = " ".join(":".join(name).split()), []
        try:
            amount = parse_amount(piece)
        except ValueError:
            broken.append(f"{said}:{piece.strip()}")
            continue
        if said.casefold() == STATED_SUM:
            stated = amount
        elif not slug(said):
            broken.append(f"{said}:{piece.strip()}")
        elif amount is not None:
            bare = re.sub(r"\s*\(left the project\)", "", said, flags=re.IGNORECASE)
            found.append(Grant(bare, amount, has_left=bare != said))
    if "".join(name).strip():
        broken.append(":".join(name).strip())
    return Grants(_mark_late(found), stated, tuple(broken))


def _is_like_amount(piece: str) -> bool:
    """Begins with a digit or a sign and has more digits than letters: so a misspelt amount never becomes part of a name."""
    bare = piece.strip()
    digits, letters = (sum(map(test, bare)) for test in (str.isdigit, str.isalpha))
    return bool(re.match(r"[-+]?\d", bare)) and digits > letters


def _mark_late(grants: Sequence[Grant]) -> tuple[Grant, ...]:
    falls = [i for i in range(1, len(grants)) if grants[i].name.casefold() < grants[i - 1].name.casefold()]
    start = falls[-1] if falls else len(grants)
    return tuple(Grant(g.name, g.amount, g.has_left, late=i >= start) for i, g in enumerate(grants))


def split_list(text: str, known: Mapping[str, str]) -> list[str]:
    """The entries of a list; the colon inside a name is told by the grants, whose names (`known`) are certain."""
    for name in sorted((n for n in known.values() if ":" in n), key=len, reverse=True):
        text = re.sub(re.escape(name), lambda m: m.group().replace(":", "\0"), text, flags=re.IGNORECASE)
    pieces = (" ".join(piece.replace("\0", ":").split()) for piece in text.split(":"))
    return [piece for piece in pieces if piece]


def parse_listing(text: str, known: Mapping[str, str]) -> Listing:
    """Name, city, country. Names hold commas: a known name is taken whole, else the last element before the country is the city."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    code = _CODES.get(parts[-1].casefold(), "") if len(parts) > 1 else ""
    if not code:
        return Listing(text, text)
    head = parts[:-1]
    for length in range(len(head), 0, -1):
        if slug(", ".join(head[:length])) in known:
            return _placed(text, head[:length], head[length:], parts[-1], code)
    cut = len(head)
    while cut > 2 and head[cut - 1].casefold() in _REGIONS:
        cut -= 1
    name = head[: max(1, cut - 1)]
    return _placed(text, name, head[len(name) :], parts[-1], code)


def _placed(text: str, name: list[str], rest: list[str], country: str, code: str) -> Listing:
    towns = [i for i, part in enumerate(rest) if part.casefold() not in _REGIONS or len(rest) == 1]
    city = rest[towns[-1]] if towns else ""
    dropped = ", ".join(part for i, part in enumerate(rest) if not towns or i != towns[-1])
    return Listing(text, ", ".join(name), city.removesuffix(f" {country}"), code, dropped)


def place_lists(entries: Sequence[Sequence[str]], grants: Sequence[Grants]) -> dict[int, int]:
    """project's place in the file → place of the row that holds its lists; a project without lists is left out.

    A row's lists go to the neighbour whose grants they name, where that is at least half of what could agree and more
    than for the row's own project. Where two rows name the same project's grants, the one that names more keeps it.
    """
    chosen: dict[int, tuple[float, int]] = {}
    for at, names in enumerate(entries):
        if not names:
            continue
        shares = {to: _share_named(names, grants[to]) for to in (at, at - 1, at + 1) if 0 <= to < len(grants)}
        best = max(shares, key=lambda to: (shares[to], to == at))
        to = best if shares[best] >= 0.5 else at
        if to not in chosen or shares[to] > chosen[to][0]:
            chosen[to] = (shares[to], at)
    return {to: at for to, (_, at) in chosen.items()}


def _share_named(names: Sequence[str], of: Grants) -> float:
    """The grants that are named, as a share of the shorter of the two lists; 0 without grants."""
    return count_named(names, of) / min(len(names), len(of.grants)) if of.grants else 0.0


def count_named(names: Sequence[str], of: Grants) -> int:
    """How many of the grants' names begin one of the entries."""
    slugs = [slug(name) + "-" for name in names]
    return sum(any(s.startswith(slug(g.name) + "-") for s in slugs) for g in of.grants)


_AS_PRINTED = {
    "EFPIAcompanies": Group("industry", "participant", "source group"),
    "Univerisities": Group("academic", "participant", "source group"),
    "SMEs": Group("sme", "participant", "source group"),
    "PatientOrganisations": Group("patient_organisation", "participant", "source group"),
    "ThirdParties": Group("unknown", "third_party", "source group"),
}
_BASIS = "order of the groups in the source"


def settle_groups(lists: Mapping[str, Sequence[Listing]], grants: Grants) -> dict[str, Group]:
    """How each filled list of a project is read; an unproven group becomes `unknown`, never a guess."""
    holders = {slug(g.name) for g in grants.grants}
    held = {heading: [slug(x.name) for x in of if slug(x.name) in holders] for heading, of in lists.items() if of}
    read = {heading: _AS_PRINTED[heading] for heading in held}
    if 2 * len(held.get("EFPIAcompanies", ())) > len(lists["EFPIAcompanies"]):
        return {heading: _moved_left(heading) for heading in held}
    third = _third_parties(held, {slug(g.name) for g in grants.grants if g.late and not g.has_left})
    if third:
        said = "its grants stand last, after the alphabet has begun anew: third parties, moved to the left where a group is absent"
        read[third] = Group("unknown", "third_party", _BASIS, said)
    if "ThirdParties" in read and (third or _stands_among_others(held["ThirdParties"], grants)):
        said = "its grants stand among those of the beneficiaries, or the third parties stand elsewhere: a later group of the page"
        read["ThirdParties"] = Group("unknown", "participant", _BASIS, said)
    for heading in ("SMEs", "PatientOrganisations"):
        if heading in read and heading != third and _tells_otherwise(heading, lists[heading]):
            said = "a name in this list says otherwise, and lists move to the left where a group is absent"
            read[heading] = Group("unknown", "participant", "not settled", said)
    return read


def _moved_left(heading: str) -> Group:
    said = "most names under EFPIAcompanies receive public money, which companies of EFPIA do not: the groups have moved one column left"
    group = {"EFPIAcompanies": "academic", "Univerisities": "sme"}.get(heading, "unknown")
    return Group(group, "participant", _BASIS, said)


def _third_parties(held: Mapping[str, list[str]], late: set[str]) -> str:
    """The list left of `ThirdParties` whose grants are exactly the late ones; empty where there is none."""
    return next((h for h in ("SMEs", "PatientOrganisations") if held.get(h) and set(held[h]) == late), "")


def _stands_among_others(names: Sequence[str], grants: Grants) -> bool:
    """Does one of the names precede a grant of another list, before the alphabet begins anew? Third parties come last."""
    early = [slug(g.name) in names for g in grants.grants if not g.late]
    has_late = any(g.late and slug(g.name) in names for g in grants.grants)
    return not has_late and True in early and False in early[early.index(True) :]


_RESEARCH = r"universi|hospital|hopitaux|klinik|kinderspital"
_COMPANY = r"(^|-)(gmbh|ag|ab|srl|bv|nv|inc|ltd|limited|s-l|kg|llp)(-|$)|institut"
_PATIENTS = r"patient|organisation|alliance|non-profit|alzheimer"


def _tells_otherwise(heading: str, listings: Sequence[Listing]) -> bool:
    """Does a name speak against the column, and none for patients?"""
    against = _RESEARCH if heading == "SMEs" else f"{_RESEARCH}|{_COMPANY}"
    names = [slug(x.name) for x in listings]
    return any(re.search(against, n) for n in names) and not any(re.search(_PATIENTS, n) for n in names)

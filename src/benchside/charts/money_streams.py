"""The streams of money: payer → scientific area → partner group, in euro.

Who pays for an area is asked payer by payer, and who receives in it group by group, because a figure is cut by one dimension at a time.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from benchside.charts.asking import Scope, cuts, narrowed, valued
from benchside.charts.base import Ask
from benchside.charts.flows import Block, Part
from benchside.charts.theme import BLUE, GREEN, GREY, ORANGE, PAYERS, PURPLE, SKY, SOFT
from benchside.charts.words import GROUPS, NOT_SAID, SET_BACK, capital, exact, label, millions
from benchside.model.figure import Figure

FROM = {
    "eu": "the European Union",
    "national": "public funders of single countries",
    "industry": "industry",
    "associated_partner": "associated partners",
    "beneficiary": "beneficiaries",
    "other": "other payers",
}
"""payer → its name in a sentence; anybody else is another payer."""

COLOURS = PAYERS | {"national": GREEN}
RECEIVERS = {"academic": GREEN, "sme": PURPLE, "patient_organisation": SKY, "regulator": BLUE}
PUBLIC = ("eu", "national")
OTHERS, ITSELF, UNKNOWN = "(others)", "(itself)", "(unknown)"
MOST_AREAS, MOST_GROUPS = 8, 4
LEAST_GROUP = Fraction(1, 500)
"""A group that receives a smaller part of what is divided is no more than a hair in the picture."""

Two = dict[tuple[str, str], Fraction]
"""(one, other) → euro."""


@dataclass(frozen=True)
class Money:
    """What is drawn and said of money."""

    part: Part
    rows: tuple[tuple[str, str, str], ...]
    total: Fraction
    first: Fraction
    first_payer: str
    figures: list[Figure]


def money(ask: Ask, scope: Scope) -> Money | None:
    """The streams; None where nobody's money is recorded, or nothing but the sum is known."""
    found: list[Figure] = []
    paid, areas = _paid(ask, scope, found)
    total = sum(paid.values(), Fraction(0))
    given = _given(ask, scope, found)
    if total <= 0 or (not given and all(a == NOT_SAID for _, a in paid)):
        return None
    kept = _largest({a: _sum(paid, 1, a) for _, a in paid if a != NOT_SAID}, MOST_AREAS)
    paid = _gathered(paid, lambda key: (key[0], _place(key[1], kept)))
    given = _gathered(given, lambda key: (_place(key[0], kept), key[1]))
    received = _received(paid, given)
    names = {a: areas[a] for a in kept} | {OTHERS: _others(areas, kept), NOT_SAID: "area not recorded"}
    columns = (_payers(paid), _areas(paid, names), _receivers(received))
    streams = {(0, *key): float(v) for key, v in paid.items()} | {(1, *key): float(v) for key, v in received.items()}
    first = max(dict.fromkeys(p for p, _ in paid), key=lambda p: _sum(paid, 0, p))
    return Money(
        part=Part(("Who pays (euro)", "For which area", "Who receives it"), columns, streams, by_right=(1,)),
        rows=tuple(_rows(columns, streams)),
        total=total,
        first=_sum(paid, 0, first),
        first_payer=FROM[first],
        figures=found,
    )


def _paid(ask: Ask, scope: Scope, found: list[Figure]) -> tuple[Two, dict[str, str]]:
    """(payer, area) → euro, and the names of the areas."""
    paid: Two = {}
    names: dict[str, str] = {}
    for payer in valued(cuts(ask, "total_cost", scope, "payer")):
        for figure in valued(cuts(ask, "total_cost", narrowed(scope, "payer", payer.cut or ""), "area")):
            key = (payer.cut if payer.cut in FROM else "other", figure.cut or NOT_SAID)
            paid[key] = paid.get(key, Fraction(0)) + exact(figure)
            names[key[1]] = label(figure)
            found.append(figure)
    return {key: v for key, v in paid.items() if v > 0}, names


def _given(ask: Ask, scope: Scope, found: list[Figure]) -> Two:
    """(area, partner group) → euro of public money; small groups together."""
    groups = {f.cut or NOT_SAID: exact(f) for f in valued(cuts(ask, "allocated_funding", scope, "group"))}
    least = sum(groups.values(), Fraction(0)) * LEAST_GROUP
    kept = _largest({g: v for g, v in groups.items() if g not in SET_BACK and v >= least}, MOST_GROUPS)
    given: Two = {}
    for group in groups:
        place = UNKNOWN if group in (NOT_SAID, "unknown") else _place(group, kept)
        for figure in valued(cuts(ask, "allocated_funding", narrowed(scope, "group", group), "area")):
            key = (figure.cut or NOT_SAID, place)
            given[key] = given.get(key, Fraction(0)) + exact(figure)
            found.append(figure)
    return {key: v for key, v in given.items() if v > 0}


def _received(paid: Two, given: Two) -> Two:
    """(area, receiver) → euro: what is allocated, what industry keeps, and the rest, of which no receiver is recorded."""
    received = dict(given)
    for area in dict.fromkeys(a for _, a in paid):
        public = sum((paid.get((p, area), Fraction(0)) for p in PUBLIC), Fraction(0))
        itself = paid.get(("industry", area), Fraction(0))
        rest = max(public - _sum(given, 0, area), Fraction(0)) + _sum(paid, 1, area) - public - itself
        for receiver, amount in ((ITSELF, itself), (UNKNOWN, rest)):
            received[area, receiver] = received.get((area, receiver), Fraction(0)) + amount
    return {key: v for key, v in received.items() if v > 0}


def _gathered(streams: Two, place) -> Two:
    made: Two = {}
    for key, amount in streams.items():
        made[place(key)] = made.get(place(key), Fraction(0)) + amount
    return made


def _sum(streams: Two, side: int, key: str) -> Fraction:
    return sum((v for pair, v in streams.items() if pair[side] == key), Fraction(0))


def _largest(sizes: dict[str, Fraction], most: int) -> list[str]:
    """The largest, ties by name; one more than `most` where it would be the only one left over."""
    ranked = sorted(sizes, key=lambda key: (-sizes[key], key))
    return ranked if len(ranked) <= most + 1 else ranked[:most]


def _place(key: str, kept: list[str]) -> str:
    return key if key in kept or key == NOT_SAID else OTHERS


def _others(areas: dict[str, str], kept: list[str]) -> str:
    return f"{len([a for a in areas if a not in kept and a != NOT_SAID])} other areas"


def _payers(paid: Two) -> tuple[Block, ...]:
    sizes = {p: _sum(paid, 0, p) for p in FROM if any(payer == p for payer, _ in paid)}
    return tuple(_block(p, capital(FROM[p].removeprefix("the ")), COLOURS[p], sizes[p]) for p in sizes)


def _areas(paid: Two, names: dict[str, str]) -> tuple[Block, ...]:
    sizes = {a: _sum(paid, 1, a) for _, a in paid}
    ordered = sorted(sizes, key=lambda a: (a == NOT_SAID, a == OTHERS, -sizes[a], a))
    return tuple(_block(a, capital(names[a]), GREY if a == NOT_SAID else SOFT, sizes[a]) for a in ordered)


def _receivers(received: Two) -> tuple[Block, ...]:
    sizes = {r: _sum(received, 1, r) for _, r in received}
    names = GROUPS | {
        "sme": "small companies",
        OTHERS: "other partners",
        ITSELF: "industry itself, in kind",
        UNKNOWN: "receiver not recorded",
    }
    colours = RECEIVERS | {ITSELF: ORANGE}
    ordered = sorted(sizes, key=lambda r: (r == UNKNOWN, r == ITSELF, r == OTHERS, -sizes[r], r))
    return tuple(_block(r, capital(names.get(r, r)), colours.get(r, GREY), sizes[r]) for r in ordered)


def _block(key: str, name: str, colour: str, size: Fraction) -> Block:
    return Block(key, name, millions(size), colour, float(size))


def _rows(columns: tuple[tuple[Block, ...], ...], streams: dict[tuple[int, str, str], float]):
    for column, (left, right) in enumerate(pairwise(columns)):
        for a in left:
            for b in right:
                if size := streams.get((column, a.key, b.key)):
                    yield (a.text, b.text, millions(size))

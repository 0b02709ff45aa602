"""The streams of results: kind of result → known to be used or not, in numbers of results; and effects by measure of success, beside them."""

from dataclasses import dataclass
from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask
from benchside.charts.flows import Block, Part
from benchside.charts.outputs_by_kind import COUNTED
from benchside.charts.theme import ACCENT, BLUE, GREY, SOFT
from benchside.charts.words import NOT_SAID, SET_BACK, capital, decimals, exact, label
from benchside.model.figure import Figure

MOST_KINDS = 8
USED, UNUSED, OTHERS = "used", "unused", "(others)"
EFFECTS = 0.5
"""Of the height of a part, how much all effects take."""


@dataclass(frozen=True)
class Results:
    """What is drawn and said of results."""

    part: Part
    rows: tuple[tuple[str, str, str], ...]
    total: Fraction
    used: Fraction
    effects: Fraction
    figures: list[Figure]


def results(ask: Ask, scope: Scope) -> Results | None:
    """The streams; None where no result is recorded."""
    kinds = [f for f in valued(cuts(ask, "assets", scope, "kind")) if exact(f) > 0]
    if not kinds:
        return None
    used = {f.cut: f for f in valued(cuts(ask, "assets_in_use", scope, "kind"))}
    tiles = [f for f in valued(cuts(ask, "effects", scope, "tile")) if exact(f) > 0]
    streams, left = _streams(kinds, used)
    right = tuple(
        _use(key, sum((v for (_, use), v in streams.items() if use == key), Fraction(0))) for key in (USED, UNUSED)
    )
    right = tuple(block for block in right if block.size)
    effects = sum(map(exact, tiles), Fraction(0))
    part = Part(
        ("Results, by kind (number)", "Is a use recorded?", *(("Effects (number)",) if tiles else ())),
        (left, right, *((tuple(map(_tile, tiles)),) if tiles else ())),
        {(0, *key): float(v) for key, v in streams.items()},
        {2: float(effects) / EFFECTS},
        by_right=(0,),
    )
    total = sum(map(exact, kinds), Fraction(0))
    of_use = sum((v for (_, use), v in streams.items() if use == USED), Fraction(0))
    return Results(part, _rows(left, right, streams, tiles), total, of_use, effects, [*kinds, *used.values(), *tiles])


def _streams(kinds: list[Figure], used: dict[str | None, Figure]):
    """(kind, use) → results, and the blocks of the kinds: the largest, the rest together, those without a kind last."""
    named = [f for f in kinds if f.cut not in SET_BACK]
    kept = named if len(named) <= MOST_KINDS + 1 else named[:MOST_KINDS]
    streams: dict[tuple[str, str], Fraction] = {}
    names: dict[str, str] = {}
    for figure in kinds:
        key = figure.cut if figure in kept or figure.cut == NOT_SAID else OTHERS
        names[key or ""] = (
            _name(figure) if figure in kept else "Kind not recorded" if key == NOT_SAID else "Other kinds"
        )
        of_use = min(exact(used[figure.cut]), exact(figure)) if figure.cut in used else Fraction(0)
        for use, number in ((USED, of_use), (UNUSED, exact(figure) - of_use)):
            if number:
                streams[key or "", use] = streams.get((key or "", use), Fraction(0)) + number
    sizes = {key: sum((v for (kind, _), v in streams.items() if kind == key), Fraction(0)) for key in names}
    ordered = sorted(sizes, key=lambda key: (key == NOT_SAID, key == OTHERS, -sizes[key], key))
    return streams, tuple(_block(key, names[key], GREY if key == NOT_SAID else SOFT, sizes[key]) for key in ordered)


def _name(figure: Figure) -> str:
    return capital(label(figure, *COUNTED.lists, words=COUNTED.words))


def _use(key: str, size: Fraction) -> Block:
    return _block(key, "Used" if key == USED else "No use on record", BLUE if key == USED else GREY, size)


def _tile(figure: Figure) -> Block:
    name = capital(label(figure, "outcome_tile", none="measure not recorded"))
    return _block(figure.cut or "", name, GREY if figure.cut in SET_BACK else ACCENT, exact(figure))


def _block(key: str, name: str, colour: str, size: Fraction) -> Block:
    return Block(key, name, decimals(size), colour, float(size))


def _rows(left, right, streams, tiles) -> tuple[tuple[str, str, str], ...]:
    flows = [
        (a.text, b.text, _many(streams[a.key, b.key], "result"))
        for a in left
        for b in right
        if (a.key, b.key) in streams
    ]
    return (*flows, *(("Effects on record", _tile(f).text, _many(exact(f), "effect")) for f in tiles))


def _many(number: Fraction, thing: str) -> str:
    return f"{decimals(number)} {thing}{'' if number == 1 else 's'}"

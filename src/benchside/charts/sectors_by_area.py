"""Which sectors work in which areas: teams as ribbons between the two."""

from fractions import Fraction

from benchside.charts.asking import Scope, cuts, narrowed, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.ribbons import Block, ribbons
from benchside.charts.sectors import in_order, label, named
from benchside.charts.theme import GREY, colours
from benchside.charts.words import NOT_SAID, SET_BACK, capital, decimals, exact, inside, partly, percent, source
from benchside.charts.words import label as said
from benchside.model.figure import Figure

MOST = 10
"""So many areas have a block of their own; the others stand together."""

OTHERS = "(others)"
HEIGHTS = (520, 640)
"""On a page and on a phone."""

Flows = dict[str, dict[str, Figure]]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """Ribbons between sectors and areas; None where fewer than two areas or no sector are known."""
    groups = [f.cut for f in valued(cuts(ask, "teams", scope, "group")) if f.cut and f.value and f.cut != NOT_SAID]
    found = {
        g: {f.cut or "": f for f in valued(cuts(ask, "teams", narrowed(scope, "group", g), "area")) if f.value}
        for g in in_order(set(groups))
    }
    known = {g: {a: f for a, f in areas.items() if a != NOT_SAID} for g, areas in found.items()}
    sizes = _sizes(known)
    if len(sizes) < 2:
        return None
    kept = list(sizes) if len(sizes) <= MOST + 1 else list(sizes)[:MOST]
    every = [f for areas in known.values() for f in areas.values()]
    without = sum((exact(f) for areas in found.values() for a, f in areas.items() if a == NOT_SAID), Fraction(0))
    return Drawing(
        id="sectors_by_area",
        title=capital(_finding(known)),
        definition="Teams (one organisation in one project) by sector and area, as thick as they are many; a project in several areas counts in each by its share. "
        f"{_without(without)}{partly(every)}".rstrip(),
        source=source(every),
        spec=_spec(known, kept, sizes, {a: said(f) for areas in known.values() for a, f in areas.items()}),
        columns=("Area", *(label(g) for g in known if known[g]), "Teams"),
        rows=tuple(_row(a, [known[g] for g in known if known[g]], total) for a, total in sizes.items()),
        figures=("teams",),
    )


def _sizes(known: Flows) -> dict[str, Fraction]:
    """Area → its teams, the most first."""
    found: dict[str, Fraction] = {}
    for areas in known.values():
        for area, figure in areas.items():
            found[area] = found.get(area, Fraction(0)) + exact(figure)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _spec(known: Flows, kept: list[str], sizes: dict[str, Fraction], names: dict[str, str]) -> dict:
    flows: dict[tuple[str, str], float] = {}
    for group, areas in known.items():
        for area, figure in areas.items():
            end = area if area in kept else OTHERS
            flows[group, end] = flows.get((group, end), 0) + float(exact(figure))
    shown = [g for g in known if known[g]]
    painted = colours([g for g in shown if g not in SET_BACK])
    left = [Block(g, f"{label(g)} {_number(sum(map(exact, known[g].values())))}", painted.get(g, GREY)) for g in shown]
    right = [Block(a, f"{names[a]} {_number(sizes[a])}", GREY) for a in kept]
    if rest := [a for a in sizes if a not in kept]:
        right.append(Block(OTHERS, f"{len(rest)} more areas {_number(sum(sizes[a] for a in rest))}", GREY))
    return ribbons(left, right, flows, height=HEIGHTS)


def _number(value) -> str:
    return decimals(Fraction(value))


def _finding(known: Flows) -> str:
    """Of each of the two largest sectors, where most of its teams are."""
    totals = {g: sum(map(exact, areas.values())) for g, areas in known.items() if areas and g not in SET_BACK}
    largest = sorted(totals, key=lambda g: -totals[g])[:2]
    if not largest:
        return f"The sector of the teams in {len(_sizes(known))} areas is not known"
    parts = []
    for group in largest:
        area = max(known[group].values(), key=lambda f: (exact(f), f.cut or ""))
        share = percent(exact(area), totals[group])
        parts.append(
            f"{named(group)} {'' if parts else 'work most '}in {inside(said(area))} ({share}{'' if parts else ' of their teams'})"
        )
    return ", ".join(parts)


def _without(teams: Fraction) -> str:
    return f"{decimals(teams)} teams in projects without an area are left out." if teams else ""


def _row(area: str, groups: list[dict[str, Figure]], total: Fraction) -> tuple[str, ...]:
    name = next(said(found[area]) for found in groups if area in found)
    cells = (decimals(exact(found[area]), 1) if area in found else "0" for found in groups)
    return (name, *cells, decimals(total, 1))


CHART = Chart(id="sectors_by_area", question="Which sectors work in which areas?", draw=drawing)

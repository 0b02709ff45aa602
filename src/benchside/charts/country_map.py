"""Where the teams are, on a map of tiles."""

from fractions import Fraction

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.theme import BLUE, GREEN, GREY, ORANGE
from benchside.charts.tile_places import COLUMNS, PLACES
from benchside.charts.tiles import Tile, tiles
from benchside.charts.words import NOT_SAID, decimals, exact, label, missing, partly, percent, source
from benchside.indicators.dimensions.country_group import THIRD, group_of
from benchside.model.figure import Figure

GROUPS = {
    "EU-15": ("EU-15: members before 2004", BLUE),
    "EU-13": ("EU-13: members since", ORANGE),
    "associated": ("associated to Horizon 2020", GREEN),
    THIRD: ("other countries", GREY),
}
"""group → the words of the legend and its colour."""

STRIP = 2 * COLUMNS
"""So many tiles the rest of the world has at most."""


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A tile for each country, the deeper the more teams; None where no country is known."""
    figures = cuts(ask, "teams", scope, "country")
    shown = [f for f in valued(figures) if f.value and f.cut != NOT_SAID]
    if not shown:
        return None
    together = whole(ask, "teams", scope)
    total = sum(map(exact, shown), Fraction(0))
    unknown = exact(together) - total if together is not None and together.value else Fraction(0)
    made = _tiles(shown)
    return Drawing(
        id="country_map",
        title=_finding(shown, total),
        definition="Teams (one organisation in one project) by the country of the organisation; each country has one tile of equal size, near its "
        f"place on the map, the deeper its colour the more teams. The United Kingdom counts with the EU-15. {_together(made)}{_without(unknown)}{partly(figures)}".replace(
            ". .", "."
        ).strip(),
        source=source(shown),
        spec=tiles(made, dict(GROUPS.values()), heading="Elsewhere"),
        columns=("Country", "Group", "Teams", "Share of those whose country is known"),
        rows=tuple(_row(f, total) for f in figures),
        figures=("teams",),
    )


def _tiles(shown: list[Figure]) -> list[Tile]:
    """The rest of the world beyond the strip stands together in its last tile."""
    most = max(map(exact, shown))
    on_map = [f for f in shown if f.cut in PLACES]
    others = [f for f in shown if f.cut not in PLACES]
    kept = others if len(others) <= STRIP else others[: STRIP - 1]
    found = [_tile(f.cut or "", exact(f), most) for f in (*on_map, *kept)]
    if rest := others[len(kept) :]:
        found.append(_tile(f"+{len(rest)}", sum(map(exact, rest), Fraction(0)), most))
    return found


def _tile(code: str, value: Fraction, most: Fraction) -> Tile:
    """The depth is the root of the share of the largest, so that small numbers can be told apart."""
    return Tile(code, float(value), decimals(value), GROUPS[group_of(code)][0], min(1.0, float(value / most) ** 0.5))


def _finding(shown: list[Figure], total: Fraction) -> str:
    members = [f for f in shown if group_of(f.cut or "") == "EU-13"]
    newer = sum(map(exact, members), Fraction(0))
    many = f"{len(shown)} countries" if len(shown) > 1 else "one country"
    if not newer:
        return (
            f"Teams come from {many}; none of the EU members since 2004 is among them"
            if len(shown) > 1
            else f"Teams come from {many}"
        )
    return f"Teams come from {many}; {percent(newer, total)} are from EU members since 2004"


def _together(made: list[Tile]) -> str:
    """What the last tile stands for, where it is no country."""
    last = made[-1].code
    return f"“{last}”: {last[1:]} more countries together. " if last.startswith("+") else ""


def _without(unknown: Fraction) -> str:
    if not unknown:
        return ""
    return f"{decimals(unknown)} team{'s' if unknown != 1 else ''} whose country is not recorded are left out."


def _row(figure: Figure, total: Fraction) -> tuple[str, str, str, str]:
    name = label(figure, "country", none="country not recorded")
    if figure.value is None or figure.cut == NOT_SAID:
        return (name, "", missing(figure) if figure.value is None else decimals(exact(figure)), "")
    return (name, GROUPS[group_of(figure.cut or "")][0], decimals(exact(figure)), percent(exact(figure), total))


CHART = Chart(id="country_map", question="From which countries do the teams come?", draw=drawing)

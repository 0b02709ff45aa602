"""Which sectors meet in projects."""

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.matrix import Head, matrix
from benchside.charts.sectors import SHORT, in_order, label, named
from benchside.charts.words import SET_BACK, capital, decimals, exact, partly, percent, source
from benchside.model.figure import Figure

BETWEEN = " + "
"""What stands between the two sectors of a cut."""

Pair = tuple[str, str]


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """Half a matrix, because both sectors of a pair meet equally often; None where no two meet."""
    found = {_pair(f): f for f in valued(cuts(ask, "sector_meetings", scope, "sector_pair")) if _pair(f) and f.value}
    together = whole(ask, "sector_meetings", scope)
    if not found or together is None or not together.value:
        return None
    pairs = {_pair(f): f for f in valued(cuts(ask, "sector_pairs", scope, "sector_pair"))}
    sectors = in_order({sector for pair in found for sector in pair})
    return Drawing(
        id="sector_matrix",
        title=capital(_finding(found, sectors, together)),
        definition="Projects in which organisations of both sectors take part; where a sector meets itself, projects with at least two of its "
        f"organisations. A project stands in many cells. A dash: none on record.{partly([*found.values()])}",
        source=source([*found.values()]),
        spec=matrix([_head(s) for s in sectors], _cells(found, sectors), float(exact(together))),
        columns=("Sector", "Sector", "Projects", "Share of projects", "Pairs of organisations"),
        rows=tuple(_row(pair, found[pair], together, pairs.get(pair)) for pair in sorted(found, key=lambda p: (-exact(found[p]), p))),
        figures=("sector_meetings", "sector_pairs"),
    )  # fmt: skip


def _pair(figure: Figure) -> Pair:
    """The two sectors of a cut; empty where it is no pair."""
    one, sign, other = (figure.cut or "").partition(BETWEEN)
    return (one, other) if sign else ()  # pyright: ignore[reportReturnType]


def _cells(found: dict[Pair, Figure], sectors: list[str]) -> dict[tuple[int, int], float]:
    places = {pair: sorted((sectors.index(pair[0]), sectors.index(pair[1])), reverse=True) for pair in found}
    return {(row, column): float(exact(found[pair])) for pair, (row, column) in places.items()}


def _finding(found: dict[Pair, Figure], sectors: list[str], together: Figure) -> str:
    known = [s for s in sectors if s not in SET_BACK]
    counts = {
        (a, b): exact(found[p]) if (p := _held(found, a, b)) else 0 for n, a in enumerate(known) for b in known[n + 1 :]
    }
    if not counts:
        return _of_one(found, known, together)
    most, least = (end(counts, key=lambda pair: counts[pair]) for end in (max, min))
    first = f"{_both(most)} meet in {decimals(counts[most])} of {decimals(exact(together))} projects"
    if counts[most] == counts[least]:
        return first
    return f"{first}, {_both(least)} in {decimals(counts[least]) if counts[least] else 'none on record'}"


def _of_one(found: dict[Pair, Figure], known: list[str], together: Figure) -> str:
    """Where at most one sector has a name there is no pair to speak of, and nothing to say of who never meets."""
    projects = decimals(exact(together))
    if not known:
        return f"The sectors that meet in {projects} projects are not recorded"
    itself = _held(found, known[0], known[0])
    count = decimals(exact(found[itself])) if itself else "none on record"
    return f"Of all sectors only {_plain(known[0])} are told apart: they meet among themselves in {count} of {projects} projects"


def _held(found: dict[Pair, Figure], a: str, b: str) -> Pair | None:
    return next((pair for pair in ((a, b), (b, a)) if pair in found), None)


def _both(pair: Pair) -> str:
    return f"{_plain(pair[0])} and {_plain(pair[1])}"


def _plain(sector: str) -> str:
    return "universities" if sector == "academic" else "small companies" if sector == "sme" else named(sector)


def _head(sector: str) -> Head:
    return Head(label(sector), *SHORT.get(sector, (sector, sector[:4])))


def _row(pair: Pair, figure: Figure, together: Figure, pairs: Figure | None) -> tuple[str, ...]:
    said = decimals(exact(pairs)) if pairs else "no value"
    return (label(pair[0]), label(pair[1]), decimals(exact(figure)), percent(exact(figure), exact(together)), said)


CHART = Chart(id="sector_matrix", question="Which sectors meet in projects?", draw=drawing)

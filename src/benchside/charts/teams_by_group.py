"""Who takes part: teams by partner group, in parts by programme."""

from benchside.charts.asking import Scope, cuts, narrowed, valued, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.theme import colours
from benchside.charts.words import (
    GROUPS,
    NOT_SAID,
    SET_BACK,
    capital,
    decimals,
    exact,
    label,
    partly,
    percent,
    set_back,
    source,
)  # fmt: skip
from benchside.model.figure import Figure

MOST_PROGRAMMES = 5


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each group, the largest first; in parts where there is more than one programme."""
    groups = set_back([f for f in valued(cuts(ask, "teams", scope, "group")) if f.value])
    together = whole(ask, "teams", scope)
    if not groups or together is None or not together.value:
        return None
    total, parts = exact(together), _parts(ask, scope)
    known = max([f for f in groups if f.cut not in SET_BACK] or groups, key=exact)
    rows = [_bar(figure, parts, total) for figure in groups]
    return Drawing(
        id="teams_by_group",
        title=capital(f"{_name(known)} make up {percent(exact(known), total)} of the {decimals(total)} teams"),
        definition=f"Teams (one organisation in one project) by the group in which they take part.{partly(groups)}",
        source=source(groups),
        spec=bars(rows, colours=colours(parts) if parts else None),
        columns=("Partner group", *parts, "Teams", "Share"),
        rows=tuple(_row(figure, parts, total) for figure in groups),
        figures=("teams",),
    )


def _parts(ask: Ask, scope: Scope) -> dict[str, dict[str, int]]:
    """programme → group → teams; empty where there are not several programmes to tell apart, or too many."""
    found = [f.cut for f in valued(cuts(ask, "teams", scope, "programme")) if f.cut and f.value]
    if NOT_SAID in found or not 1 < len(found) <= MOST_PROGRAMMES:
        return {}
    asked = {p: cuts(ask, "teams", narrowed(scope, "programme", p), "group") for p in sorted(found)}
    return {p: {f.cut or "": int(exact(f)) for f in figures} for p, figures in asked.items()}


def _bar(figure: Figure, parts: dict[str, dict[str, int]], total) -> Bar:
    text = f"{decimals(exact(figure))} · {percent(exact(figure), total)}"
    lengths = {p: float(of.get(figure.cut or "", 0)) for p, of in parts.items()} or {"": float(exact(figure))}
    tone = "back" if figure.cut in SET_BACK else ""
    return Bar(capital(_name(figure)), lengths, text, tone)


def _row(figure: Figure, parts: dict[str, dict[str, int]], total) -> tuple[str, ...]:
    by_programme = [decimals(of.get(figure.cut or "", 0)) for of in parts.values()]
    return (capital(_name(figure)), *by_programme, decimals(exact(figure)), percent(exact(figure), total))


def _name(figure: Figure) -> str:
    return label(figure, none="group not recorded", words=GROUPS)


CHART = Chart(id="teams_by_group", question="Who takes part?", draw=drawing)

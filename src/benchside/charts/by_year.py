"""Charts that count one thing year by year."""

from collections.abc import Callable
from dataclasses import dataclass

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Drawing
from benchside.charts.columns import columns
from benchside.charts.words import NOT_SAID, decimals, exact, missing, partly, source
from benchside.model.figure import Figure


@dataclass(frozen=True)
class ByYear:
    """What is counted; `finding` is filled with {year}, {count} and {all}; `undated` with {count} where a year is missing."""

    id: str
    indicator: str
    finding: str
    definition: str
    undated: str
    column: str


def drawer(what: ByYear) -> Callable[[Ask, Scope], Drawing | None]:
    """The `draw` of a chart by year."""
    return lambda ask, scope: draw(what, ask, scope)


def draw(what: ByYear, ask: Ask, scope: Scope) -> Drawing | None:
    """The drawing; None where no year has a value."""
    figures = cuts(ask, what.indicator, scope, "year")
    shown = [f for f in valued(figures) if (f.cut or "").isdigit()]
    if not any(f.value for f in shown):
        return None
    best = max(shown, key=exact)
    undated = sum(exact(f) for f in valued(figures) if f.cut == NOT_SAID)
    said = f" {what.undated.format(count=decimals(undated))}" if undated else ""
    total = decimals(sum(exact(f) for f in shown))
    return Drawing(
        id=what.id,
        title=what.finding.format(year=best.cut, count=decimals(exact(best)), all=total),
        definition=f"{what.definition}{said}{partly(figures)}",
        source=source(shown),
        spec=columns({int(f.cut or 0): float(exact(f)) for f in shown}, what.column),
        columns=("Year", what.column),
        rows=tuple(_row(f) for f in figures),
        figures=(what.indicator,),
    )


def _row(figure: Figure) -> tuple[str, str]:
    year = "not recorded" if figure.cut == NOT_SAID else figure.cut or ""
    return (year, decimals(exact(figure)) if figure.value is not None else missing(figure))

"""What small companies receive, call by call."""

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.words import THIN, decimals, exact, label, missing, partly, percent, source
from benchside.model.figure import Figure


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each call and one for all calls together, which stands out among them; the largest share first."""
    figures = cuts(ask, "sme_share_of_funding", scope, "call")
    shown, overall = valued(figures), whole(ask, "sme_share_of_funding", scope)
    if not shown:
        return None
    known = overall if overall is not None and overall.value is not None and len(shown) > 1 else None
    together = [_bar(known, "All calls together", "out")] if known else []
    rows = sorted([*together, *(_bar(f, _name(f)) for f in shown)], key=lambda bar: -bar.length)
    return Drawing(
        id="sme_share_by_call",
        title=_finding(shown, known),
        definition="Funding allocated to small and medium-sized companies as a share of all funding allocated to partners, "
        f"by call.{partly(figures)}",
        source=source(shown),
        spec=bars(rows),
        columns=("Call", "Share for small and medium-sized companies"),
        rows=(*((_name(f), _said(f)) for f in figures), *((bar.label, bar.text) for bar in together)),
        figures=("sme_share_of_funding",),
    )


def _finding(shown: list[Figure], overall: Figure | None) -> str:
    low, high = (percent(exact(end(shown, key=exact)), 1) for end in (min, max))
    if len(shown) == 1:
        return f"Small companies receive {high} of the funding"
    if overall is None:
        return f"Small companies receive from {low} to {high} of the funding, depending on the call"
    return f"Small companies receive {percent(exact(overall), 1)} of the funding: from {low} to {high}, depending on the call"


def _bar(figure: Figure, name: str, tone: str = "") -> Bar:
    return Bar(name, {"": 100 * float(exact(figure))}, _said(figure), tone)


def _said(figure: Figure) -> str:
    return missing(figure) if figure.value is None else f"{decimals(exact(figure) * 100, 1)}{THIN}%"


def _name(figure: Figure) -> str:
    return label(figure, none="Call not recorded")


CHART = Chart(id="sme_share_by_call", question="How much goes to small companies?", draw=drawing)

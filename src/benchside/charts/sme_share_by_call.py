"""What small companies receive, call by call."""

from benchside.charts.asking import Scope, cuts, valued, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.words import decimals, exact, label, missing, partly, percent, source
from benchside.model.figure import Figure

THIN_PERCENT = "\u202f%"


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each call, the largest share first, with a line at the share of all calls together."""
    figures = cuts(ask, "sme_share_of_funding", scope, "call")
    shown, overall = valued(figures), whole(ask, "sme_share_of_funding", scope)
    if not shown:
        return None
    known = overall if overall is not None and overall.value is not None else None
    line = (100 * float(exact(known)), f"all calls {percent(exact(known), 1)}") if known and len(shown) > 1 else None
    return Drawing(
        id="sme_share_by_call",
        title=_finding(shown, known),
        definition="Funding allocated to small and medium-sized companies as a share of all funding allocated to partners, "
        f"by call.{partly(figures)}",
        source=source(shown),
        spec=bars([Bar(_name(f), {"": 100 * float(exact(f))}, _percent(f)) for f in shown], line=line),
        columns=("Call", "Share for small and medium-sized companies"),
        rows=tuple((_name(f), _percent(f) if f.value is not None else missing(f)) for f in figures),
        figures=("sme_share_of_funding",),
    )


def _finding(shown: list[Figure], overall: Figure | None) -> str:
    low, high = (percent(exact(end(shown, key=exact)), 1) for end in (min, max))
    spread = f"from {low} to {high} of the funding, depending on the call" if len(shown) > 1 else f"{high} of the funding"
    if overall is None or len(shown) == 1:
        return f"Small companies receive {spread}"
    return f"Small companies receive {percent(exact(overall), 1)} of the funding: {spread.replace(' of the funding', '')}"


def _percent(figure: Figure) -> str:
    return decimals(exact(figure) * 100, 1) + THIN_PERCENT


def _name(figure: Figure) -> str:
    return label(figure, none="Call not recorded")


CHART = Chart(id="sme_share_by_call", question="How much goes to small companies?", draw=drawing)

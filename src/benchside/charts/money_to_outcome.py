"""From money to outcome: who pays, for which area, to whom; and, counted apart, which results came out, whether they are used, and what changed.

Money cannot be followed into a result: no record says what a result cost. The picture breaks there and goes on with counts.
"""

from benchside.charts.asking import Scope
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.flows import flows
from benchside.charts.money_streams import Money, money
from benchside.charts.result_streams import Results, results
from benchside.charts.words import capital, decimals, millions, partly, percent, source

BETWEEN = "Here euro end, because no record says what a single result cost. Below, results and effects are counted."

MONEY = (
    "Above, ribbons are as thick as the euro that flow. A project in several areas is divided among them. Contributions in kind stay with the "
    "industry that gives them; of other money, and of grants that are not divided among partners, the receiver is not recorded."
)
NO_MONEY = "The streams of money are missing: no amount in euro is recorded by area or by partner group."
COUNTS = "a ribbon is as thick as the number of results. Used are those in use or with a recorded use; of the others nobody recorded one."
EFFECTS = "Effects stand beside them on a scale of their own: the records of effects name projects, not results."


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """The parts that have something to show; None where money or results have no stream at all."""
    paid, made = money(ask, scope), results(ask, scope)
    if paid is None and made is None:
        return None
    shown = [*(paid.figures if paid else []), *(made.figures if made else [])]
    return Drawing(
        id="money_to_outcome",
        title=_finding(paid, made),
        definition=_definition(paid, made) + partly(shown),
        source=source(shown),
        spec=flows([each.part for each in (paid, made) if each], BETWEEN),
        columns=("From", "To", "How much"),
        rows=(*(paid.rows if paid else ()), *(made.rows if made else ())),
        figures=tuple(dict.fromkeys(f.id for f in shown)),
    )


def _definition(paid: Money | None, made: Results | None) -> str:
    counts = f"Below, {COUNTS}" if paid else f"{NO_MONEY} {capital(COUNTS)}"
    return " ".join([MONEY] * bool(paid) + [counts] * bool(made) + [EFFECTS] * bool(made and made.effects))


def _finding(paid: Money | None, made: Results | None) -> str:
    said = []
    if paid:
        said.append(f"Of {millions(paid.total)}, {percent(paid.first, paid.total)} comes from {paid.first_payer}")
    if made:
        used = f"{decimals(made.used)} are known to be used" if made.used else "none is known to be used"
        said.append(f"{'o' if paid else 'O'}f {decimals(made.total)} results, {used}")
    return "; ".join(said)


CHART = Chart(id="money_to_outcome", question="Where does the money go, and what comes of it?", draw=drawing)

"""How long it takes: from the days that rows bear to curves, the time by which half have reached what they wait for, and whether parts differ.

What has not reached it on the day of asking is censored on that day. Where something else can end the waiting (withdrawn, failed), the
curve is that of Aalen and Johansen, so that what is lost does not count as if it might still reach it. What is waited for need be no
good: a spin-off's life waits for its end. The notes therefore speak in the indicator's own words (`Awaited`).
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

import numpy as np

from benchside.figures.reduce import plain
from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.catalogue import all_dimensions
from benchside.model.figure import Figure, Moment
from benchside.model.rounding import decimals
from benchside.pathways.competing import aalen_johansen, half_reached
from benchside.pathways.log_rank import LogRank, log_rank
from benchside.pathways.survival import CENSORED, Quantile, kaplan_meier, quantile
from benchside.store.reading import Build
from benchside.store.selection import Selection

REACHED, OTHERWISE = 1, 2
SEEN = "seen"
"""The ending of what was still waiting on a day of its own, before the day of asking: nobody knows what came after."""
MOST_COMPARED = 20
"""So many parts are compared by one test; a test over more says nothing that anyone could use."""
_EPOCH = date(1970, 1, 1)


@dataclass
class Wait:
    """The things of one cut: days until their ending or until the day of asking, and those that no time can be taken of.

    `seen`: those of the former that were followed until a day of their own and no further.
    """

    days: list[int] = field(default_factory=list)
    endings: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    passed: Counter = field(default_factory=Counter)
    seen: int = 0

    def add(self, row: dict, today: int, unit: int) -> None:
        """One group of things with the same days."""
        if row["ending"] in ("undated", "unbegun"):
            self.passed[row["ending"]] += row["things"]
            return
        waits = row["ending"] in (None, SEEN)
        ending = CENSORED if waits else REACHED if row["ending"] == "reached" else OTHERWISE
        took = (today if row["ending"] is None else int(row["den"])) - int(row["num"])
        if took < 0:
            why = "not begun" if row["ending"] is None else "unseen" if waits else "backwards"
            self.passed[why] += row["things"]
            return
        self.seen += row["things"] if row["ending"] == SEEN else 0
        self.days += [took] * row["things"]
        self.endings += [ending] * row["things"]
        self.weights += [int(row["weight"]) / unit] * row["things"]


def waits(build: Build, chosen: Selection, as_of: str) -> dict[str | None, Wait]:
    """cut → its things; without a cut there is one entry, under None."""
    if not as_of:
        return {}  # a build of no records has no day on which anything could still be waiting
    today = (date.fromisoformat(as_of) - _EPOCH).days
    found: dict[str | None, Wait] = {}
    for row in build.query(chosen.spells()):
        found.setdefault(row.get("cut"), Wait()).add(row, today, chosen.unit)
    return found


def compared(found: dict[str | None, Wait], by: str | None, whole: Wait | None) -> dict[str | None, LogRank]:
    """cut → the test that its note tells of: between all parts, or where a thing may lie in several, between the part and the rest.

    `whole`: the same things without a cut. Parts are not compared where there are too many for one test; nor is a cut without a name.
    """
    parts = {cut: wait for cut, wait in found.items() if cut != "(none)"}
    if by is None or whole is None or len(parts) > MOST_COMPARED:
        return {}
    if all_dimensions()[by].kind == "one":
        test = log_rank({cut: _reached(wait) for cut, wait in parts.items()})
        return dict.fromkeys(parts, test) if test.freedom else {}
    tests = {
        cut: log_rank({cut: _reached(wait), "the rest": _reached(_less(whole, wait))}) for cut, wait in parts.items()
    }
    return {cut: test for cut, test in tests.items() if test.freedom}


def _reached(wait: Wait) -> tuple[list[int], list[int]]:
    return wait.days, [int(ending == REACHED) for ending in wait.endings]


def _less(whole: Wait, part: Wait) -> Wait:
    """The things of the whole without those of the part; which of several alike goes does not matter."""
    left = Counter(zip(whole.days, whole.endings, strict=True)) - Counter(zip(part.days, part.endings, strict=True))
    return Wait([d for d, _ in left.elements()], [e for _, e in left.elements()])


def timed(figure: Figure, indicator: Indicator, wait: Wait | None, test: LogRank | None) -> Figure:
    """The figure with its time, its curve, and what must be said of them; as it is where nothing was waited for."""
    awaited = _awaited(indicator)
    if wait is None or not wait.days:
        return replace(figure, n=0, notes=(*figure.notes, *_passed(wait, awaited))) if wait else figure
    scale = Fraction(indicator.per, indicator.scale)
    half, curve = _half(wait), _curve(wait, float(scale))
    low, high = (None if end is None else plain(Fraction(end) * scale) for end in (half.low, half.high))
    exact = None if half.time is None else Fraction(half.time) * scale
    return replace(
        figure, value=plain(exact), exact="" if exact is None else str(exact), low=low, high=high, n=len(wait.days), curve=curve,
        denominator=plain(Fraction(sum(wait.weights)).limit_denominator(10**6)),
        status="not_reached" if exact is None else "computed", notes=(*figure.notes, _said(wait, awaited), *_passed(wait, awaited), *_compared(test)),
    )  # fmt: skip


def _awaited(indicator: Indicator) -> Awaited:
    assert indicator.awaited is not None, f"{indicator.id} takes a time and does not say what it waits for"
    return indicator.awaited


def _half(wait: Wait) -> Quantile:
    if OTHERWISE in wait.endings:
        return half_reached(aalen_johansen(wait.days, wait.endings, weights=wait.weights, causes=(REACHED,)), REACHED)
    return quantile(kaplan_meier(wait.days, wait.endings, weights=wait.weights))


def _curve(wait: Wait, scale: float) -> tuple[Moment, ...]:
    if OTHERWISE in wait.endings:
        found = aalen_johansen(wait.days, wait.endings, weights=wait.weights, causes=(REACHED,))
        columns = (found.at_risk, found.share[REACHED], found.low[REACHED], found.high[REACHED])
    else:
        curve = kaplan_meier(wait.days, wait.endings, weights=wait.weights)
        found, columns = curve, (curve.at_risk, 1 - curve.remaining, 1 - curve.high, 1 - curve.low)
    return tuple(
        Moment(float(time) * scale, float(risk), float(share), _known(low), _known(high))
        for time, risk, share, low, high in zip(found.time, *columns, strict=True)
    )


def _known(end: float) -> float | None:
    return None if np.isnan(end) else float(end)


def _said(wait: Wait, awaited: Awaited) -> str:
    """How many have reached what they wait for, how many can no more, and how many wait."""
    reached, lost = wait.endings.count(REACHED), wait.endings.count(OTHERWISE)
    waiting = len(wait.days) - reached - lost - wait.seen
    said = [f"{reached} had {awaited.reached}"]
    said += [f"{lost} had {awaited.otherwise or 'ended otherwise'}"] if lost else []
    said += [f"{wait.seen} had not when last heard of"] if wait.seen else []
    said += [f"{waiting} had not by the day of asking"] if waiting or not wait.seen else []
    return f"of {len(wait.days)}, {', '.join(said[:-1])} and {said[-1]}"


def _passed(wait: Wait, awaited: Awaited) -> tuple[str, ...]:
    found = []
    if wait.passed["undated"]:
        found.append(f"{wait.passed['undated']} had {awaited.either} on a day that nobody recorded and are left out")
    if wait.passed["unbegun"]:
        found.append(f"of {wait.passed['unbegun']} nobody recorded when they began: left out")
    if wait.passed["backwards"]:
        found.append(f"{wait.passed['backwards']} would have {awaited.either} before they began and are left out")
    if wait.passed["unseen"]:
        found.append(f"{wait.passed['unseen']} were last heard of before they began and are left out")
    return tuple(found)


def _compared(test: LogRank | None) -> tuple[str, ...]:
    if test is None or test.chance is None:
        return ()
    against = "against the rest" if "the rest" in test.observed else f"over {len(test.observed)} parts"
    chance = "below 0.001" if test.chance < 0.001 else decimals(Fraction(test.chance), 3)
    return (
        f"log-rank test {against}: chi-squared {decimals(Fraction(test.statistic), 2)} with "
        f"{test.freedom} degree{'s' if test.freedom > 1 else ''} of freedom, p {chance}; it does not say why parts differ",
    )

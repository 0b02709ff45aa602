"""How well the publications behind a figure were found: the line printed under every figure that rests on them.

The line speaks of the whole projects that the scope lies in: labels are too few to speak of a year or a field. Recall is
only known over the candidates, and says so.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from weakref import WeakKeyDictionary

from benchside.figures.scope import Scope
from benchside.indicators.base import Indicator
from benchside.model.rounding import printed
from benchside.store.reading import Build

PLACES = ("project", "programme", "call")
"""Scopes that the line follows; a figure of an area, a year or a field has the line of its projects or of everything."""

RESTS_ON = "project_work"
_ITSELF = "work_label"

_LINES: WeakKeyDictionary[Build, dict[tuple[str, str], tuple[str, ...]]] = WeakKeyDictionary()
"""What was worked out for a build while it is open: a report asks for the same line a hundred times."""


@dataclass(frozen=True)
class Strategy:
    """What the labels say of one way of searching; `works` are its candidates, `labelled` those labelled either way."""

    name: str
    works: int
    labelled: int
    own: int
    all_own: int

    @property
    def precision(self) -> Fraction | None:
        """The share of its labelled candidates that belong to the project."""
        return Fraction(self.own, self.labelled) if self.labelled else None

    @property
    def recall(self) -> Fraction | None:
        """The share of all candidates that belong to the project which this way alone would find."""
        return Fraction(self.own, self.all_own) if self.all_own else None


def notes(desk: Any, indicator: Indicator, scope: Scope, as_of: str) -> tuple[str, ...]:
    """The line for a figure; nothing where it rests on no attributed works, or none of them is labelled."""
    if RESTS_ON not in indicator.tables or _ITSELF in indicator.tables:
        return ()
    place = {key: values for key, values in scope.items() if key in PLACES}
    kept = _LINES.setdefault(desk.build, {})
    asked = (as_of, str(sorted(place.items())))
    if asked not in kept:
        kept[asked] = _line(desk, place, as_of)
    return kept[asked]


def _line(desk: Any, place: Scope, as_of: str) -> tuple[str, ...]:
    precision = desk.one("attribution_precision", place, as_of=as_of)
    if not precision.exact:
        return ()
    recall = desk.one("attribution_recall", place, as_of=as_of)
    words = [f"precision {_share(precision)} ({precision.n} labelled)"]
    if recall.exact:
        words.append(f"recall {_share(recall)}, over its candidates only")
    if precision.value == recall.value == 1:
        words.append("what is counted is just what was labelled as its own, so that the labels do not test it")
    return (f"Corpus: {'; '.join([*words, *_labellers(desk, place, as_of)])}",)


def _share(figure) -> str:
    """The share with its interval where it has one."""
    value = printed(Fraction(figure.exact), "percent1")
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return value
    return f"{value} [{', '.join(printed(Fraction(end).limit_denominator(10**9), 'percent1') for end in (figure.low, figure.high))}]"


def _labellers(desk: Any, place: Scope, as_of: str) -> list[str]:
    """Who labelled the works of the projects in this place, and how many could not be told."""
    label, project = desk.build.table("work_label", as_of), desk.build.table("project", as_of)
    for key, values in place.items():
        project = project.filter(project[f"{key}_id"].isin(values))
    inside = label.semi_join(project, "project_id")
    rows = desk.build.fetch(inside.group_by(["labeller", "label"]).agg(works=inside.count()).order_by("labeller"))
    unsure = sum(r["works"] for r in rows if r["label"] == "unsure")
    names = ", ".join(dict.fromkeys(r["labeller"] for r in rows))
    return [f"labelled by: {names}", *([f"{unsure} unsure, left out"] if unsure else [])]


def by_strategy(desk: Any, project: str, as_of: str | None = None) -> list[Strategy]:
    """Each way of searching by itself, the one with the most candidates first: what would be found by it alone."""
    date = as_of or desk.build.as_of
    found, label = (desk.build.table(name, date) for name in ("work_candidate", "work_label"))
    found, label = found.filter(found.project_id == project), label.filter(label.project_id == project)
    ways: dict[str, set[str]] = {}
    for row in desk.build.fetch(found.select("strategy", "work_id")):
        ways.setdefault(row["strategy"], set()).add(row["work_id"])
    verdicts: dict[str, set[str]] = {}
    for row in desk.build.fetch(label.select("work_id", "label")):
        verdicts.setdefault(row["work_id"], set()).add(row["label"])
    own = {w for w, said in verdicts.items() if said - {"unsure"} == {"include"}}
    decided = own | {w for w, said in verdicts.items() if said - {"unsure"} == {"exclude"}}
    all_own = len(own & set().union(*ways.values()))
    rows = [Strategy(name, len(works), len(works & decided), len(works & own), all_own) for name, works in ways.items()]
    return sorted(rows, key=lambda s: (-s.works, s.name))

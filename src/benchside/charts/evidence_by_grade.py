"""How well the links between money, results and effects are supported."""

from benchside.charts.asking import Scope, whole
from benchside.charts.bars import Bar, bars
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.words import capital, decimals, partly, percent, source
from benchside.model.codes import CODES

GRADES = ("registry", "independent", "documented", "claimed")
"""The grades from the strongest to the weakest."""


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A bar for each grade, the strongest first; None where no link is recorded."""
    figure = whole(ask, "links", scope)
    if figure is None or not sum(figure.grades.values()):
        return None
    counts = {grade: figure.grades.get(grade, 0) for grade in GRADES}
    if rest := sum(figure.grades.values()) - sum(counts.values()):
        counts["not graded"] = rest
    total, weak = sum(counts.values()), counts["claimed"]
    return Drawing(
        id="evidence_by_grade",
        title=f"{percent(total - weak - rest, total) or 'None'} of the {decimals(total)} links rest on more than a claim",
        definition=f"Recorded links between money, results, uses and effects, by how well each is supported.{partly([figure])}",
        source=source([figure]),
        spec=bars([_bar(grade, n, total) for grade, n in counts.items()]),
        columns=("Grade", "What it means", "Links", "Share"),
        rows=tuple(
            (capital(g), CODES["evidence_grade"].get(g, ""), decimals(n), percent(n, total)) for g, n in counts.items()
        ),
        figures=("links",),
    )


def _bar(grade: str, number: int, total: int) -> Bar:
    meaning = CODES["evidence_grade"].get(grade)
    name = f"{capital(grade)}: {meaning}" if meaning else capital(grade)
    tone = "out" if grade == "claimed" else "back" if meaning is None else ""
    return Bar(name, {"": float(number)}, f"{decimals(number)} · {percent(number, total)}" if number else "none", tone)


CHART = Chart(id="evidence_by_grade", question="How well are the links supported?", draw=drawing)

"""What industry adds to each public euro, project by project: a dot for each project and a line at two."""

from benchside.charts.asking import Scope, cuts, valued
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.dots import dots
from benchside.charts.words import NOT_SAID, decimals, exact, label, missing, partly, source
from benchside.model.figure import Figure

EVEN = 2
"""Where industry gives as much as the public: two euro for each public euro."""

NAMED = 3


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """The dots; None where no project has both kinds of money."""
    figures = [f for f in cuts(ask, "leverage_industry", scope, "project") if f.cut != NOT_SAID]
    shown = sorted(valued(figures), key=lambda f: (exact(f), f.cut or ""))
    if not shown:
        return None
    short = sum(1 for f in shown if exact(f) < EVEN)
    return Drawing(
        id="leverage_by_project",
        title=_finding(short, len(shown)),
        definition="Public money and industry's contributions in kind, divided by public money; each dot is a project. At 2 both give the same. "
        f"The lowest are named.{partly(shown)}",
        source=source(shown),
        spec=dots(
            [(label(f), float(exact(f))) for f in shown],
            line=EVEN,
            below=_below(short, len(shown)),
            axis="euro for each public euro",
            named=NAMED,
        ),
        columns=("Project", "Euro for each public euro"),
        rows=tuple((label(f), decimals(exact(f), 2) if f.value is not None else missing(f)) for f in _table(figures)),
        figures=("leverage_industry",),
    )


def _finding(short: int, all_: int) -> str:
    if not short:
        return (
            f"In all {all_} projects industry gives at least as much as the public"
            if all_ > 1
            else ("Industry gives at least as much as the public")
        )
    projects = f"{short} of {all_} projects" if all_ > 1 else "the one project"
    return f"In {projects} industry gives less than the public"


def _below(short: int, all_: int) -> str:
    return f"{short} of {all_} below 2" if short else ""


def _table(figures: list[Figure]) -> list[Figure]:
    """The lowest first, those without a value last."""
    return sorted(figures, key=lambda f: (f.value is None, exact(f), f.cut or ""))


CHART = Chart(id="leverage_by_project", question="Does industry match public money in each project?", draw=drawing)

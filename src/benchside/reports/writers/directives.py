"""What a template asks for, as HTML: numbers with their status, tiles, tables, charts, lists."""

from collections.abc import Callable

from benchside.charts import kpi_progress
from benchside.charts.base import Drawing
from benchside.charts.catalogue import all_charts
from benchside.charts.render import svg
from benchside.figures.membership import NONE
from benchside.figures.published import Published
from benchside.figures.scope import Scope
from benchside.indicators.catalogue import indicator
from benchside.model.figure import Figure
from benchside.reports import frameworks, scoring, words
from benchside.reports.absence import reason, undrawn
from benchside.reports.comparing import comparison
from benchside.reports.sheets import crossed, notes_of, sheets
from benchside.reports.targets import bullets, targets
from benchside.reports.template import Asked, own_scope
from benchside.reports.writers.site import Site

MOST_ROWS = 18
"""Rows of a table in the text; the figure's own page has them all."""

MOST_NAMES = 12
"""Names listed in the text."""

MOST_STORIES = 4
"""Stories told in one place of the text; their own page has all."""

NEEDED = {
    "comparison": ["mncs", "benchmark_mncs"], "groups": ["benchmark_mncs"], "databases": ["mncs"], "attribution": ["attribution_precision"],
}  # fmt: skip
"""What is asked for without naming an indicator → the indicators that show whether there is anything."""

UNNAMED = (NONE, "unknown")
"""Cuts of what nobody told apart."""

SHOWN_VERDICTS = ("contradicted", "differs")


class Directives:
    """Writes what a template asks for into a page at `root`."""

    def __init__(self, site: Site):
        self._site, self._edition = site, site.edition
        self._heard: dict[str, list[str]] = {}
        self._named: dict[str, dict[str, int]] = {}

    def write(self, asked: Asked) -> str | None:
        """HTML for one thing asked for; None where there is nothing to show."""
        return getattr(self, f"_{asked.kind}")(asked)

    def explain(self, missing: list[Asked]) -> str:
        """Why there is nothing to show for these, in one sentence."""
        ids = [name for asked in missing for name in self._needed(asked)]
        if all(asked.kind == "chart" for asked in missing):
            named = {dimension: many for asked in missing for dimension, many in self._named[asked.id].items()}
            return self._site.piece("absent", text=undrawn(self._edition, ids, named))
        cuts = [d for asked in missing for d in (asked.down, asked.each, asked.across)]
        return self._site.piece("absent", text=reason(self._edition, ids, cuts))

    def _needed(self, asked: Asked) -> list[str]:
        """The indicators that would have to have a value."""
        if asked.kind == "chart":
            return self._heard.get(asked.id, [])
        return NEEDED.get(asked.kind) or asked.ids

    def _number(self, asked: Asked) -> tuple[Figure, str, list[Published]] | None:
        figure = self._edition.one(asked.id, asked.scope)
        statements = self._edition.statements(asked.id, self._edition.scope_of(asked.id, asked.scope))
        dated = [p for p in statements if p.as_of and p.as_of <= figure.as_of]
        printed = words.number(figure, asked.style, asked.step, dated[-1] if dated else None)
        return (figure, printed, statements) if printed else None

    def _fig(self, asked: Asked) -> str | None:
        found = self._number(asked)
        return self._site.piece("fig", figure=found[0], printed=found[1], root="") if found else None

    def _both(self, asked: Asked) -> str | None:
        found = self._number(asked)
        if found is None:
            return None
        figure, printed, statements = found
        return self._site.piece("both", figure=figure, printed=printed, statement=_latest(statements), root="")

    def _tile(self, asked: Asked) -> str | None:
        found = self._number(asked)
        if found is None:
            return None
        figure, printed, statements = found
        return self._site.piece("tile", figure=figure, printed=printed, statement=_latest(statements), root="")

    def _measured(self, asked: Asked) -> str | None:
        found = self._number(asked)
        if found is None:
            return None
        figure, printed, statements = found
        return self._site.piece("measured", figure=figure, printed=printed, statement=_latest(statements), root="")

    def _notes(self, asked: Asked) -> str | None:
        figure = self._edition.one(asked.id, asked.scope)
        notes = notes_of([figure])
        return self._site.piece("notes", notes=[_of(figure, notes[0]), *notes[1:]]) if notes else None

    def _cross(self, asked: Asked) -> str | None:
        found = crossed(self._edition, asked)
        return self._site.piece("crossed", table=found, root="") if found else None

    def _comparison(self, asked: Asked) -> str | None:
        found = comparison(self._edition)
        return self._site.piece("sheet", sheet=found, root="") if found else None

    def _databases(self, asked: Asked) -> str | None:
        found = scoring.methods(self._edition)
        return self._site.piece("databases", methods=found) if found else None

    def _groups(self, asked: Asked) -> str | None:
        found = scoring.groups(self._edition)
        return self._site.piece("groups", groups=found) if found else None

    def _attribution(self, asked: Asked) -> str | None:
        found = scoring.found(self._edition)
        return (
            self._site.piece("attribution", ways=found, labellers=scoring.labellers(self._edition)) if found else None
        )

    def _table(self, asked: Asked) -> str | None:
        if len(asked.ids) > 1 or asked.each:
            found = sheets(self._edition, asked)
            return self._site.piece("all_sheets", sheets=found, root="") if found else None
        figures = self._edition.ask(asked.id, self._edition.scope_of(asked.id, asked.scope), asked.by)
        shown = [f for f in figures if words.number(f) or f.status == "protected"]
        if not shown:
            return None
        return self._site.piece("cut_table", indicator=indicator(asked.id), by=asked.by, figures=_kept(asked.by, shown),
                                left=len(shown) - MOST_ROWS, root="", caption=True)  # fmt: skip

    def _names(self, asked: Asked) -> str | None:
        figure = self._edition.one(asked.id, asked.scope)
        rows = self._edition.opened(asked.id).rows if figure.status == "computed" else []
        named = {r["evidence_id"]: tuple(r["evidence_id"].split(":", 1)) for r in rows if r["num"]}
        places = list(named.values())
        if not places:
            return None
        return self._site.piece(
            "names", places=places[:MOST_NAMES], left=len(places) - MOST_NAMES, id=asked.id, root=""
        )

    def _chart(self, asked: Asked) -> str | None:
        heard, named = self._heard.setdefault(asked.id, []), self._named.setdefault(asked.id, {})

        def answer(name: str, scope: Scope | None = None, *, by: str | None = None, **how) -> list[Figure]:
            heard.append(name)
            found = self._edition.answer(name, scope, by=by, **how)
            if by is not None:
                named[by] = max(
                    named.get(by, 0), sum(1 for f in found if f.cut not in UNNAMED and (f.value or f.curve))
                )
            return found

        drawing = all_charts()[asked.id].draw(answer, self._chart_scope(asked))
        if drawing is None:
            return None
        self._site.drawings[drawing.id] = drawing
        return self._site.piece("chart", drawing=drawing, picture=framed(drawing), root="")

    def _chart_scope(self, asked: Asked) -> Scope:
        keeps, extra = own_scope(asked.scope)
        return (self._edition.scope if keeps else {}) | extra

    def _stories(self, asked: Asked) -> str | None:
        told = [s for s in self._edition.records.now("story") if asked.id in ("", s["tile"])]
        return (
            self._site.piece(
                "stories", stories=told[:MOST_STORIES], root="", all=len(self._edition.records.now("story"))
            )
            if told
            else None
        )

    def _targets(self, asked: Asked) -> str | None:
        found = targets(self._edition)
        return self._site.piece("targets", targets=found, root="") if found else None

    def _progress(self, asked: Asked) -> str | None:
        drawing = kpi_progress.draw(bullets(targets(self._edition)))
        if drawing is None:
            return None
        self._site.drawings[drawing.id] = drawing
        return self._site.piece("chart", drawing=drawing, picture=framed(drawing), root="")

    def _frameworks(self, asked: Asked) -> str:
        return self._site.piece("frameworks", sections=frameworks.sections(self._edition))

    def _framework(self, asked: Asked) -> str:
        found = frameworks.sections(self._edition, asked.id)
        return self._site.piece("framework_entries", sections=found, told=frameworks, root="")

    def _records_by_framework(self, asked: Asked) -> str | None:
        found = frameworks.kinds(self._edition)
        chosen = frameworks.tagging(self._edition).frameworks
        return self._site.piece("records_by_framework", kinds=found, chosen=chosen, root="") if found else None

    def _reconcile(self, asked: Asked) -> str | None:
        worst = [c for v in SHOWN_VERDICTS for c in self._edition.checked if c.verdict == v]
        return self._site.piece("reconcile", checked=self._edition.checked, worst=worst[:MOST_ROWS], root="")

    def _unsupported(self, asked: Asked) -> str | None:
        ids = list(dict.fromkeys(self._edition.dropped))
        return self._site.piece("unsupported", indicators=[indicator(i) for i in ids], root="")

    def _legend(self, asked: Asked) -> str:
        return self._site.piece("legend")

    def _programme(self, asked: Asked) -> str:
        return self._site.piece("text", text=self._edition.masthead.name or "This programme")

    def _scope(self, asked: Asked) -> str:
        return self._site.piece("text", text=self._edition.scope_words)

    def _as_of(self, asked: Asked) -> str:
        return self._site.piece("text", text=self._edition.as_of or "no date, because nothing is recorded")


def _kept(by: str, shown: list[Figure]) -> list[Figure]:
    """The first rows as they are ranked; of years the latest, those without a year after them."""
    if by != "year":
        return shown[:MOST_ROWS]
    dated, undated = [f for f in shown if f.cut != NONE], [f for f in shown if f.cut == NONE]
    return [*dated[len(undated) - MOST_ROWS :], *undated]


def _of(figure: Figure, note: str) -> str:
    """A note that stands apart from its number, with what it speaks of."""
    return f"{figure.title}: {note[:1].lower()}{note[1:]}"


def _latest(statements: list[Published]) -> Published | None:
    return statements[-1] if statements else None


def framed(drawing: Drawing, make: Callable[[Drawing], str] = svg) -> str:
    """The picture as inline SVG, whose ids cannot meet those of another picture of the page."""
    picture = make(drawing)
    picture = picture[picture.index("<svg") :]
    for mark in ('id="', "url(#", 'href="#', 'for="'):
        picture = picture.replace(mark, f"{mark}{drawing.id}-")
    return picture

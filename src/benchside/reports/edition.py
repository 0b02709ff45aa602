"""One edition of a report: a build, a scope, the check's findings, and every answer given while it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchside.figures.ask import Desk
from benchside.figures.explain import Explained, explain
from benchside.figures.membership import possible
from benchside.figures.published import Published
from benchside.figures.scope import Scope, written
from benchside.frameworks.catalogue import Framework
from benchside.frameworks.counting import Tagging
from benchside.indicators.catalogue import indicator
from benchside.model.figure import Figure
from benchside.reports.records import Records
from benchside.reports.template import own_scope


@dataclass(frozen=True)
class Masthead:
    """What every page says of the report: name, publisher, contact."""

    name: str
    publisher: str
    contact: str


@dataclass
class Edition:
    """What the pages of a report share. Nothing is asked of the desk twice.

    `frameworks`: those the programme reports by; None for those that come with Benchside.
    """

    desk: Desk
    masthead: Masthead
    scope: Scope
    checked: list
    folder: Path
    frameworks: Sequence[Framework] | None = None
    records: Records = field(init=False)
    dropped: list[str] = field(default_factory=list)
    tagging: Tagging | None = field(init=False, default=None)

    def __post_init__(self):
        self.records = Records(self.desk.build)
        self._asked: dict[tuple, list[Figure]] = {}
        self._explained: dict[str, Explained] = {}
        self._narrower: dict[str, dict[str, Scope]] = {}
        self.verdicts = {c.figure_id: c for c in self.checked}

    @property
    def as_of(self) -> str:
        """The date the report speaks of."""
        return self.desk.build.as_of

    @property
    def scope_words(self) -> str:
        """What the report speaks of, as a reader calls it."""
        names = [self.records.label("programme", p) for p in self.scope.get("programme", [])]
        return ", ".join(names) or "everything recorded"

    def scope_of(self, name: str, text: str = "") -> Scope:
        """The scope of a figure: the report's own, as far as the indicator can be scoped by it, narrowed by the text."""
        keeps, extra = own_scope(text)
        can = possible(indicator(name))
        own = {k: v for k, v in self.scope.items() if k in can} if keeps else {}
        return own | extra

    def ask(self, name: str, scope: Scope, by: str | None = None) -> list[Figure]:
        """The figure, or those of a cut, asked once."""
        place = (name, written(scope), by)
        if place not in self._asked:
            self._asked[place] = self.desk.ask(name, scope, by=by)
        return self._asked[place]

    def answer(
        self, name: str, scope: Scope | None = None, *, by: str | None = None, as_of: str | None = None
    ) -> list[Figure]:
        """What a chart asks, as `Desk.ask`: the scope as far as the indicator can be scoped by it."""
        can = possible(indicator(name))
        fitting = {k: v for k, v in (scope or {}).items() if k in can}
        if as_of is not None:
            return self.desk.ask(name, fitting, by=by, as_of=as_of)
        return self.ask(name, fitting, by)

    def one(self, name: str, text: str = "") -> Figure:
        """The figure of a scope as a template writes it."""
        scope = self.scope_of(name, text)
        if scope != self.scope_of(name):
            self._narrower.setdefault(name, {})[written(scope)] = scope
        return self.ask(name, scope)[0]

    def narrower(self, name: str) -> list[Figure]:
        """What was asked of an indicator in other scopes than the report's own."""
        return [self.ask(name, scope)[0] for scope in self._narrower.get(name, {}).values()]

    def opened(self, name: str) -> Explained:
        """The figure of the report's scope with its rows."""
        if name not in self._explained:
            scope = self.scope_of(name)
            self._explained[name] = explain(self.desk, name, scope, figure=self.ask(name, scope)[0])
        return self._explained[name]

    def let_go(self, name: str) -> None:
        """Drop a figure's rows once its page is written: all rows of a large register together would fill the memory. The figure stays."""
        self._explained[name] = replace(self._explained[name], rows=[])

    def whole(self, name: str) -> Figure | None:
        """The figure of everything recorded, where the report's own scope is narrower and there may be something to tell."""
        if not self.scope_of(name):
            return None
        known = self.desk.build.manifest["counts"]
        if not any(known.get(t) for t in indicator(name).counts) and not self.statements(name, {}):
            return None
        return self.ask(name, {})[0]

    def statements(self, name: str, scope: Scope) -> list[Published]:
        """Published statements of the same place, the latest last; those without a date come first."""
        place = (name, written(scope), None)
        return sorted((p for p in self.desk.published if _place(p) == place), key=lambda p: (p.as_of, p.id))


def _place(published: Published):
    """Where a statement stands; a cut is the same place as a scope narrowed to its value."""
    scope = dict(published.scope)
    if published.cut:
        scope[published.cut[0]] = [published.cut[1]]
    return published.indicator, written(scope), None


def masthead(settings) -> Masthead:
    """The masthead from a programme's settings; a setting that is not there is empty."""
    return Masthead(*(_setting(settings, name) for name in ("name", "publisher", "contact")))


def _setting(settings, name: str) -> str:
    try:
        return str(settings[name] or "")
    except KeyError:
        return ""


def own_programme(desk: Desk) -> Scope:
    """The programme a report speaks of where nobody says: the one that began first; everything where there is at most one."""
    table = desk.build.history("programme")
    rows = desk.build.fetch(table.select("programme_id", "true_from").order_by(["true_from", "programme_id"]))
    return {"programme": [rows[0]["programme_id"]]} if rows else {}

"""How complete the records behind a figure are, as the programme itself declares it.

The narrowest declaration that fits counts: for the project, its call, its programme, then for everything; an area is as complete as its projects. A figure over several
record types has the worst of their levels; where nothing is declared the records are taken as partial.
"""

from benchside.figures.scope import Scope
from benchside.indicators.base import Indicator
from benchside.store.reading import Build

_WORST_FIRST = ("none", "partial", "complete")


class Coverage:
    """The coverage declarations of one build, ready to be asked."""

    def __init__(self, build: Build):
        rows = build.fetch(build.history("coverage"))
        self._level = {(r["record_type"], r["scope_key"], r["scope_value"]): r["level"] for r in rows}
        self._reason = {(r["record_type"], r["scope_key"], r["scope_value"]): r["reason"] for r in rows}
        project = build.history("project")
        fetched = build.fetch(project.select("project_id", "programme_id", "call_id"))
        self._parents = {r["project_id"]: (r["call_id"], r["programme_id"]) for r in fetched}
        self._inside: dict[str, list[str]] = {}
        for row in build.fetch(build.history("project_area").select("area_id", "project_id").order_by("project_id")):
            self._inside.setdefault(row["area_id"], []).append(row["project_id"])
        call = build.history("call")
        self._call_parent = {
            r["call_id"]: r["programme_id"] for r in build.fetch(call.select("call_id", "programme_id"))
        }

    def level(self, indicator: Indicator, scope: Scope) -> str:
        """complete, partial or none."""
        levels = [self._of(table, place) for table in indicator.counts for place in self._places(scope)]
        return min(levels, key=_WORST_FIRST.index) if levels else "partial"

    def reasons(self, indicator: Indicator, scope: Scope) -> list[str]:
        """Why the records are not complete, in the words of the declarations."""
        found = [self._entry(table, place) for table in indicator.counts for place in self._places(scope)]
        return list(dict.fromkeys(self._reason[e] for e in found if e and self._level[e] != "complete"))

    def _of(self, table: str, place) -> str:
        entry = self._entry(table, place)
        return self._level[entry] if entry else "partial"

    def _entry(self, table: str, place) -> tuple[str, str, str] | None:
        candidates = [(table, key, value) for key, value in place]
        return next((c for c in candidates if c in self._level), None)

    def _places(self, scope: Scope) -> list[list[tuple[str, str]]]:
        """For each value of the scope, the declarations that may speak of it, the narrowest first."""
        everything = ("all", "*")
        if "project" in scope:
            return [[("project", p), *self._above(p), everything] for p in scope["project"]]
        if "call" in scope:
            return [[("call", c), ("programme", self._call_parent.get(c, "")), everything] for c in scope["call"]]
        if "programme" in scope:
            return [[("programme", p), everything] for p in scope["programme"]]
        inside = [p for a in scope.get("area", ()) for p in self._inside.get(a, ())]
        return [[("project", p), *self._above(p), everything] for p in inside] or [[everything]]

    def _above(self, project: str) -> list[tuple[str, str]]:
        call, programme = self._parents.get(project, ("", ""))
        return [("call", call), ("programme", programme)]

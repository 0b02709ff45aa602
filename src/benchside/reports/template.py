"""The text of a report: Markdown in which figures, tables and charts are asked for by name.

    {{fig:teams|group=academic|plus|10}}   indicator, scope, rounding style, step; only the first is needed
    {{both:spin_offs}}                     the computed and the published number side by side
    {{table:public_funding||programme}}    indicator, scope, dimension
    {{table:mncs,median_ncs||project in call}}     several indicators, a column each; a table for each call
    {{cross:publications||year|call}}      one indicator, a dimension down and another across

An empty scope is the report's own; `all` drops it; `key=value` narrows it (several parts are joined by `;`, a
key given twice means any of its values). A line that begins with `? ` (after the dash of
a list) is optional: it is left out where a figure it asks for has no value. One that begins with `! ` says instead why there is
none. Any other line without a value stops the report.
A template does not know the format it will be written in.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from benchside.charts.catalogue import all_charts
from benchside.errors import BenchsideError, UsageError, unknown
from benchside.figures.membership import check
from benchside.figures.scope import Scope, parse
from benchside.indicators.catalogue import indicator
from benchside.model.rounding import STYLES

FOLDER = Path(__file__).parent / "templates"
SHAPES = {
    "fig": ("id", "scope", "style", "step"),
    "both": ("id", "scope", "style", "step"),
    "tile": ("id", "scope", "style", "step"),
    "measured": ("id", "scope", "style", "step"),
    "table": ("id", "scope", "by"),
    "cross": ("id", "scope", "by", "across"),
    "notes": ("id", "scope"),
    "comparison": (),
    "databases": (),
    "groups": (),
    "attribution": (),
    "names": ("id", "scope"),
    "chart": ("id", "scope"),
    "stories": ("tile",),
    "targets": (),
    "progress": (),
    "frameworks": (),
    "framework": ("id",),
    "records_by_framework": (),
    "reconcile": (),
    "unsupported": (),
    "legend": (),
    "programme": (),
    "scope": (),
    "as_of": (),
}
"""What can be asked for, and the parts each may have, in their order."""

NUMBERS = ("fig", "both", "tile", "measured")
"""What has to have a value, or the line it stands in is left out or refused."""

OF_FIGURES = ("table", "cross", "names", "notes")
"""What else speaks of indicators, and is left out where they have no value."""

_ASKED = re.compile(r"\{\{\s*(?P<kind>[a-z]+(?:_[a-z]+)*)\s*(?::(?P<parts>[^{}]*))?\}\}")
_BRACES = re.compile(r"\{\{|\}\}")
_MARKED = re.compile(r"^(?P<start>\s*(?:[-*] )?)(?P<mark>[?!]) ")
_WITHIN = " in "


@dataclass(frozen=True)
class Asked:
    """One thing asked for: its kind, parts, and where it stands in its line."""

    kind: str
    id: str = ""
    scope: str = ""
    style: str = ""
    step: int = 1
    by: str = ""
    across: str = ""
    start: int = 0
    end: int = 0

    @property
    def ids(self) -> list[str]:
        """The indicators asked for."""
        return [i.strip() for i in self.id.split(",") if i.strip()]

    @property
    def down(self) -> str:
        """The dimension whose values are the rows."""
        return self.by.partition(_WITHIN)[0].strip()

    @property
    def each(self) -> str:
        """The dimension whose values have a table each; empty for one table."""
        return self.by.partition(_WITHIN)[2].strip()


@dataclass(frozen=True)
class Line:
    """One line of a template: its number, its text without the mark of an optional line, and what it asks for.

    `explains`: where a value is missing, the line says why.
    """

    number: int
    text: str
    optional: bool
    asked: tuple[Asked, ...]
    explains: bool = False

    @property
    def is_heading(self) -> bool:
        """Does a section begin here?"""
        return self.text.startswith("#")


@dataclass(frozen=True)
class Template:
    """A template that has been read and found without fault."""

    name: str
    lines: tuple[Line, ...]


def read_template(name: str) -> Template:
    """The template of that name; `UsageError` with the names there are."""
    known = {p.stem: p for p in FOLDER.glob("*.md")}
    if name not in known:
        raise unknown("template", name, known)
    return parse_template(known[name].read_text(encoding="utf-8"), known[name].name)


def parse_template(text: str, where: str) -> Template:
    """A template from its text. Raises one `UsageError` that names every faulty line."""
    lines, faults = [], []
    for number, line in enumerate(text.splitlines(), 1):
        try:
            lines.append(_line(number, line))
        except BenchsideError as fault:
            faults.append(f"{where} line {number}: {fault}")
    if faults:
        raise UsageError("\n".join(faults))
    return Template(where, tuple(lines))


def _line(number: int, text: str) -> Line:
    marked = _MARKED.match(text)
    mark = marked["mark"] if marked else ""
    if marked:
        text = marked["start"] + text[marked.end() :]
    asked = tuple(_asked(match) for match in _ASKED.finditer(text))
    if _BRACES.search(_ASKED.sub("", text)):
        raise UsageError(
            "braces that ask for nothing. Expected {{fig:id|scope|style|step}} or the like, closed in the same line."
        )
    return Line(number, text, mark == "?", asked, mark == "!")


def _asked(match: re.Match) -> Asked:
    kind = match["kind"]
    if kind not in SHAPES:
        raise unknown("thing to ask for", kind, SHAPES)
    given = [p.strip() for p in (match["parts"] or "").split("|")] if match["parts"] else []
    names = SHAPES[kind]
    if len(given) > len(names):
        raise UsageError(
            f"{match[0]} has {len(given)} parts; expected at most {len(names)}: {', '.join(names) or 'none'}."
        )
    parts = dict(zip(names, given, strict=False))
    found = Asked(
        kind, id=parts.get("id", parts.get("tile", "")), scope=parts.get("scope", ""), style=parts.get("style", ""),
        step=_step(parts.get("step", "")), by=parts.get("by", ""), across=parts.get("across", ""), start=match.start(), end=match.end(),
    )  # fmt: skip
    _check(found)
    return found


def _step(text: str) -> int:
    if text and not text.isdigit():
        raise UsageError(f"a rounding step of {text!r}; expected a whole number such as 10.")
    return int(text or 1)


def _check(asked: Asked) -> None:
    if asked.kind == "chart" and asked.id not in all_charts():
        raise unknown("chart", asked.id, all_charts())
    if asked.kind in (*NUMBERS, *OF_FIGURES):
        for name in asked.ids or [asked.id]:
            _check_figure(asked, name)
    if asked.style and asked.style not in STYLES:
        raise unknown("rounding style", asked.style, STYLES)


def _check_figure(asked: Asked, name: str) -> None:
    found = indicator(name)
    if len(asked.ids) > 1 and asked.kind != "table":
        raise UsageError(
            f"{asked.kind} takes one indicator; found {', '.join(asked.ids)}. Use {{{{table:...}}}} for several."
        )
    dimensions = {"table": [asked.down, asked.each], "cross": [asked.down, asked.across]}.get(asked.kind, [])
    needed = dimensions[:1] if asked.kind == "table" and not asked.each else dimensions
    for key in (*own_scope(asked.scope)[1], *needed):
        check(found, key)


def own_scope(text: str) -> tuple[bool, Scope]:
    """Whether the report's scope is kept, and what the text adds to it."""
    parts = [p for p in text.split(";") if p.strip()]
    return "all" not in parts, parse(";".join(p for p in parts if p != "all"))

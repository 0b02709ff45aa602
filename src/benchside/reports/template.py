"""The text of a report: Markdown in which figures, tables and charts are asked for by name.

    {{fig:teams|group=academic|plus|10}}   indicator, scope, rounding style, step; only the first is needed
    {{both:spin_offs}}                     the computed and the published number side by side
    {{table:public_funding||programme}}    indicator, scope, dimension

An empty scope is the report's own; `all` drops it; `key=value` narrows it (several parts are joined by `;`, a
key given twice means any of its values). A line that begins with `? ` (after the dash of
a list) is optional: it is left out where a figure it asks for has no value. Any other line without a value stops the report.
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
    "table": ("id", "scope", "by"),
    "names": ("id", "scope"),
    "chart": ("id", "scope"),
    "stories": ("tile",),
    "targets": (),
    "reconcile": (),
    "unsupported": (),
    "legend": (),
    "programme": (),
    "scope": (),
    "as_of": (),
}
"""What can be asked for, and the parts each may have, in their order."""

NUMBERS = ("fig", "both", "tile")
"""What has to have a value, or the line it stands in is left out or refused."""

_ASKED = re.compile(r"\{\{\s*(?P<kind>[a-z]+(?:_[a-z]+)*)\s*(?::(?P<parts>[^{}]*))?\}\}")
_BRACES = re.compile(r"\{\{|\}\}")
_OPTIONAL = re.compile(r"^(?P<start>\s*(?:[-*] )?)\? ")


@dataclass(frozen=True)
class Asked:
    """One thing asked for: its kind, parts, and where it stands in its line."""

    kind: str
    id: str = ""
    scope: str = ""
    style: str = ""
    step: int = 1
    by: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Line:
    """One line of a template: its number, its text without the mark of an optional line, and what it asks for."""

    number: int
    text: str
    optional: bool
    asked: tuple[Asked, ...]

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
    optional = _OPTIONAL.match(text)
    if optional:
        text = optional["start"] + text[optional.end() :]
    asked = tuple(_asked(match) for match in _ASKED.finditer(text))
    if _BRACES.search(_ASKED.sub("", text)):
        raise UsageError(
            "braces that ask for nothing. Expected {{fig:id|scope|style|step}} or the like, closed in the same line."
        )
    return Line(number, text, bool(optional), asked)


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
        step=_step(parts.get("step", "")), by=parts.get("by", ""), start=match.start(), end=match.end(),
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
    if asked.kind in (*NUMBERS, "table", "names"):
        found = indicator(asked.id)
        for key in own_scope(asked.scope)[1]:
            check(found, key)
        if asked.kind == "table":
            check(found, asked.by)
    if asked.style and asked.style not in STYLES:
        raise unknown("rounding style", asked.style, STYLES)


def own_scope(text: str) -> tuple[bool, Scope]:
    """Whether the report's scope is kept, and what the text adds to it."""
    parts = [p for p in text.split(";") if p.strip()]
    return "all" not in parts, parse(";".join(p for p in parts if p != "all"))

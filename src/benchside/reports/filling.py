"""A template filled: every line that has its values, in Markdown, with what it asked for put in by a writer.

What was asked for stands in the Markdown as a mark of private characters, so that nothing that comes from records is ever
read as Markdown.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from benchside.errors import BenchsideError, DataError, UsageError
from benchside.reports.edition import Edition
from benchside.reports.template import NUMBERS, Asked, Line, Template

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_BULLET = re.compile(r"\s*(?:[-*] )?")
NOTHING_YET = "No record and no published statement supports this part yet."

Writer = Callable[[Asked], str | None]
"""`write(asked)`: what is put in for it; None where it has no value."""

Explain = Callable[[list[Asked]], str]
"""`explain(missing)`: why there is nothing to show for all of these."""


def _unexplained(missing: list[Asked]) -> str:
    return NOTHING_YET


@dataclass
class Filled:
    """Markdown with marks, and what each mark stands for."""

    markdown: str
    pieces: list[str]


def fill(template: Template, edition: Edition, write: Writer, explain: Explain = _unexplained) -> Filled:
    """The template with its values. Raises `DataError` for lines that need a value and have none, all at once."""
    pieces: list[str] = []
    faults: list[str] = []
    sections = [_Section()]
    for line in template.lines:
        if line.is_heading:
            sections.append(_Section())
        found = [_written(template, line, asked, write) for asked in line.asked]
        missing = [a for a, piece in zip(line.asked, found, strict=True) if piece is None]
        if not missing:
            sections[-1].keep(line, _marked(line, [p or "" for p in found], pieces))
        elif line.explains:
            sections[-1].explain(line, missing)
            edition.dropped.extend(a.id for a in missing if a.kind in NUMBERS)
        elif line.optional or not any(a.kind in NUMBERS for a in missing):
            sections[-1].dropped.extend(missing)
            edition.dropped.extend(a.id for a in missing if a.kind in NUMBERS)
        else:
            faults.append(_fault(template, line, missing))
    if faults:
        raise DataError("\n".join(faults))
    said = partial(_said, explain, pieces)
    return Filled("\n".join(text for section in sections for text in section.text(said)), pieces)


@dataclass
class _Section:
    """A heading and what follows it. Where all that was asked for is missing, its words would speak of nothing."""

    heading: str = ""
    lines: list[str] = field(default_factory=list)
    filled: int = 0
    dropped: list[Asked] = field(default_factory=list)
    explained: dict[int, list[Asked]] = field(default_factory=dict)

    def explain(self, line: Line, missing: list[Asked]) -> None:
        """A line whose place is taken by the reason why it has no value."""
        self.explained[len(self.lines)] = missing
        bullet = _BULLET.match(line.text)
        self.lines.append(bullet[0] if bullet else "")

    def keep(self, line: Line, text: str) -> None:
        if line.is_heading:
            self.heading = text
            return
        self.lines.append(text)
        self.filled += bool(line.asked)

    def text(self, said: Callable[[list[Asked]], str]) -> list[str]:
        """The lines; where nothing is there to be shown, one sentence that says why."""
        if self.explained and not self.filled:
            return [
                self.heading,
                "",
                said([*self.dropped, *(a for missing in self.explained.values() for a in missing)]),
                "",
            ]
        if self.dropped and not self.filled:
            return [self.heading, "", NOTHING_YET, ""]
        return [self.heading, *(self._line(n, line, said) for n, line in enumerate(self.lines))]

    def _line(self, number: int, line: str, said: Callable[[list[Asked]], str]) -> str:
        return line + said(self.explained[number]) if number in self.explained else line


def _said(explain: Explain, pieces: list[str], missing: list[Asked]) -> str:
    """The mark of a reason; a reason is a piece, because it may name records."""
    pieces.append(explain(missing))
    return f"{OPEN}{len(pieces) - 1}{CLOSE}"


def _written(template: Template, line: Line, asked: Asked, write: Writer) -> str | None:
    try:
        return write(asked)
    except BenchsideError as error:
        raise UsageError(f"{template.name} line {line.number}, {asked.kind}:{asked.id}: {error}") from error


def _marked(line: Line, found: list[str], pieces: list[str]) -> str:
    text, end = "", 0
    for asked, piece in zip(line.asked, found, strict=True):
        text += f"{line.text[end : asked.start]}{OPEN}{len(pieces)}{CLOSE}"
        pieces.append(piece)
        end = asked.end
    return text + line.text[end:]


def _fault(template: Template, line: Line, missing: list[Asked]) -> str:
    names = ", ".join(a.id for a in missing)
    return (
        f"{template.name} line {line.number}: {names} has neither records nor a published statement. "
        "Add records, or begin the line with `? ` so that it is left out while there are none."
    )

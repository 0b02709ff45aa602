"""What a corpus is made by: the level of its fields, and the rule by which citations are counted."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from benchside.errors import UsageError, unknown
from benchside.store.engine import DEFAULT_MEMORY

LEVELS = ("subfield", "field", "topic", "domain")
RULES = ("total", "by_year", "edges")
_SIZE = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*([A-Za-z]+)\s*")


@dataclass(frozen=True)
class CitationRule:
    """How many citations a work has.

    `total`: as the source states it. `by_year`: the citations that the source lists by year, of the first `window` years;
    the publication year counts, and a citation dated before it counts too. `edges`: the works of the corpus that refer to
    the work, all of them or those of its first `window` years, with or without works that share an author with it.
    """

    source: str = "total"
    window: int | None = None
    self_citations: bool = True

    def __post_init__(self) -> None:
        if self.source not in RULES:
            raise unknown("way to count citations", self.source, RULES)
        if self.window is not None and self.window < 1:
            raise UsageError(f"The window is {self.window}, expected years from 1: it counts the publication year.")
        if self.source == "total" and self.window is not None:
            raise UsageError(
                "A total of citations has no window. Count them by_year or from edges, or leave the window out."
            )
        if self.source == "by_year" and self.window is None:
            raise UsageError("Citations by year need a window: name its length in years (--window 4).")
        if self.source != "edges" and not self.self_citations:
            raise UsageError(
                f"Citations counted as {self.source} cannot leave out self-citations. Count them from edges."
            )

    @property
    def content(self) -> dict[str, Any]:
        """The rule as a manifest states it."""
        return {"from": self.source, "window": self.window, "self_citations": self.self_citations}


@dataclass(frozen=True)
class Settings:
    """What the staging of an input needs to know; `threads` and `memory` are those of one engine."""

    fields: str = "subfield"
    citations: CitationRule = CitationRule()
    memory: str = DEFAULT_MEMORY
    threads: int = 1

    def __post_init__(self) -> None:
        if self.fields not in LEVELS:
            raise unknown("kind of field", self.fields, LEVELS)

    @property
    def has_edges(self) -> bool:
        """Are citations counted from references?"""
        return self.citations.source == "edges"

    @property
    def has_authors(self) -> bool:
        """Must it be known who wrote what?"""
        return not self.citations.self_citations

    @property
    def of_rows(self) -> dict[str, Any]:
        """The settings on which staged rows depend."""
        return {"fields": self.fields, "citations": asdict(self.citations)}


def share_of_memory(memory: str, parts: int) -> str:
    """The size of one of so many equal parts; a text that is no size is left for the engine to refuse."""
    size = _SIZE.fullmatch(memory)
    return f"{float(size[1]) / parts:.6f}{size[2]}" if size else memory

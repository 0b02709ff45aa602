"""What is known of a table by its columns: which it needs, which are taken, which are left out and why.

A table is recognised by what its columns are called, never by the name of its file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """One table: `needed` names it, `taken` may be missing, `renamed` gives a column the name it has today.

    `reads` names the reader; `columns` is the order of the columns where files without a header are known to exist.
    `blanks` are words that stand for a missing value in this table.
    """

    id: str
    reads: str
    needed: tuple[str, ...]
    taken: tuple[str, ...] = ()
    ignored: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    blanks: frozenset[str] = frozenset({""})

    def knows(self, column: str) -> bool:
        """Is the column taken, or left out for a reason?"""
        return column in self.needed or column in self.taken or column in self.ignored

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Column, by the name it has today → its place."""
        return {self.renamed.get(name, name): place for place, name in enumerate(header) if name not in self.ignored}


def recognised(header: Sequence[str], layouts: Sequence[Layout]) -> Layout | None:
    """The layout whose needed columns are all there; of several the one that knows most of the header."""
    fitting = [layout for layout in layouts if set(layout.needed) <= set(header)]
    return max(fitting, key=lambda layout: sum(map(layout.knows, header)) + len(layout.needed), default=None)


def nearest(header: Sequence[str], layouts: Sequence[Layout]) -> tuple[Layout, list[str]]:
    """The layout that lacks the fewest columns, and the columns it lacks: for the message."""
    layout = min(layouts, key=lambda each: len(set(each.needed) - set(header)) / len(each.needed))
    return layout, [c for c in layout.needed if c not in header]


def known(header: Sequence[str], layouts: Sequence[Layout]) -> int:
    """How many cells of a first line are names of columns, or, without a header, how many cells there are (less than any name)."""
    return 1000 + len(header) if recognised(header, layouts) else len(header)

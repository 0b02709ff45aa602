"""What a framework asks for, as a file of data says it.

A framework is one TOML file: what it is, where its wording comes from, and its entries. An entry never names a record; it names the
words that the model itself uses of records (type, code columns, the outcome tag), so that a record is described once and
every framework reads the same description. The checks of these names stand in `checking`, the counts in `counting`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SEEN, UNVERIFIED = "seen", "to be verified"
WORDINGS = (SEEN, UNVERIFIED)
"""Whether a text was seen in the framework's own publication, or is general knowledge that somebody has to check."""

DEMONSTRATED, POTENTIAL = "demonstrated", "potential"
STATUSES = (DEMONSTRATED, POTENTIAL)
"""What a record shows of a benefit: that it is there, or that it may come."""


@dataclass(frozen=True)
class Having:
    """Another record points at this one: its type, the column by which it points, and the values it must have."""

    record_type: str
    by: str
    where: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Rule:
    """Which records feed an entry: those of a type with some values, or those that bear one of some tags.

    A rule by tags may name a record type as well; without one, records of any type are meant. `status` is what records found by
    values show, in frameworks that ask for it; a tag brings its own.
    """

    record_type: str = ""
    where: Mapping[str, tuple[str, ...]] | None = None
    having: Having | None = None
    tags: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing a framework asks for.

    `group`: the headings above it, outermost first. `indicator`: the indicator whose figure answers it. `baseline` and `target`: what the
    framework itself prints, as text. `needs`: what would have to be recorded where there is nothing.
    """

    code: str
    title: str
    group: tuple[str, ...]
    definition: str
    wording: str
    needs: str
    rules: tuple[Rule, ...] = ()
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    target_wording: str = ""


@dataclass(frozen=True)
class Framework:
    """A framework with its entries. `short` heads its column; `asks_status`: it tells benefits that are there from those that may come."""

    id: str
    title: str
    short: str
    about: str
    source: str
    mapping: str
    asks_status: bool
    entries: tuple[Entry, ...]

    @property
    def unverified(self) -> int:
        """How many entries bear a wording that nobody has checked against the framework's own text."""
        return sum(entry.wording == UNVERIFIED for entry in self.entries)

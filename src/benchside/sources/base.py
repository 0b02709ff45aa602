"""What a source declares. Each file of this folder declares one `SOURCE`; the registry finds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchside.model.origin import Extract, Origin
from benchside.sources.fetching.plan import Fetch


@dataclass(frozen=True)
class Source:
    """An outside source: what it is, which files it reads, and how they become the model's tables.

    `read` is handed the snapshot's files (name → path) and the options of `programme.toml`, and returns an `Extract`.
    `expects` gives, for each table, the least and the most records a good snapshot brings: outside these bounds the
    build warns. `ignored` names the fields that are not taken and why. `fetch` says how the files are fetched, where they can be
    fetched at all; building never does.
    """

    id: str
    origin: Origin
    files: str
    read: Callable[[Mapping[str, Path], Mapping[str, object]], Extract]
    expects: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    ignored: Mapping[str, str] = field(default_factory=dict)
    fetch: Fetch | None = None

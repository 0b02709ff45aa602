"""What the records of a build give for every entry of every framework: how many, on what documents, of what grade.

What is counted are records: a record that stands for several things counts once, and a figure that counts things stands
beside it. The engine counts; only records that bear a tag are looked at one by one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from benchside.frameworks.catalogue import DEMONSTRATED, Entry, Framework
from benchside.frameworks.matching import (
    IS_THERE,
    MAY_COME,
    NOTHING,
    Asked,
    asked_of,
    is_known,
    matched,
    tags_at,
)
from benchside.model.tables import RECORD_TYPES
from benchside.store.reading import Build

RECORDS, UNRECORDED, TAG_ONLY, OUT_OF_REACH = "records", "nothing recorded", "a tag is needed", "no record can give it"
"""How an entry stands: fed by records; by none, though a type or its values could; by none, and only a tag could; not to be had from records."""


@dataclass
class Count:
    """What feeds an entry: records by status, by type and by grade (empty: not graded), and their documents.

    `confidential` of the records are counted and never listed.
    """

    entry: Entry
    demonstrated: int = 0
    potential: int = 0
    confidential: int = 0
    without_document: int = 0
    by_type: Counter[str] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    @property
    def records(self) -> int:
        """All of them, each once."""
        return self.demonstrated + self.potential

    @property
    def standing(self) -> str:
        """How the entry stands as far as records go; a figure may answer it all the same."""
        if self.records:
            return RECORDS
        if any(not rule.tags for rule in self.entry.rules):
            return UNRECORDED
        return TAG_ONLY if self.entry.rules else OUT_OF_REACH

    def add(
        self, number: int, level: int, name: str, documents: Iterable[str | None], grade: str | None, confidential: bool
    ) -> None:
        """Count records of a type that show the same."""
        self.demonstrated += number if level == IS_THERE else 0
        self.potential += number if level == MAY_COME else 0
        self.confidential += number if confidential else 0
        self.by_type[name] += number
        self.grades[grade or ""] += number
        named = {d for d in documents if d}
        self.documents |= named
        self.without_document += 0 if named else number


@dataclass(frozen=True)
class Reported:
    """One framework with what feeds its entries."""

    framework: Framework
    counts: tuple[Count, ...]

    @property
    def answered(self) -> int:
        """How many entries some record feeds."""
        return sum(count.standing == RECORDS for count in self.counts)


@dataclass(frozen=True)
class Listed:
    """A record, and where it stands: framework → the codes of the entries it feeds, and for each what it shows of it.

    `label` and `document` are missing where the record is confidential; it is then counted among others and not listed.
    """

    id: str
    record_type: str
    label: str
    document: str | None
    grade: str | None
    tags: tuple[str, ...]
    entries: dict[str, dict[str, str]]


class Tagging:
    """All frameworks over one build at one date."""

    def __init__(self, build: Build, frameworks: Iterable[Framework], as_of: str | None = None):
        self.build, self.as_of = build, as_of or build.as_of
        self.frameworks = list(frameworks)
        self._asked = asked_of(self.frameworks)
        self._asks_status = {f.id: f.asks_status for f in self.frameworks}
        self._tags = tags_at(build, self.as_of)
        types = {r.record_type for a in self._asked for r in a.entry.rules if not r.tags} | {
            t.partition(":")[0] for t in self._tags
        }
        self.types = [name for name in RECORD_TYPES if name in types and is_known(build, name)]

    @cached_property
    def _counted(self) -> tuple[list[Count], dict[str, Counter[str]]]:
        counts = [Count(asked.entry) for asked in self._asked]
        fed: dict[str, Counter[str]] = defaultdict(Counter)
        for name in self.types:
            found = matched(self.build, name, self._asked, self.as_of, list(self._tags))
            levels = [c for c in found.columns if c.startswith("entry_")]
            one = found.mutate(tagged_id=found.is_tagged.ifelse(found.evidence_id, None))
            groups = one.group_by(["tagged_id", "document_id", "grade", "confidential", *levels]).agg(
                number=one.count()
            )
            for row in self.build.fetch(groups):
                self._add(counts, fed, name, row)
        return counts, dict(fed)

    def _add(self, counts: list[Count], fed: dict[str, Counter[str]], name: str, row: dict) -> None:
        fed_by = set()
        for n, level, documents, grade in self._shown(row, row["tagged_id"]):
            counts[n].add(row["number"], level, name, documents, grade, row["confidential"])
            fed_by.add(self._asked[n].framework)
        for framework in fed_by:
            fed[framework][name] += row["number"]
        fed[""][name] += row["number"] if fed_by else 0

    def _shown(self, row: dict, record: str | None) -> Iterable[tuple[int, int, list[str | None], str | None]]:
        """Entry, level, documents and grade of what a row shows. A tag brings its own document, and its grade where nothing else does."""
        tags = self._tags.get(record or "", [])
        for n, asked in enumerate(self._asked):
            level, said = row.get(f"entry_{n}") or NOTHING, [t for t in tags if self._speaks(asked, record, t)]
            if level or said:
                told = max([level, *(IS_THERE if t["status"] == DEMONSTRATED else MAY_COME for t in said)])
                documents = [row["document_id"]] if level else []
                yield (
                    n,
                    told,
                    [*documents, *(t["document_id"] for t in said)],
                    row["grade"] if level else said[0]["grade"],
                )

    def _speaks(self, asked: Asked, record: str | None, tag: dict) -> bool:
        """Does a tag of the record feed the entry? What may come counts only where a framework asks for it."""
        if tag["status"] != DEMONSTRATED and not self._asks_status[asked.framework]:
            return False
        name = (record or "").partition(":")[0]
        return any(tag["tag"] in rule.tags and rule.record_type in ("", name) for rule in asked.entry.rules)

    def report(self) -> list[Reported]:
        """Every framework with what feeds its entries."""
        counts, _ = self._counted
        at, found = 0, []
        for framework in self.frameworks:
            found.append(Reported(framework, tuple(counts[at : at + len(framework.entries)])))
            at += len(framework.entries)
        return found

    def by_type(self) -> list[tuple[str, int, int, dict[str, int]]]:
        """Record type, records, how many of them feed any framework, and how many feed each; types that feed none are left out."""
        _, fed = self._counted
        every = fed.get("", Counter())
        return [
            (name, self._all(name), every[name], {f.id: fed.get(f.id, Counter())[name] for f in self.frameworks})
            for name in self.types
            if every[name]
        ]

    def _all(self, name: str) -> int:
        table = self.build.table(name, self.as_of)
        counted = table.filter(table["count"].fill_null(1) > 0) if "count" in table.columns else table
        return self.build.fetch(counted.aggregate(number=counted.count()))[0]["number"]

    def listed(self, name: str, most: int | None = None) -> list[Listed]:
        """The records of a type that feed a framework, in the order of their keys, at most so many. Confidential ones are left out."""
        found = matched(self.build, name, self._asked, self.as_of, list(self._tags))
        rows = found.filter(~found.confidential).order_by("evidence_id")
        listed = (self._listed(name, row) for row in self.build.fetch(rows if most is None else rows.limit(most)))
        return [each for each in listed if each.entries]

    def _listed(self, name: str, row: dict) -> Listed:
        record, entries = row["evidence_id"], {}
        for n, level, _, _ in self._shown(row, record):
            asked = self._asked[n]
            status = ("", "potential", "demonstrated")[level] if self._asks_status[asked.framework] else ""
            entries.setdefault(asked.framework, {})[asked.entry.code] = status
        tags = tuple(dict.fromkeys(t["tag"] for t in self._tags.get(record, [])))
        return Listed(record, name, row["label"], row["document_id"], row["grade"], tags, entries)

"""The pathways of a programme: its records as places, its arrows, and what leads to or follows from any of them."""

import difflib
from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np
import pyarrow as pa

from benchside.errors import unknown
from benchside.pathways.arrows import Arrow, arrow_table, arrows_at
from benchside.pathways.graph import Graph, Numbers
from benchside.pathways.records import Place, Records
from benchside.pathways.references import REFERENCES
from benchside.pathways.stages import STAGE_OF, STAGES
from benchside.pathways.whole_columns import pc
from benchside.store.reading import Build

_TOLD = ("story", "story_link", "stage_event", "document", "organisation", "project_work", "project_outcome")
"""Types that are read besides those that have a stage."""


MOST_COMPARED = 20_000
"""Names that are looked through for one like a name that is not known."""


class Pathways:
    """All records with a stage and all arrows between records, numbered once so that questions are walks over whole numbers."""

    def __init__(self, tables: Mapping[str, pa.Table]):
        self.tables = dict(tables)
        self.records = Records(self.tables)
        self.arrows = arrow_table(self.records.tables)

    @classmethod
    def read(cls, build: Build, as_of: str | None = None) -> "Pathways":
        """The pathways of a build as they stood at a date (default: the build's own)."""
        return cls(read_tables(build, as_of))

    @cached_property
    def ids(self) -> pa.Array:
        """Every place that an arrow touches, then every record later than an activity that none touches, each once."""
        both = pa.chunked_array([*self.arrows["start"].chunks, *self.arrows["end"].chunks], pa.string())
        return pc.unique(pa.chunked_array([*both.chunks, *self._loose()], pa.string()))

    def _loose(self) -> list[pa.Array]:
        """The ids of all records from output to impact: what has no arrow at all is a gap, too."""
        early = ("input", "activity")
        return [
            table["evidence_id"].combine_chunks()
            for name, table in self.records.tables.items()
            if STAGE_OF.get(name) not in (None, *early)
        ]

    @cached_property
    def graph(self) -> Graph:
        """The arrows over the numbers of the ids."""
        starts, ends = (_numbers(self.arrows[side], self.ids) for side in ("start", "end"))
        return Graph(starts, ends, len(self.ids))

    @cached_property
    def stages(self) -> Numbers:
        """The number of the stage of each id, -1 for none."""
        return self.records.stages(self.ids)

    def at_stage(self, *stages: str) -> Numbers:
        """A mask of the ids of these stages."""
        return np.isin(self.stages, [list(STAGES).index(s) for s in stages])

    def number(self, id: str) -> int:
        """The number of a record, called `type:key` or by its key alone where no other type has it. Raises `UsageError`."""
        found = pc.index(self.ids, pa.scalar(id)).as_py()
        if found >= 0:
            return found
        ends_so = pc.indices_nonzero(pc.ends_with(self.ids, f":{id}")).to_pylist()
        if len(ends_so) == 1:
            return ends_so[0]
        known = [self.ids[i].as_py() for i in ends_so] or self.ids.to_pylist()
        raise _unknown_record(id, known, several=bool(ends_so))

    def number_array(self, id: str) -> Numbers:
        """The number of a record as an array of one."""
        return np.array([self.number(id)])

    def reach(self, id: str) -> list[Place]:
        """Everything that follows from a record, by stage and id; the record itself is left out."""
        return self._places(self.graph.reach(self.number_array(id)), but=self.number(id))

    def behind(self, id: str) -> list[Place]:
        """Everything a record follows from, by stage and id; the record itself is left out."""
        return self._places(self.graph.behind(self.number_array(id)), but=self.number(id))

    def _places(self, mask: Numbers, but: int) -> list[Place]:
        mask[but] = False
        return self.places_at(np.flatnonzero(mask))

    def places_at(self, numbers: Numbers) -> list[Place]:
        """The records of these numbers, by stage and id."""
        found = self.records.places(self.ids.take(pa.array(numbers)).to_pylist()).values()
        order = [*STAGES, None]
        return sorted(found, key=lambda p: (order.index(p.stage), p.id))

    def between(self, inside: Numbers) -> list[Arrow]:
        """The arrows that join two records of a mask, in the order of the table."""
        graph = self.graph
        return arrows_at(self.arrows, np.flatnonzero(inside[graph.starts] & inside[graph.ends]))

    def arrows_among(self, ids: Iterable[str]) -> list[Arrow]:
        """The arrows that join two of the records of these ids, in the order of the table."""
        inside = pc.is_in(self.ids, pa.array(list(ids), pa.string()))
        return self.between(inside.to_numpy(zero_copy_only=False))

    def document(self, arrow: Arrow) -> dict | None:
        """The document behind an arrow: its row, or None."""
        return self.documents.get(arrow.document_id or "")

    @cached_property
    def documents(self) -> dict[str, dict]:
        """The key of a document → its row."""
        table = self.records.tables.get("document")
        return {} if table is None else {row["document_key"]: row for row in table.to_pylist()}


def read_tables(build: Build, as_of: str | None = None) -> dict[str, pa.Table]:
    """The tables of a build that pathways are made of, as Arrow tables; a table without rows is left out."""
    names = dict.fromkeys(["link", *STAGE_OF, *(r.bearer for r in REFERENCES), *_TOLD])
    found = {name: build.table(name, as_of).to_pyarrow() for name in names}
    pointed = {t for side in ("from_type", "to_type") for t in found["link"][side].unique().to_pylist()}
    found |= {name: build.table(name, as_of).to_pyarrow() for name in sorted(pointed - set(found))}
    # A reading without a date stands at no date, but a link may start from it.
    found["contribution"] = _with_linked(build, found)
    return {name: table for name, table in found.items() if table.num_rows}


def _with_linked(build: Build, found: dict[str, pa.Table]) -> pa.Table:
    """The contributions that stand, and besides those that a link starts from though no date or a later reading keeps them from standing."""
    standing, link = found["contribution"], found["link"]
    linked = pc.binary_join_element_wise(link["from_type"], link["from_id"], ":")
    history = build.history("contribution").select(*standing.column_names).to_pyarrow()
    wanted = pc.and_(
        pc.is_in(history["evidence_id"], linked),
        pc.invert(pc.is_in(history["evidence_id"], standing["evidence_id"].combine_chunks())),
    )
    return pa.concat_tables([standing, history.filter(wanted)])


def _numbers(ids: pa.ChunkedArray, known: pa.Array) -> Numbers:
    return pc.index_in(ids, known).to_numpy().astype(np.int32)


def _unknown_record(id: str, known: Iterable[str], several: bool):
    names = list(known)
    if several:
        return unknown(
            "record", id, names, do="Several types have that key; put the type before it, as in asset:O0039."
        )
    alike = [n for n in names if ":" not in id or n.startswith(id.partition(":")[0])][:MOST_COMPARED]
    near = difflib.get_close_matches(id, [*alike, *(n.partition(":")[2] for n in alike)], 5)
    return unknown("record", id, near, do="Name a record as type:key, such as asset:O0039, or a story by its key.")

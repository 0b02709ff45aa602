"""What happened laid over what was intended: for each intended edge the arrows that bear it out, and the arrows nobody intended.

An arrow bears an edge out when it joins a record at the one node to a record at the other. A record may stand at several nodes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from benchside.pathways.arrows import LINK, Arrow, arrows_at, best_grade
from benchside.pathways.logic import IntendedEdge, IntendedNode, Logic, Standing
from benchside.pathways.pathways import Pathways
from benchside.pathways.whole_columns import pc


@dataclass(frozen=True)
class NodeFound:
    """An intended node with the number of records that stand at it."""

    node: IntendedNode
    records: int


@dataclass(frozen=True)
class EdgeFound:
    """An intended edge with the arrows that bear it out. `best`: the strongest grade among them; None without any."""

    edge: IntendedEdge
    arrows: list[Arrow]
    told: int
    best: str | None


@dataclass(frozen=True)
class Laid:
    """The whole. `unintended`: told arrows that bear no edge out, grouped by the types and stages they join, the most first."""

    logic: Logic
    nodes: list[NodeFound]
    edges: list[EdgeFound]
    unintended: list[Arrow]
    unintended_kinds: list[tuple[str, str, int]]


def lay_over(pathways: Pathways, logic: Logic) -> Laid:
    """The arrows of a programme over its intended logic. References of records bear edges out; only told arrows can be unintended."""
    ids = {node.id: _ids(pathways, node.records) for node in logic.nodes}
    starts, ends = (
        {node: _at(pathways.arrows[side], found) for node, found in ids.items()} for side in ("start", "end")
    )
    borne = [starts[e.start] & ends[e.end] for e in logic.edges]
    told = pc.equal(pathways.arrows["basis"], LINK).to_numpy()
    unintended = arrows_at(pathways.arrows, np.flatnonzero(told & ~np.any([np.zeros(len(told), bool), *borne], axis=0)))
    return Laid(
        logic,
        [NodeFound(node, len(ids[node.id])) for node in logic.nodes],
        [_edge(e, arrows_at(pathways.arrows, np.flatnonzero(b))) for e, b in zip(logic.edges, borne, strict=True)],
        unintended,
        _kinds(unintended),
    )


def _at(column: pa.ChunkedArray, ids: pa.Array) -> np.ndarray:
    """A mask of the arrows of which one end is among the ids."""
    return pc.is_in(column, ids).to_numpy()


def _edge(edge: IntendedEdge, arrows: list[Arrow]) -> EdgeFound:
    return EdgeFound(edge, arrows, sum(a.is_told for a in arrows), best_grade(a.grade for a in arrows))


def _kinds(arrows: Iterable[Arrow]) -> list[tuple[str, str, int]]:
    counted = Counter((a.start.partition(":")[0], a.end.partition(":")[0]) for a in arrows)
    return [(*pair, n) for pair, n in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


def _ids(pathways: Pathways, standing: tuple[Standing, ...]) -> pa.Array:
    """The records that stand at a node, each once."""
    tables = pathways.records.tables
    chosen = [_chosen(tables[s.record_type], s)["evidence_id"] for s in standing if s.record_type in tables]
    return pc.unique(pa.chunked_array([chunk for column in chosen for chunk in column.chunks], pa.string()))


def _chosen(table: pa.Table, standing: Standing) -> pa.Table:
    for column, values in standing.where.items():
        if column not in table.column_names:
            return table.slice(0, 0)
        table = table.filter(pc.is_in(table[column].cast(pa.string()), pa.array(values, pa.string())))
    return table

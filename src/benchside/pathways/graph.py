"""A directed graph as arrays of whole numbers: what can be reached from a node, in either direction.

A step takes all nodes of a front at once, so that a million nodes and five million arrows are walked in the time
the memory takes to be read. Nothing here knows records.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

Numbers = np.ndarray


@dataclass(frozen=True)
class Index:
    """For each node the arrows on one side: node `n` has `others[first[n]:first[n + 1]]`, and `arrows` says which ones they are."""

    first: Numbers
    others: Numbers
    arrows: Numbers

    @classmethod
    def of(cls, near: Numbers, far: Numbers, nodes: int) -> "Index":
        """The arrows sorted by their near end; those of one node keep their order."""
        order = np.argsort(near, kind="stable").astype(np.int32)
        first = np.zeros(nodes + 1, np.int64)
        np.cumsum(np.bincount(near, minlength=nodes), out=first[1:])
        return cls(first, far[order], order)

    def places(self, front: Numbers) -> Numbers:
        """Where the arrows of these nodes stand in `others` and `arrows`."""
        begin = self.first[front]
        counts = self.first[front + 1] - begin
        ends = np.cumsum(counts)
        total = int(ends[-1]) if len(ends) else 0
        return np.repeat(begin - (ends - counts), counts) + np.arange(total)


class Graph:
    """`starts[i] → ends[i]` for each arrow, over nodes numbered from 0."""

    def __init__(self, starts: Numbers, ends: Numbers, nodes: int):
        self.starts, self.ends, self.nodes = starts.astype(np.int32), ends.astype(np.int32), nodes

    @cached_property
    def after(self) -> Index:
        """The arrows that leave each node."""
        return Index.of(self.starts, self.ends, self.nodes)

    @cached_property
    def before(self) -> Index:
        """The arrows that come to each node."""
        return Index.of(self.ends, self.starts, self.nodes)

    def reach(self, sources: Numbers) -> Numbers:
        """A mask of everything that follows from the sources. A source is in it only if it follows from another or from itself."""
        return _walk(self.after, sources, self.nodes)

    def behind(self, targets: Numbers) -> Numbers:
        """A mask of everything from which the targets follow."""
        return _walk(self.before, targets, self.nodes)


def _walk(index: Index, sources: Numbers, nodes: int) -> Numbers:
    seen = np.zeros(nodes, bool)
    front = np.unique(np.asarray(sources, np.int64))
    while len(front):
        found = index.others[index.places(front)]
        fresh = np.zeros(nodes, bool) if len(found) > nodes // 64 else None
        found = found[~seen[found]]
        if fresh is None:
            front = np.unique(found).astype(np.int64)
        else:
            fresh[found] = True
            front = np.flatnonzero(fresh)
        seen[front] = True
    return seen

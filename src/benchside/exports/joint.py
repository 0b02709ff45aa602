"""Which organisations work together: the network of joint projects at the build's date, for the formats that draw it.

Two organisations are joined by every project in which both have taken part by then, whatever their role and whether they have
left or not; a project counts once for a pair. Organisations that take part alone are nodes without an edge; those that take part in
nothing are none. Records that are one organisation at that date are one node, which takes part wherever one of them does.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from benchside.exports.base import Given
from benchside.exports.organisations import Organisation, organisations, rows_of, stands_for
from benchside.model.codes import CODES


@dataclass(frozen=True)
class Node:
    """An organisation of the network. `sector`: under which it took part most often; of equals the first of the code list."""

    of: Organisation
    sector: str
    projects: int

    @property
    def key(self) -> str:
        """The key of the record that stands for it."""
        return self.of.key


@dataclass(frozen=True)
class Network:
    """Nodes in the order of their keys; pairs of keys, the smaller first, with the number of their joint projects."""

    nodes: list[Node]
    edges: dict[tuple[str, str], int]

    def partners(self) -> Counter[str]:
        """key → with how many others it shares a project."""
        return Counter(key for pair in self.edges for key in pair)


def joint_projects(given: Given) -> Network:
    """The network of the build."""
    members: dict[str, set[str]] = {}
    sectors: dict[str, Counter[str]] = {}
    stands = stands_for(given)
    for row in rows_of(given, "participation", stands):
        members.setdefault(row["project_id"], set()).add(row["organisation_id"])
        sectors.setdefault(row["organisation_id"], Counter())[row["partner_group"]] += 1
    taken = Counter(key for keys in members.values() for key in keys)
    edges = Counter(pair for keys in members.values() for pair in combinations(sorted(keys), 2))
    known = [o for o in organisations(given, stands) if o.key in taken]
    return Network([Node(o, _sector(sectors[o.key]), taken[o.key]) for o in known], dict(sorted(edges.items())))


def _sector(sectors: Counter[str]) -> str:
    return max(CODES["partner_group"], key=lambda code: sectors[code])

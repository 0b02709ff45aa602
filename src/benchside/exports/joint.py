"""Which organisations work together: the network of joint projects at the build's date, for the formats that draw it.

Two organisations are joined by every project in which both have taken part by then, whatever their role and whether they have
left or not; a project counts once for a pair. Organisations that take part alone are nodes without an edge; those that take part in
nothing are none.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from benchside.exports.base import Given
from benchside.model.codes import CODES


@dataclass(frozen=True)
class Node:
    """An organisation of the network. `sector`: under which it took part most often; of equals the first of the code list."""

    key: str
    name: str
    city: str
    country: str
    ror: str
    sector: str
    projects: int


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
    for row in given.rows("participation"):
        members.setdefault(row["project_id"], set()).add(row["organisation_id"])
        sectors.setdefault(row["organisation_id"], Counter())[row["partner_group"]] += 1
    taken = Counter(key for keys in members.values() for key in keys)
    edges = Counter(pair for keys in members.values() for pair in combinations(sorted(keys), 2))
    rows = sorted(
        (r for r in given.rows("organisation") if r["organisation_id"] in taken), key=lambda r: r["organisation_id"]
    )
    nodes = [_node(row, sectors[row["organisation_id"]], taken[row["organisation_id"]]) for row in rows]
    return Network(nodes, dict(sorted(edges.items())))


def _node(row: dict, sectors: Counter[str], projects: int) -> Node:
    place = {name: row[name] or "" for name in ("city", "country", "ror")}
    sector = max(CODES["partner_group"], key=lambda code: sectors[code])
    return Node(row["organisation_id"], row["name"], sector=sector, projects=projects, **place)

"""The network of a programme in one description: who works with whom, over what time, in which groups, through whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchside.networks import arrivals, graphs
from benchside.networks.brokers import Brokers, brokers
from benchside.networks.communities import Communities, communities
from benchside.networks.matrix import Meeting, sectors
from benchside.networks.participation import WEIGHTS, Joint, Row, joint, teams

NEEDED = {
    "participation": ("project_id", "organisation_id", "partner_group"),
    "project": ("project_id", "start_on", "call_id"),
}
"""The tables whose rows `overview` takes, with the columns that are read."""


@dataclass(frozen=True)
class Repeats:
    """How many pairs of organisations share one project, two, and so on; and the share of pairs with two or more."""

    pairs_by_projects: dict[int, int]
    share: float | None


@dataclass(frozen=True)
class Overview:
    """What is told of a network; `density` is missing below two organisations."""

    organisations: int
    projects: int
    participations: int
    edges: list[Joint]
    weight: str
    density: float | None
    components: int
    largest: int
    brokers: Brokers
    communities: Communities
    repeats: Repeats
    sectors: list[Meeting]
    by_year: list[arrivals.Arrivals]
    by_call: list[arrivals.Arrivals]
    undated_projects: int


def overview(
    participations: Iterable[Row], projects: Iterable[Row], *, weight: str = WEIGHTS[0], resolution: float = 1.0
) -> Overview:
    """Everything at once, from the rows of the two tables. An organisation that never had a partner is in the network, alone.

    Density, components, brokers and repeats do not look at the weight; communities do.
    """
    members = teams(participations, projects)
    edges = joint(members, weight)
    net = graphs.graph({t.organisation for t in members}, ((e.a, e.b) for e in edges))
    parts = graphs.components(net)
    return Overview(
        organisations=len(net),
        projects=len({t.project for t in members}),
        participations=len(members),
        edges=edges,
        weight=weight,
        density=graphs.density(net),
        components=len(parts),
        largest=len(parts[0]) if parts else 0,
        brokers=brokers(net),
        communities=communities(edges, resolution=resolution),
        repeats=repeats(edges),
        sectors=sectors(members),
        by_year=arrivals.by_year(members),
        by_call=arrivals.by_call(members),
        undated_projects=len({t.project for t in members if not t.starts}),
    )


def repeats(edges: Iterable[Joint]) -> Repeats:
    """Projects at the same time count like projects one after the other; `by_year` says who met before."""
    found: dict[int, int] = {}
    for edge in edges:
        found[edge.projects] = found.get(edge.projects, 0) + 1
    pairs = sum(found.values())
    return Repeats(dict(sorted(found.items())), (pairs - found.get(1, 0)) / pairs if pairs else None)

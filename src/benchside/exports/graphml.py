"""The network of joint projects as GraphML, which Gephi, igraph, networkx and yEd read."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

from benchside.exports.base import Export, Given, filled
from benchside.exports.joint import Network, Node, joint_projects
from benchside.exports.xml_text import allowed, save

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
KEYS = {
    "name": "string", "city": "string", "country": "string", "ror": "string", "sector": "string", "projects": "int",
    "other_keys": "string", "other_names": "string", "identifiers": "string",
}  # fmt: skip
"""What is said of a node, and of which type it is. Where there may be several, a vertical bar stands between them."""


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the network, nodes and edges in the order of their keys."""
    network = joint_projects(given)
    save(_document(network, given.title), path)
    return {"organisations": len(network.nodes), "pairs": len(network.edges)}


def _document(network: Network, title: str) -> xml.Element:
    root = xml.Element("graphml", {"xmlns": NAMESPACE})
    for name, kind in KEYS.items():
        xml.SubElement(root, "key", {"id": name, "for": "node", "attr.name": name, "attr.type": kind})
    xml.SubElement(root, "key", {"id": "weight", "for": "edge", "attr.name": "weight", "attr.type": "int"})
    graph = xml.SubElement(root, "graph", {"id": "G", "edgedefault": "undirected"})
    xml.SubElement(graph, "desc").text = allowed(f"Organisations of {title}, joined by the projects they share")
    for node in network.nodes:
        element = xml.SubElement(graph, "node", {"id": allowed(node.key)})
        for name, value in _told(node).items():
            xml.SubElement(element, "data", {"key": name}).text = allowed(str(value))
    for (a, b), weight in network.edges.items():
        element = xml.SubElement(graph, "edge", {"source": allowed(a), "target": allowed(b)})
        xml.SubElement(element, "data", {"key": "weight"}).text = str(weight)
    return root


def _told(node: Node) -> dict[str, Any]:
    """What is known of a node, by the names of `KEYS` and in their order."""
    of = node.of
    return filled({
        "name": of.name, "city": of.city, "country": of.country, "ror": of.ror, "sector": node.sector, "projects": node.projects,
        "other_keys": "|".join(of.others), "other_names": "|".join(of.other_names),
        "identifiers": "|".join(f"{scheme}:{value}" for scheme, value in of.identifiers),
    })  # fmt: skip


EXPORT = Export(
    id="graphml",
    title="Network of joint projects as GraphML",
    standard="GraphML 1.0",
    url="http://graphml.graphdrawing.org/specification.html",
    holds="Organisations that take part, records that are one as one, with names, place, identifiers, sector and number of projects; pairs with their joint projects.",
    loses="Which projects join a pair, roles and dates, provenance.",
    write=write,
    suffix=".graphml",
)

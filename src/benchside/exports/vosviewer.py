"""The network of joint projects as the JSON file that VOSviewer Online opens.

VOSviewer shows a description as HTML, so that names are escaped there. It asks for at least three items.
"""

from html import escape
from pathlib import Path
from typing import Any

from benchside.exports.base import Export, Given, filled, write_json
from benchside.exports.joint import Network, Node, joint_projects
from benchside.model.codes import CODES

SECTORS = {code: number for number, code in enumerate(CODES["partner_group"], 1)}
"""Sector → number of its cluster; the same in every programme, so that colours can be compared."""


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the network, items and links in the order of their keys."""
    network = joint_projects(given)
    title = {
        "title": escape(given.title),
        "description": escape(f"Joint projects as of {given.date}") if given.date else "",
    }
    write_json(path, {"info": filled(title), "network": _network(network)})
    return {"items": len(network.nodes), "links": len(network.edges)}


def _network(network: Network) -> dict[str, Any]:
    ids = {node.key: number for number, node in enumerate(network.nodes, 1)}
    partners = network.partners()
    used = {node.sector for node in network.nodes}
    return {
        "items": [_item(node, ids[node.key], partners[node.key]) for node in network.nodes],
        "links": [{"source_id": ids[a], "target_id": ids[b], "strength": n} for (a, b), n in network.edges.items()],
        "clusters": [{"cluster": n, "label": code.replace("_", " ")} for code, n in SECTORS.items() if code in used],
    }


def _item(node: Node, number: int, partners: int) -> dict[str, Any]:
    of = node.of
    also = f"also {', '.join(of.others)}" if of.others else ""
    told = " · ".join(escape(text) for text in (of.key, of.city, of.country, also) if text)
    return filled({
        "id": number, "label": of.name, "description": told, "url": f"https://ror.org/{of.ror}" if of.ror else "",
        "cluster": SECTORS[node.sector], "weights": {"Projects": node.projects, "Partners": partners},
    })  # fmt: skip


EXPORT = Export(
    id="vosviewer",
    title="Network of joint projects for VOSviewer Online",
    standard="VOSviewer JSON",
    url="https://app.vosviewer.com/docs/file-types/json-file-type/",
    holds="Organisations that take part, records that are one as one, their sector as cluster, number of projects and of partners; pairs with their joint projects.",
    loses="Which projects join a pair, roles and dates, provenance.",
    write=write,
    suffix=".json",
)

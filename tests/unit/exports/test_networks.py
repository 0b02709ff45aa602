"""The network of joint projects: read by another program, and worked out by hand.

Alpha has univ-a, firm-b and clinic-c; beta univ-a and firm-b; gamma lone-d alone. So univ-a and firm-b share two projects,
each shares one with clinic-c, and lone-d is a node without an edge.
"""

import json
from xml.etree import ElementTree as xml

import pytest

from benchside.exports import graphml, vosviewer
from benchside.exports.xml_text import allowed
from tests.unit.exports.world import export

WEIGHTS = {("clinic-c", "firm-b"): 1, ("clinic-c", "univ-a"): 1, ("firm-b", "univ-a"): 2}


def test_graphml_is_read_by_networkx(desk, tmp_path):
    networkx = pytest.importorskip("networkx", reason="networkx reads GraphML independently")
    assert export(graphml.EXPORT, desk, tmp_path / "net.graphml") == {"organisations": 4, "pairs": 3}
    net = networkx.read_graphml(tmp_path / "net.graphml")
    assert {tuple(sorted(pair)): weight for *pair, weight in net.edges(data="weight")} == WEIGHTS
    assert net.nodes["univ-a"] == {
        "name": "+University A", "city": "Leiden", "country": "NL", "ror": "027bh9e22", "sector": "academic", "projects": 2,
    }  # fmt: skip
    assert net.nodes["lone-d"] == {"name": "Lone D", "sector": "other", "projects": 1}
    assert not net.is_directed()


def test_graphml_keeps_to_the_standard_where_nothing_reads_it(any_desk, tmp_path):
    export(graphml.EXPORT, any_desk, tmp_path / "net.graphml")
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.parse(tmp_path / "net.graphml").getroot()
    keys = {key.get("id"): key.get("for") for key in root.findall(f"{space}key")}
    graph = root.find(f"{space}graph")
    assert graph is not None
    nodes = [node.get("id") for node in graph.findall(f"{space}node")]
    assert nodes == sorted(set(nodes))
    for kind in ("node", "edge"):
        for data in graph.findall(f"{space}{kind}/{space}data"):
            assert keys[data.get("key")] == kind
    for edge in graph.findall(f"{space}edge"):
        assert {edge.get("source"), edge.get("target")} <= set(nodes)


def test_vosviewer_has_ids_clusters_and_links_that_hold_together(any_desk, tmp_path):
    export(vosviewer.EXPORT, any_desk, tmp_path / "net.json")
    network = json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))["network"]
    ids = [item["id"] for item in network["items"]]
    assert ids == list(range(1, len(ids) + 1))
    clusters = {c["cluster"] for c in network["clusters"]}
    assert {item["cluster"] for item in network["items"]} == clusters
    for link in network["links"]:
        assert {link["source_id"], link["target_id"]} <= set(ids)
        assert link["source_id"] < link["target_id"]


def test_vosviewer_gives_the_network(desk, tmp_path):
    export(vosviewer.EXPORT, desk, tmp_path / "net.json")
    found = json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))
    items = {item["id"]: item for item in found["network"]["items"]}
    key = {number: item["description"].split(" · ")[0] for number, item in items.items()}
    links = {(key[link["source_id"]], key[link["target_id"]]): link["strength"] for link in found["network"]["links"]}
    assert links == WEIGHTS
    by_key = {key[number]: item for number, item in items.items()}
    assert by_key["univ-a"]["weights"] == {"Projects": 2, "Partners": 2}
    assert by_key["lone-d"]["weights"] == {"Projects": 1, "Partners": 0}
    # What VOSviewer shows as HTML is escaped, what it draws as text is not.
    assert found["info"]["title"] == "Partnership One &amp; Co."
    assert by_key["firm-b"]["label"] == "Firm & Sons <B>"


def test_letters_that_xml_forbids_are_replaced():
    assert allowed("a\x07b\ud800c\td") == "a\ufffdb\ufffdc\td"

"""The network of joint projects: read by another program, and worked out by hand.

Alpha has univ-a, firm-b and clinic-c; beta univ-a and firm-b; gamma lone-d alone. So univ-a and firm-b share two projects,
each shares one with clinic-c, and lone-d is a node without an edge.
"""

import json
from xml.etree import ElementTree as xml

import pytest

from benchside.exports import cerif, graphml, skg_if, vosviewer
from benchside.exports.base import Given
from benchside.exports.organisations import organisations
from benchside.exports.xml_text import allowed
from tests.unit.exports.world import WORLD, export, world

CERIF = "{https://www.openaire.eu/cerif-profile/1.2/}"

WEIGHTS = {("clinic-c", "firm-b"): 1, ("clinic-c", "univ-a"): 1, ("firm-b", "univ-a"): 2}


def test_graphml_is_read_by_networkx(desk, tmp_path):
    networkx = pytest.importorskip("networkx", reason="networkx reads GraphML independently")
    assert export(graphml.EXPORT, desk, tmp_path / "net.graphml") == {"organisations": 4, "pairs": 3}
    net = networkx.read_graphml(tmp_path / "net.graphml")
    assert {tuple(sorted(pair)): weight for *pair, weight in net.edges(data="weight")} == WEIGHTS
    assert net.nodes["univ-a"] == {
        "name": "+University A", "city": "Leiden", "country": "NL", "ror": "027bh9e22", "sector": "academic", "projects": 2,
        "identifiers": "ror:027bh9e22",
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


ONE = WORLD.replace(
    "lone-d          | Lone D          |        |         |",
    "lone-d          | Univ. A, Dept.  | Leiden | NL      | 027bh9e22",
)
"""The drawn programme where lone-d bears the ROR id of univ-a, so that they are one: the one with the smaller key stands for both."""


def test_records_that_are_one_organisation_are_one_everywhere(tmp_path):
    with (found := world(tmp_path / "one", ONE)).build:
        assert export(graphml.EXPORT, found, tmp_path / "net.graphml") == {"organisations": 3, "pairs": 3}
        export(vosviewer.EXPORT, found, tmp_path / "net.json")
        assert export(cerif.EXPORT, found, tmp_path / "cris.xml")["OrgUnit"] == 3
        assert export(skg_if.EXPORT, found, tmp_path / "skg.jsonld")["organisations"] == 3
    both = next(
        o for o in json.loads((tmp_path / "net.json").read_text(encoding="utf-8"))["network"]["items"] if o.get("url")
    )
    # Alpha and beta as univ-a, gamma as lone-d: three projects, and still two partners.
    assert both["weights"] == {"Projects": 3, "Partners": 2}
    assert both["description"] == "lone-d · Leiden · NL · also univ-a"
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {
        n.get("id"): {d.get("key"): d.text for d in n} for n in xml.parse(tmp_path / "net.graphml").iter(f"{space}node")
    }
    assert (nodes["lone-d"]["other_keys"], nodes["lone-d"]["other_names"]) == ("univ-a", "+University A")
    units = {o.get("id"): o for o in xml.parse(tmp_path / "cris.xml").iter(f"{CERIF}OrgUnit") if len(o)}
    told = units["OrgUnits/lone-d"]
    assert [e.text for e in told] == ["Univ. A, Dept.", "+University A", "https://ror.org/027bh9e22", "univ-a"]
    coordinators = {e[0].get("id") for e in xml.parse(tmp_path / "cris.xml").iter(f"{CERIF}Coordinator")}
    assert coordinators == {"OrgUnits/lone-d"}  # of all three projects
    graph = json.loads((tmp_path / "skg.jsonld").read_text(encoding="utf-8"))["@graph"]
    one = next(e for e in graph if e["local_identifier"] == "urn:benchside:organisation:lone-d")
    assert (one["name"], one["other_names"]) == ("Univ. A, Dept.", ["+University A"])
    assert "univ-a" not in json.dumps([e for e in graph if e["entity_type"] != "organisation"])


def test_identifiers_of_all_records_are_kept(tmp_path):
    """Firm B and Clinic C are one by judgement of a source; each has its own ROR id."""
    text = (
        WORLD.replace("DE      |\n", "DE      | 05dxps055\n").replace("CH      |\n", "CH      | 03gd1bh37\n")
        + """
organisation_cluster
organisation_cluster_id | organisation_id | cluster_id | basis     | reason
firm-b:1                | firm-b          | clinic-c   | judgement | made
"""
    )
    with (found := world(tmp_path / "judged", text)).build:
        (one,) = [o for o in organisations(Given(found, {})) if o.others]
        export(cerif.EXPORT, found, tmp_path / "cris.xml")
    assert (one.key, one.others, one.ror, one.other_rors) == ("clinic-c", ("firm-b",), "03gd1bh37", ("05dxps055",))
    alternatives = [e.text for e in xml.parse(tmp_path / "cris.xml").iter(f"{CERIF}AlternativeRORID")]
    assert alternatives == ["https://ror.org/05dxps055"]

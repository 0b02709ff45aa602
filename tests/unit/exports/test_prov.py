"""The lineage of figures: every term is one of PROV-O used between the classes it is for, and each figure leads down to its documents."""

import json

import pytest

from benchside.errors import UsageError
from benchside.exports import prov
from tests.unit.exports.world import HIDDEN, WORLD, export, world

# rdflib 7 warns of its own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

RANGES = {
    "wasGeneratedBy": ("Entity", "Activity"), "used": ("Activity", "Entity"), "wasAssociatedWith": ("Activity", "Agent"),
    "qualifiedAssociation": ("Activity", "Association"), "agent": ("Association", "Agent"), "hadPlan": ("Association", "Plan"),
    "wasDerivedFrom": ("Entity", "Entity"), "hadPrimarySource": ("Entity", "Entity"), "wasAttributedTo": ("Entity", "Agent"),
}  # fmt: skip
"""Property → its domain and range, listed by hand from the recommendation."""
ABOVE = {"SoftwareAgent": "Agent", "Plan": "Entity"}


def read(path):
    rdflib = pytest.importorskip("rdflib", reason="rdflib reads JSON-LD independently")
    return rdflib, rdflib.Graph().parse(path, format="json-ld")


def test_terms_join_the_classes_they_are_for(desk, tmp_path):
    export(prov.EXPORT, desk, tmp_path / "prov.jsonld", figures=("projects", "public_funding"))
    rdflib, graph = read(tmp_path / "prov.jsonld")
    space = str(rdflib.PROV)

    def classes(node):
        own = {str(c).removeprefix(space) for c in graph.objects(node, rdflib.RDF.type)}
        return own | {ABOVE[c] for c in own if c in ABOVE}

    seen = set()
    for s, p, o in graph:
        term = str(p).removeprefix(space)
        if str(p).startswith(space) and term != "value":
            domain, range_ = RANGES[term]
            assert domain in classes(s), (s, p)
            assert range_ in classes(o), (p, o)
            seen.add(term)
    assert seen == set(RANGES)


def test_a_figure_leads_down_to_its_document(desk, tmp_path):
    """18 170 217.50 and 9.00 are what the EU pays: c1 and c3; only c1 names a document."""
    counts = export(prov.EXPORT, desk, tmp_path / "prov.jsonld", figures=("public_funding",))
    assert counts == {"figures": 1, "records": 2, "records masked": 0}
    rdflib, graph = read(tmp_path / "prov.jsonld")
    figure = rdflib.URIRef("urn:benchside:figure:public_funding:all:2020-12-31")
    assert float(graph.value(figure, rdflib.PROV.value)) == 18170226.50
    activity = graph.value(figure, rdflib.PROV.wasGeneratedBy)
    records = {str(r) for r in graph.objects(activity, rdflib.PROV.used)}
    assert records == {"urn:benchside:record:contribution%3Ac1", "urn:benchside:record:contribution%3Ac3"}
    documents = list(
        graph.query(
            "SELECT ?t { ?r prov:hadPrimarySource ?d . ?d dct:title ?t }",
            initNs={"prov": rdflib.PROV, "dct": rdflib.DCTERMS},
        )
    )
    assert [str(t) for (t,) in documents] == ["Annual sheet"]


def test_records_that_may_not_be_listed_are_counted(tmp_path):
    """RP1 is confidential: it counts among the procedures and is not named."""
    desk = world(tmp_path / "a", WORLD + HIDDEN)
    with desk.build:
        counts = export(prov.EXPORT, desk, tmp_path / "prov.jsonld", figures=("regulatory_procedures",))
    assert counts["records masked"] == 1
    text = (tmp_path / "prov.jsonld").read_text(encoding="utf-8")
    assert "RP1" not in text
    assert "RP2" in text


def test_a_programme_without_figures_gives_an_empty_lineage(nothing, tmp_path):
    assert export(prov.EXPORT, nothing, tmp_path / "prov.jsonld", figures=("public_funding",))["figures"] == 0
    assert json.loads((tmp_path / "prov.jsonld").read_text(encoding="utf-8"))["@graph"]


def test_a_figure_that_is_not_known_is_refused(nothing, tmp_path):
    with pytest.raises(UsageError, match="Unknown indicator 'projetcs'"):
        export(prov.EXPORT, nothing, tmp_path / "prov.jsonld", figures=("projetcs",))
    assert not list(tmp_path.iterdir())

"""Descriptions of the data set: DCAT by the shapes of DCAT-AP, schema.org by what its page on data sets asks for."""

import json
from pathlib import Path

import pytest

from benchside.exports import dcat, schema_org
from benchside.exports.origins import licence_of
from tests.unit.exports.world import export

# rdflib 7 warns of its own reader of JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SHAPES = Path(__file__).parent / "schemas" / "dcat-ap-2.1.1.ttl"
ALLOWED = {
    "Dataset": "identifier name description publisher dateModified version temporalCoverage keywords variableMeasured distribution isBasedOn",
    "Organization": "name url email",
    "DataDownload": "name encodingFormat contentUrl",
    "CreativeWork": "name creator url version license",
}
"""Type → those of its properties in schema.org that the export uses, listed by hand from schema.org."""


def test_dcat_conforms_to_the_shapes_of_dcat_ap(any_desk, tmp_path):
    rdflib = pytest.importorskip("rdflib", reason="rdflib reads JSON-LD independently")
    pyshacl = pytest.importorskip("pyshacl", reason="pyshacl holds the graph against the shapes")
    export(dcat.EXPORT, any_desk, tmp_path / "catalogue.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "catalogue.jsonld", format="json-ld")
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    conforms, _, told = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, told
    data_sets = list(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))
    assert len(data_sets) == 1
    assert list(graph.objects(data_sets[0], rdflib.DCAT.distribution))


def test_dcat_says_who_when_and_where(desk, tmp_path):
    rdflib = pytest.importorskip("rdflib", reason="rdflib reads JSON-LD independently")
    export(dcat.EXPORT, desk, tmp_path / "catalogue.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "catalogue.jsonld", format="json-ld")
    me = next(graph.subjects(rdflib.RDF.type, rdflib.DCAT.Dataset))
    assert str(graph.value(me, rdflib.DCTERMS.title)) == "Partnership One & Co."
    assert str(graph.value(me, rdflib.DCTERMS.modified)) == "2020-12-31"
    period = graph.value(me, rdflib.DCTERMS.temporal)
    # The first project began on 1 March 2010, the only end known is February 2015.
    assert str(graph.value(period, rdflib.DCAT.startDate)) == "2010-03-01"
    assert str(graph.value(period, rdflib.DCAT.endDate)) == "2015-02-28"


def test_schema_org_uses_the_properties_of_its_types(any_desk, tmp_path):
    export(schema_org.EXPORT, any_desk, tmp_path / "dataset.jsonld")
    found = json.loads((tmp_path / "dataset.jsonld").read_text(encoding="utf-8"))
    assert found.pop("@context") == "https://schema.org"
    assert found["name"]
    # Search engines for data sets ask for a description of 50 to 5 000 letters.
    assert 50 <= len(found["description"]) <= 5000
    waiting = [found]
    while waiting:
        thing = waiting.pop()
        properties = {key for key in thing if not key.startswith("@")}
        assert properties <= set(ALLOWED[thing["@type"]].split()), thing["@type"]
        for value in thing.values():
            waiting += [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, dict)]


def test_schema_org_gives_an_open_period_where_an_end_is_missing(desk, nothing, tmp_path):
    export(schema_org.EXPORT, desk, tmp_path / "one.jsonld")
    export(schema_org.EXPORT, nothing, tmp_path / "none.jsonld")
    one, none = (json.loads((tmp_path / f"{n}.jsonld").read_text(encoding="utf-8")) for n in ("one", "none"))
    assert one["temporalCoverage"] == "2010-03-01/2015-02-28"
    assert "temporalCoverage" not in none


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("CC BY 4.0", "CC-BY-4.0"), ("CC0 1.0 public domain dedication", "CC0-1.0"), ("Open Government Licence v3.0", "OGL-UK-3.0"),
        ("CC BY-NC 4.0", ""), ("as the programme states", ""), ("CC0 or CC BY 4.0", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_licence_is_named_only_where_its_words_name_one(words, name):
    assert licence_of(words)[0] == name

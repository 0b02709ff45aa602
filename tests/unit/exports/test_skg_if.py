"""SKG-IF: every entity by the schemas of the framework's own API, pointers and what the documentation asks for by hand, and read back.

The schemas stand in the API's OpenAPI 3.1 description, whose schemas are JSON Schema 2020-12. They allow properties that they do not know, so that
the names of properties are held against the documentation as well.
"""

import json
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
import yaml

from benchside.exports import skg_if
from tests.unit.exports.world import export

MANDATORY = ("local_identifier", "entity_type")
KNOWN = {
    "organisation": "identifiers name short_name other_names website country types",
    "grant": "grant_number identifiers titles abstracts acronym funding_agency funding_stream currency funded_amount keywords duration website "
    "beneficiaries contributions",
    "venue": "identifiers name acronym type series access_rights creation_date contributions",
    "product": "identifiers titles abstracts product_type topics contributions manifestations relevant_organisations funding related_products",
}
"""Entity type → its properties, from the documentation of the framework."""
SCHEMES = {"doi", "pmid", "openalex", "issn", "ror"}
POINTERS = {"beneficiaries": "organisation", "relevant_organisations": "organisation", "funding": "grant"}


SCHEMAS = Path(__file__).parent / "schemas" / "skg-if-openapi.yaml"
TITLES = {"organisation": "Organisation", "grant": "Grant", "venue": "Venue", "product": "Product"}
"""Entity type → its schema."""


@pytest.fixture(scope="module")
def validators():
    """Entity type → validator of its schema."""
    schemas = yaml.safe_load(SCHEMAS.read_text(encoding="utf-8"))["components"]["schemas"]
    make = jsonschema.Draft202012Validator
    return {
        kind: make(
            {"$ref": f"#/components/schemas/{title}", "components": {"schemas": schemas}},
            format_checker=make.FORMAT_CHECKER,
        )
        for kind, title in TITLES.items()
    }


def graph(desk, path):
    export(skg_if.EXPORT, desk, path)
    return json.loads(path.read_text(encoding="utf-8"))


def test_entities_have_the_properties_of_the_framework(any_desk, tmp_path):
    found = graph(any_desk, tmp_path / "skg.jsonld")
    assert found["@context"][0] == "https://w3id.org/skg-if/context/skg-if.json"
    assert found["@context"][1] == {"@base": "https://w3id.org/skg-if/sandbox/benchside/"}
    ids = [entity["local_identifier"] for entity in found["@graph"]]
    assert len(set(ids)) == len(ids)
    for entity in found["@graph"]:
        assert all(entity[name] for name in MANDATORY)
        assert set(entity) - set(MANDATORY) <= set(KNOWN[entity["entity_type"]].split())
        assert {i["scheme"] for i in entity.get("identifiers", [])} <= SCHEMES


def test_every_entity_is_valid_by_the_schemas_of_the_framework(desk, tmp_path, validators):
    found = graph(desk, tmp_path / "skg.jsonld")["@graph"]
    assert {entity["entity_type"] for entity in found} == set(TITLES)
    for entity in found:
        faults = validators[entity["entity_type"]].iter_errors(entity)
        # The data model's shapes ask for a float there, the API for whole euro; cents are not given up for it.
        told = [e.json_path + ": " + e.message for e in faults if e.json_path != "$.funded_amount"]
        assert told == [], entity["local_identifier"]
    # They do refuse what is wrong: a country in words, a type that is none, an entity without its type.
    assert not validators["organisation"].is_valid(
        {"local_identifier": "o", "entity_type": "organisation", "country": "Belgium"}
    )
    assert not validators["organisation"].is_valid(
        {"local_identifier": "o", "entity_type": "organisation", "types": ["guild"]}
    )
    assert not validators["grant"].is_valid({"local_identifier": "g"})


def test_pointers_lead_to_entities_of_their_type(desk, tmp_path):
    entities = {e["local_identifier"]: e for e in graph(desk, tmp_path / "skg.jsonld")["@graph"]}
    followed = 0
    for entity in entities.values():
        for name, kind in POINTERS.items():
            for key in entity.get(name, []):
                assert entities[key]["entity_type"] == kind
                followed += 1
        for shown in entity.get("manifestations", []):
            venue = shown.get("biblio", {}).get("in")
            assert venue is None or entities[venue]["entity_type"] == "venue"
    # Members: 3 + 2 + 1; projects of works: 3; organisations of W1: 2.
    assert followed == 11


def test_a_project_is_a_grant_with_its_public_funding(desk, tmp_path):
    entities = {e["local_identifier"]: e for e in graph(desk, tmp_path / "skg.jsonld")["@graph"]}
    alpha, gamma = entities["urn:benchside:project:alpha"], entities["urn:benchside:project:gamma"]
    # c1 is the European Union's; c2 is in kind and no grant.
    assert (alpha["funded_amount"], alpha["currency"]) == (18170217.50, "EUR")
    assert isinstance(entities["urn:benchside:project:beta"]["funded_amount"], float)
    assert "funded_amount" not in gamma
    assert "currency" not in gamma
    leaders = [c["by"] for c in alpha["contributions"] if "project leader" in c["role"]]
    assert leaders == ["urn:benchside:organisation:univ-a"]
    assert [datetime.fromisoformat(day) for day in alpha["duration"].values()] == [
        datetime(2010, 3, 1), datetime(2015, 2, 28, 23, 59, 59),
    ]  # fmt: skip


def test_works_are_read_back(desk, tmp_path):
    entities = [e for e in graph(desk, tmp_path / "skg.jsonld")["@graph"] if e["entity_type"] == "product"]
    read = [
        {
            "work_id": e["local_identifier"].rpartition(":")[2], "title": e["titles"]["none"][0],
            **{column: next((i["value"] for i in e.get("identifiers", []) if i["scheme"] == scheme), None)
               for column, scheme in (("doi", "doi"), ("pmid", "pmid"), ("openalex_id", "openalex"))},
            "published_on": next(
                (datetime.fromisoformat(m["dates"]["publication"]).date() for m in e["manifestations"] if "dates" in m), None
            ),
        }
        for e in entities
    ]  # fmt: skip
    table = desk.build.history("work").order_by("work_id")
    assert read == desk.build.fetch(table.select(*read[0]))

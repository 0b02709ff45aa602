"""CERIF-XML: each entity by the schema of the OpenAIRE profile, the answer around it by hand, and the content read back."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest

from benchside.exports import cerif
from benchside.exports.cerif import LONGEST_ID, _id
from tests.unit.exports.world import export

SCHEMA = Path(__file__).parent / "schemas" / "openaire-cerif-1.2.zip"
OAI, CERIF = "{http://www.openarchives.org/OAI/2.0/}", "{https://www.openaire.eu/cerif-profile/1.2/}"
XML_XSD = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">'
    '<xs:attribute name="lang" type="xs:language"/></xs:schema>'
)
"""All that the profile takes from the schema of the `xml:` attributes, which it would fetch."""


def profile(folder: Path):
    """The profile's schema, compiled."""
    etree = pytest.importorskip("lxml.etree", reason="lxml holds the entities against the schema")

    class Offline(etree.Resolver):
        def resolve(self, system_url, public_id, context):
            return self.resolve_string(XML_XSD, context) if system_url.endswith("/xml.xsd") else None

    with zipfile.ZipFile(SCHEMA) as archive:
        archive.extractall(folder)
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Offline())
    return etree, etree.XMLSchema(etree.parse(folder / "openaire-cerif-1.2" / "openaire-cerif-profile.xsd", parser))


def test_every_entity_is_valid_by_the_profile(desk, tmp_path):
    etree, schema = profile(tmp_path / "schema")
    counts = export(cerif.EXPORT, desk, tmp_path / "cris.xml")
    assert counts == {"OrgUnit": 4, "Project": 3, "Funding": 1, "Publication": 4, "Product": 0}
    checked = 0
    for metadata in etree.parse(tmp_path / "cris.xml").iter(f"{OAI}metadata"):
        assert schema.validate(etree.ElementTree(metadata[0])), str(schema.error_log)
        checked += 1
    assert checked == 12
    # The schema does refuse what is wrong: a project without its place in the order of elements.
    wrong = etree.fromstring(f'<Project xmlns="{CERIF[1:-1]}" id="P"><Title>T</Title><Acronym>A</Acronym></Project>')
    assert not schema.validate(etree.ElementTree(wrong))


def test_the_answer_is_one_of_the_protocol(desk, nothing, tmp_path):
    export(cerif.EXPORT, desk, tmp_path / "cris.xml")
    root = xml.parse(tmp_path / "cris.xml").getroot()
    assert [child.tag for child in root] == [f"{OAI}responseDate", f"{OAI}request", f"{OAI}ListRecords"]
    assert root.findtext(f"{OAI}responseDate") == "2020-12-31T00:00:00Z"
    names = [header.findtext(f"{OAI}identifier") for header in root.iter(f"{OAI}header")]
    assert len(set(names)) == len(names) == 12
    export(cerif.EXPORT, nothing, tmp_path / "none.xml")
    root = xml.parse(tmp_path / "none.xml").getroot()
    assert [child.tag for child in root] == [f"{OAI}responseDate", f"{OAI}request", f"{OAI}error"]
    assert root[2].get("code") == "noRecordsMatch"


def test_projects_are_read_back(desk, tmp_path):
    export(cerif.EXPORT, desk, tmp_path / "cris.xml")
    root = xml.parse(tmp_path / "cris.xml").getroot()
    project = next(p for p in root.iter(f"{CERIF}Project") if p.get("id") == "Projects/alpha" and len(p))
    told = {
        tag: project.findtext(f"{CERIF}{tag}") for tag in ("Acronym", "Title", "Identifier", "StartDate", "EndDate")
    }
    assert told == {
        "Acronym": "ALPHA", "Title": "=cmd|'/C calc'!A0", "Identifier": "115001", "StartDate": "2010-03-01", "EndDate": "2015-02-28",
    }  # fmt: skip
    consortium = [
        (role.tag.removeprefix(CERIF), role[0].get("id")) for role in project.find(f"{CERIF}Consortium") or ()
    ]
    assert consortium == [
        ("Coordinator", "OrgUnits/univ-a"),
        ("Partner", "OrgUnits/clinic-c"),
        ("Partner", "OrgUnits/firm-b"),
    ]


def test_works_are_read_back(desk, tmp_path):
    export(cerif.EXPORT, desk, tmp_path / "cris.xml")
    root = xml.parse(tmp_path / "cris.xml").getroot()
    works = {w[0].get("id"): w[0] for w in root.iter(f"{OAI}metadata") if w[0].tag == f"{CERIF}Publication"}
    first = works["Publications/W1"]
    assert first.findtext(f"{CERIF}DOI") == "10.1000/182"
    assert first.findtext(f"{CERIF}PublicationDate") == "2014"
    assert first.findtext(f"{CERIF}PublishedIn/{CERIF}Publication/{CERIF}ISSN") == "0028-0836"
    assert [p.get("id") for p in first.iter(f"{CERIF}Project")] == ["Projects/alpha", "Projects/beta"]
    assert [w.findtext(f"{CERIF}PublicationDate") for w in works.values()] == ["2014", "2015-06", "2016-02", None]


def test_long_ids_stay_apart():
    one, other = _id("Projects/" + "x" * 200 + "1"), _id("Projects/" + "x" * 200 + "2")
    assert len(one) == len(other) == LONGEST_ID
    assert one != other
    assert _id("Projects/a") == "Projects/a"

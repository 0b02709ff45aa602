"""Pages of the interface of Gateway to Research: made records in the documented shape."""

import json

import pytest

from benchside.errors import InputError
from benchside.sources.gtr import pages as gtr_pages
from benchside.sources.gtr.gtr import SOURCE

ADDRESS = "https://gtr.ukri.org/gtr/api"
OCTOBER_2013 = 1_380_585_600_000
"""1 October 2013, nought o'clock: day 15 979 after 1 January 1970, of 86 400 000 milliseconds each."""


def link(rel, path):
    return {"href": f"{ADDRESS}/{path}", "rel": rel}


def of_project(project):
    return {"link": [link("PROJECT", f"projects/{project}")]}


def page(**records):
    return {"links": [], "ext": None, "page": 1, "size": 20, "totalPages": 1, "totalSize": 1, **records}


PAGES = {
    "projects": page(project=[{
        "id": "P1", "href": f"{ADDRESS}/projects/P1", "title": "A grant", "status": "Active", "grantCategory": "Research Grant", "leadFunder": "MRC",
        "abstractText": "Long", "start": OCTOBER_2013, "end": None, "created": OCTOBER_2013,
        "identifiers": {"identifier": [{"value": "MR/K1/1", "type": "RCUK"}]},
        "healthCategories": {"healthCategory": [{"id": "x", "text": "Infection", "percentage": 100}]}, "researchSubjects": {"researchSubject": []},
        "links": {"link": [link("PI_PER", "persons/X1"), link("LEAD_ORG", "organisations/O1"), link("FUND", "funds/F1")]},
    }]),
    "funds": page(fund=[{
        "id": "F1", "start": OCTOBER_2013, "end": None, "category": "INCOME_ACTUAL", "valuePounds": {"currencyCode": "GBP", "amount": 1234},
        "links": {"link": [link("FUNDED", "projects/P1"), link("FUNDER", "organisations/O2")]},
    }]),
    "organisations": page(organisation=[{
        "id": "O1", "name": "University of X", "addresses": {"address": [{"postCode": "AB1 2CD", "country": "United Kingdom"}]}, "links": {"link": []},
    }]),
    "persons": page(person=[{"id": "X1", "firstName": "First", "surname": "Surname"}]),
    "spinouts": page(spinOut=[{
        "id": "u1", "outcomeid": "5a.1", "companyName": "Newco", "yearEstablished": 2014, "website": "http://x", "description": "Text", "links": of_project("P1"),
    }]),
    "furtherfundings": page(futherfunding=[{
        "id": "u2", "outcomeid": "5a.2", "amount": {"currencyCode": "EUR", "amount": 5000}, "organisation": "European Commission",
        "sector": "Public", "country": "European Union (EU)", "start": OCTOBER_2013, "end": None, "links": of_project("P1"),
    }]),
    "products": page(product=[{
        "id": "u3", "outcomeid": "5a.3", "title": "A test", "type": "Diagnostic Tool - Imaging", "stage": "Market authorisation",
        "status": "Closed", "yearDevelopmentCompleted": 2015, "clinicalTrial": False, "links": of_project("P1"),
    }]),
    "artistic": page(artisticAndCreativeProduct=[{
        "id": "u4", "outcomeid": "5a.4", "title": "A song", "type": "Composition/Score", "yearFirstProvided": 2016, "links": of_project("P1"),
    }]),
    "publications": page(publication=[{
        "id": "u5", "outcomeid": "5a.5", "title": "Of mice", "type": "Journal Article/Review", "journalTitle": "PloS one", "author": "Surname F",
        "datePublished": OCTOBER_2013, "doi": "https://doi.org/10.1000/182", "pubMedId": "23193287", "issn": "1932-6203", "links": of_project("P1"),
    }]),
    "collaborations": page(collaboration=[
        {"id": "u6", "outcomeid": "5a.6", "parentOrganisation": "Firm", "sector": "Private", "country": "Japan", "start": OCTOBER_2013, "links": of_project("P1")},
        {"id": "u7", "outcomeid": "5a.7", "parentOrganisation": "Firm", "sector": "Private", "colour": "red"},
    ]),
}  # fmt: skip


def read(tmp_path, pages):
    files = {}
    for name, content in pages.items():
        path = tmp_path / f"{name}.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        files[path.name] = path
    return SOURCE.read(files, {"as_of": "2018-04-06"})


def records(extract, name):
    (piece,) = extract.tables[name]
    return [dict(zip(piece.columns, row, strict=True)) for row in piece.rows]


def test_pages_give_the_same_records_as_tables(tmp_path):
    extract = read(tmp_path, PAGES)
    (project,) = records(extract, "project")
    assert (project["project_id"], project["acronym"], project["start_on"], project["programme_id"]) == (
        "P1",
        "MR/K1/1",
        "2013-10-01",
        "MRC",
    )
    (money,) = records(extract, "contribution")
    assert (money["amount"], money["currency"], money["payer"]) == ("1234", "GBP", "national")
    assert [(a["area_id"], a["weight"]) for a in records(extract, "project_area")] == [("infection", "1")]
    # The project's row names its organisation by id alone; the page of organisations knows its name.
    (organisation,) = [o for o in records(extract, "organisation") if o["organisation_id"] == "gtr-O1"]
    assert (organisation["name"], organisation["country"]) == ("University of X", "GB")
    kinds = sorted(o["kind"] for o in records(extract, "outcome"))
    assert kinds == ["artistic", "collaboration", "further_funding", "product", "spin_out"]
    assert {t["project_id"] for t in records(extract, "project_outcome")} == {"P1"}
    (funding,) = records(extract, "further_funding")
    assert (funding["amount"], funding["currency"], funding["start_on"]) == ("5000", "EUR", "2013-10-01")
    (work,) = records(extract, "work")
    assert (work["doi"], work["pmid"], work["published_on"]) == ("10.1000/182", "23193287", "2013-10-01")
    assert [s["stage"] for s in records(extract, "stage_event")] == ["qualified"]


def test_no_name_of_a_person_is_taken_and_pages_of_persons_are_passed_by(tmp_path):
    extract = read(tmp_path, PAGES)
    assert "Surname" not in str(extract.tables)
    assert any(d.record == "persons.json" and d.kept == "passed by" for d in extract.decisions)


def test_a_record_without_project_is_refused_and_an_unknown_field_told(tmp_path):
    extract = read(tmp_path, {"projects": PAGES["projects"], "collaborations": PAGES["collaborations"]})
    said = {d.record: d.kept for d in extract.decisions if d.table == "(file)"}
    assert said["collaborations.json"] == "1 accepted, 1 refused"
    assert any(r.column == "colour" and "not known" in r.rule for r in extract.refusals)
    assert any(r.column == "project_id" for r in extract.refusals)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"links": []', "cannot be read as JSON"),
        ("[1, 2]", "holds no object"),
        ('{"colour": ["red"]}', "is no page of Gateway to Research"),
        ("[" * 200_000, "cannot be read as JSON"),
    ],
)
def test_what_is_no_page_is_told(tmp_path, content, says):
    with pytest.raises(InputError, match=says):
        read(tmp_path, {"page": content})


def test_a_page_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(gtr_pages, "MOST_BYTES", 10)
    with pytest.raises(InputError, match="expected at most 10 of a page"):
        read(tmp_path, {"page": PAGES["projects"]})

"""The programme's data set as a catalogue record in DCAT, with the properties that DCAT-AP asks for, as JSON-LD.

The context stands in the file, so that reading it needs no network.
"""

from pathlib import Path
from typing import Any

from benchside.exports.about import PACKAGE, PACKAGE_FORM, PACKAGE_TITLE, About, about
from benchside.exports.base import Export, Given, filled, urn, write_json
from benchside.exports.origins import Provider, licence_of

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_JSON = "https://www.iana.org/assignments/media-types/application/json"


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the record of the data set and of what it was made from."""
    found = about(given)
    graph = [_dataset(found), _distribution(found), *(_source(p) for p in found.providers)]
    write_json(path, {"@context": CONTEXT, "@graph": graph})
    return {"data sets": 1, "sources": len(found.providers)}


def _dataset(a: About) -> dict[str, Any]:
    publisher = {"@id": urn("publisher"), "@type": "foaf:Agent", "foaf:name": english(a.publisher)}
    return filled({
        "@id": a.identifier, "@type": "dcat:Dataset", "dct:identifier": a.identifier,
        "dct:title": english(a.title), "dct:description": english(a.description),
        "dct:publisher": publisher if a.publisher else None,
        "dcat:contactPoint": _contact(a), "dct:modified": _day(a.date), "dcat:version": a.version,
        "dcat:keyword": [english(word) for word in a.keywords], "dct:temporal": _period(a),
        "dcat:distribution": {"@id": _place(a)}, "prov:wasDerivedFrom": [{"@id": urn("source", p.id)} for p in a.providers],
    })  # fmt: skip


def _contact(a: About) -> dict[str, Any] | None:
    reached = {"vcard:hasURL": a.address} if a.address else {"vcard:hasEmail": f"mailto:{a.mail}"} if a.mail else {}
    reached = {key: {"@id": value} for key, value in reached.items()}
    return {"@type": "vcard:Kind", "vcard:fn": a.publisher or a.title} | reached if reached else None


def _period(a: About) -> dict[str, Any] | None:
    start, end = a.period
    days = filled({"dcat:startDate": _day(start), "dcat:endDate": _day(end)})
    return {"@type": "dct:PeriodOfTime"} | days if days else None


def _place(a: About) -> str:
    return f"{a.identifier}:datapackage"


def _distribution(a: About) -> dict[str, Any]:
    """The licence of the whole is given where all sources stand under one that is known; the words of each stand with its source."""
    known = {licence_of(p.origin.licence)[1] for p in a.providers}
    licence = known.pop() if len(known) == 1 else ""
    return filled({
        "@id": _place(a), "@type": "dcat:Distribution", "dct:title": english(PACKAGE_TITLE),
        "dcat:accessURL": {"@id": PACKAGE}, "dcat:mediaType": {"@id": _JSON}, "dct:conformsTo": _standard(),
        "dct:license": {"@id": licence, "@type": "dct:LicenseDocument"} if licence else None,
    })  # fmt: skip


def _standard() -> dict[str, Any]:
    return {"@id": PACKAGE_FORM, "@type": "dct:Standard", "dct:title": english("Data Package 2.0")}


def _source(p: Provider) -> dict[str, Any]:
    o = p.origin
    address = o.url if o.url.startswith(("http://", "https://")) else ""
    rights = {"@type": "dct:RightsStatement", "rdfs:label": english(o.licence)} if o.licence else None
    return filled({
        "@id": urn("source", p.id), "@type": "prov:Entity", "dct:title": english(o.title), "dct:bibliographicCitation": o.citation,
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": english(o.producer)},
        "foaf:page": {"@id": address, "@type": "foaf:Document"} if address else None, "dct:rights": rights,
    })  # fmt: skip


def english(text: str) -> dict[str, str] | None:
    """A text of ours with its language; None where there is none."""
    return {"@value": text, "@language": "en"} if text else None


def _day(day: str | None) -> dict[str, str] | None:
    return {"@value": day, "@type": "xsd:date"} if day else None


EXPORT = Export(
    id="dcat",
    title="Catalogue record of the data set, DCAT",
    standard="DCAT 3 as JSON-LD, with what DCAT-AP 2.1.1 makes mandatory",
    url="https://www.w3.org/TR/vocab-dcat-3/",
    holds="The data set's title, description, publisher, contact, date, version, period, keywords, package, sources and licences.",
    loses="The records themselves: they are in the data package, expected beside this file.",
    write=write,
    suffix=".jsonld",
)

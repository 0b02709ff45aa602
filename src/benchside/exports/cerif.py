"""Organisations, projects, fundings and works as CERIF-XML by the OpenAIRE guidelines for CRIS managers 1.2.

The guidelines deliver each entity as a record of an OAI-PMH answer; the file is one such answer, which a static repository
can hand out. Its date is the build's. The order of elements is the schema's.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as xml

from benchside.exports.base import Export, Given
from benchside.exports.dates import iso
from benchside.exports.organisations import organisations, rows_of, stands_for
from benchside.exports.xml_text import allowed, save

OAI = "http://www.openarchives.org/OAI/2.0/"
CERIF = "https://www.openaire.eu/cerif-profile/1.2/"
VOCABULARY = "https://www.openaire.eu/cerif-profile/vocab/"
COAR = "http://purl.org/coar/resource_type/"
ACCESS_RIGHT = "http://purl.org/coar/access_right"
REFERENCE = "https://w3id.org/cerif/vocab/IdentifierTypes#ProjectReference"
KEY = "urn:benchside:identifier:organisation"
"""The type of a record's own key, where another record stands for it."""
UNDATED = "1970-01-01"
"""Stands for the date of a build without any, because the protocol asks for one."""
LONGEST_ID = 128

TYPES = {
    "article": "c_6501", "review": "c_dcae04bc", "conference_paper": "c_5794", "book": "c_2f33", "book_chapter": "c_3248",
    "preprint": "c_816b", "report": "c_93fc", "other": "c_18cf",
}  # fmt: skip
"""work_type → COAR resource type; a data set is a product, not a publication."""
DATASET, JOURNAL = "c_ddb1", "c_0640"
ACCESS = {"gold": "c_abf2", "green": "c_abf2", "hybrid": "c_abf2", "bronze": "c_abf2", "closed": "c_16ec"}
SETS = {
    "OrgUnit": "openaire_cris_orgunits", "Project": "openaire_cris_projects", "Funding": "openaire_cris_funding",
    "Publication": "openaire_cris_publications", "Product": "openaire_cris_datasets",
}  # fmt: skip


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the answer; its records, counted by entity. A programme without any gives the protocol's `noRecordsMatch`."""
    entities = list(chain(_organisations(given), _fundings(given), _projects(given), _works(given)))
    at = f"{given.date or UNDATED}T00:00:00Z"
    root = xml.Element("OAI-PMH", {"xmlns": OAI})
    _add(root, "responseDate", at)
    request = _add(root, "request", "urn:benchside:oai")
    if entities:
        request.set("verb", "ListRecords")
        request.set("metadataPrefix", "oai_cerif_openaire_v1_2")
        listed = _add(root, "ListRecords")
        for entity in entities:
            _record(listed, entity, at)
    else:
        _add(root, "error", "Nothing is on record.").set("code", "noRecordsMatch")
    save(root, path)
    return {kind: sum(e.tag == kind for e in entities) for kind in SETS}


def _record(listed: xml.Element, entity: xml.Element, at: str) -> None:
    record = _add(listed, "record")
    header = _add(record, "header")
    _add(header, "identifier", f"oai:benchside:{entity.get('id')}")
    _add(header, "datestamp", at)
    _add(header, "setSpec", SETS[entity.tag])
    _add(record, "metadata").append(entity)


def _add(parent: xml.Element, tag: str, text: str | None = None) -> xml.Element:
    element = xml.SubElement(parent, tag)
    element.text = None if text is None else allowed(text)
    return element


def _entity(kind: str, key: str, *, inside: xml.Element | None = None) -> xml.Element:
    """An entity by its id; at the top of a record it names its namespace."""
    folder = {"OrgUnit": "OrgUnits", "Project": "Projects", "Funding": "Fundings", "Publication": "Publications"}.get(
        kind, "Products"
    )
    element = xml.Element(kind, {} if inside is not None else {"xmlns": CERIF})
    element.set("id", _id(f"{folder}/{quote(key, safe='')}"))
    if inside is not None:
        inside.append(element)
    return element


def _id(whole: str) -> str:
    """An id no longer than the schema allows: a longer one keeps its beginning and ends in a checksum of the whole."""
    if len(whole) <= LONGEST_ID:
        return whole
    return f"{whole[: LONGEST_ID - 17]}-{sha256(whole.encode()).hexdigest()[:16]}"


def _texts(parent: xml.Element, **values: str | None) -> None:
    """An element for each value that there is, in the order given."""
    for tag, text in values.items():
        if text:
            _add(parent, tag, text)


def _type(parent: xml.Element, vocabulary: str, value: str) -> None:
    _add(parent, "Type", value).set("xmlns", VOCABULARY + vocabulary)


def _organisations(given: Given) -> Iterator[xml.Element]:
    """Records that are one organisation are one unit; what the others bear stands beside as alternatives."""
    for of in organisations(given):
        element = _entity("OrgUnit", of.key)
        for name in (of.name, *of.other_names):
            _texts(element, Name=name)
        _texts(element, RORID=_ror(of.ror))
        for ror in of.other_rors:
            _texts(element, AlternativeRORID=_ror(ror))
        for key in of.others:
            _add(element, "Identifier", key).set("type", KEY)
        yield element


def _ror(bare: str) -> str:
    return f"https://ror.org/{bare}" if bare else ""


def _fundings(given: Given) -> Iterator[xml.Element]:
    """Programmes, and calls as parts of them."""
    for row in given.rows("programme"):
        yield _funding("programme", row["programme_id"], "FundingProgramme", row["name"])
    for row in given.rows("call"):
        element = _funding("call", row["call_id"], "Call", row["name"])
        _entity("Funding", f"programme:{row['programme_id']}", inside=_add(element, "PartOf"))
        yield element


def _funding(kind: str, key: str, type_: str, name: str) -> xml.Element:
    element = _entity("Funding", f"{kind}:{key}")
    _type(element, "OpenAIRE_Funding_Types", f"{VOCABULARY}OpenAIRE_Funding_Types#{type_}")
    _texts(element, Name=name)
    return element


def _projects(given: Given) -> Iterator[xml.Element]:
    members: dict[str, dict[str, list[str]]] = {}
    for row in rows_of(given, "participation", stands_for(given)):
        role = "Coordinator" if row["role"] == "coordinator" else "Partner"
        members.setdefault(row["project_id"], {}).setdefault(role, []).append(row["organisation_id"])
    for row in given.rows("project"):
        yield _project(row, members.get(row["project_id"], {}))


def _project(row: dict, members: dict[str, list[str]]) -> xml.Element:
    element = _entity("Project", row["project_id"])
    _texts(element, Acronym=row["acronym"], Title=row["title"])
    if row["grant_number"]:
        _add(element, "Identifier", row["grant_number"]).set("type", REFERENCE)
    _texts(element, StartDate=_day(row["start_on"]), EndDate=_day(row["end_on"]))
    if members:
        consortium = _add(element, "Consortium")
        for role in ("Coordinator", "Partner"):
            for key in sorted(set(members.get(role, ()))):
                _entity("OrgUnit", key, inside=_add(consortium, role))
    funding = f"call:{row['call_id']}" if row["call_id"] else f"programme:{row['programme_id']}"
    _entity("Funding", funding, inside=_add(_add(element, "Funded"), "As"))
    return element


def _works(given: Given) -> Iterator[xml.Element]:
    projects: dict[str, set[str]] = {}
    for row in given.rows("project_work"):
        projects.setdefault(row["work_id"], set()).add(row["project_id"])
    for row in given.rows("work"):
        make = _product if row["work_type"] == "dataset" else _publication
        yield make(row, sorted(projects.get(row["work_id"], ())))


def _publication(row: dict, projects: list[str]) -> xml.Element:
    element = _entity("Publication", row["work_id"])
    _type(element, "COAR_Publication_Types", COAR + TYPES[row["work_type"]])
    _texts(element, Title=row["title"])
    if row["journal"] or row["issn"]:
        journal = _entity(
            "Publication", f"journal:{row['issn'] or row['journal']}", inside=_add(element, "PublishedIn")
        )
        _type(journal, "COAR_Publication_Types", COAR + JOURNAL)
        _texts(journal, Title=row["journal"], ISSN=row["issn"])
    _texts(element, PublicationDate=iso(row["published_on"]), DOI=row["doi"])
    _tie(element, row, projects)
    return element


def _product(row: dict, projects: list[str]) -> xml.Element:
    element = _entity("Product", row["work_id"])
    _type(element, "COAR_Product_Types", COAR + DATASET)
    _texts(element, Name=row["title"], DOI=row["doi"])
    _tie(element, row, projects)
    return element


def _tie(element: xml.Element, row: dict, projects: list[str]) -> None:
    """The projects a work comes from, and how it can be read where that is known."""
    for key in projects:
        _entity("Project", key, inside=_add(element, "OriginatesFrom"))
    if access := ACCESS.get(row["open_access"]):
        _add(element, "Access", f"{ACCESS_RIGHT}/{access}").set("xmlns", ACCESS_RIGHT)


def _day(day) -> str | None:
    return day.isoformat() if day else None


EXPORT = Export(
    id="cerif",
    title="Research information, CERIF-XML",
    standard="OpenAIRE Guidelines for CRIS Managers 1.2, CERIF-XML profile",
    url="https://openaire-guidelines-for-cris-managers.readthedocs.io/en/v1.2.0/",
    holds="Organisations, records that are one as one, programmes and calls as fundings, projects with consortium and funding, works with journal, access and projects.",
    loses="Places, money, PubMed and OpenAlex numbers, authorships, roles but the coordinator's, assets, effects, provenance.",
    write=write,
    suffix=".xml",
)

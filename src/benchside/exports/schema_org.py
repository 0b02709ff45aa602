"""The programme's data set as schema.org JSON-LD, which search engines for data sets read from a page."""

from pathlib import Path
from typing import Any

from benchside.exports.about import PACKAGE, PACKAGE_TITLE, About, about
from benchside.exports.base import Export, Given, filled, write_json
from benchside.exports.origins import Provider, licence_of


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the description of the data set."""
    found = about(given)
    write_json(path, {"@context": "https://schema.org", **_dataset(found)})
    return {"data sets": 1, "sources": len(found.providers)}


def _dataset(a: About) -> dict[str, Any]:
    organisation = filled({"@type": "Organization", "name": a.publisher, "url": a.address, "email": a.mail})
    start, end = a.period
    return filled({
        "@type": "Dataset", "@id": a.identifier, "identifier": a.identifier, "name": a.title, "description": a.description,
        "publisher": organisation if a.publisher else None, "dateModified": a.date, "version": a.version,
        "temporalCoverage": f"{start or '..'}/{end or '..'}" if start or end else "", "keywords": list(a.keywords),
        "variableMeasured": list(a.tables), "distribution": _download(), "isBasedOn": [_source(p) for p in a.providers],
    })  # fmt: skip


def _download() -> dict[str, Any]:
    return {"@type": "DataDownload", "name": PACKAGE_TITLE, "encodingFormat": "application/json", "contentUrl": PACKAGE}


def _source(p: Provider) -> dict[str, Any]:
    """A licence that is known is given by its address, another by its words, which the property allows."""
    o = p.origin
    return filled({
        "@type": "CreativeWork", "name": o.title, "creator": {"@type": "Organization", "name": o.producer} if o.producer else None,
        "url": p.reference.get("path"), "version": o.version, "license": _licence(o.licence),
    })  # fmt: skip


def _licence(words: str) -> str | dict[str, str] | None:
    address = licence_of(words)[1]
    return address or ({"@type": "CreativeWork", "name": words} if words else None)


EXPORT = Export(
    id="schema_org",
    title="Description of the data set, schema.org",
    standard="schema.org Dataset as JSON-LD",
    url="https://schema.org/Dataset",
    holds="The data set's name, description, publisher, date, version, period, keywords, tables, package, sources and licences.",
    loses="The records themselves: they are in the data package, expected beside this file.",
    write=write,
    suffix=".jsonld",
)

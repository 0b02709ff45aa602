"""The lineage of figures in PROV-O, as JSON-LD: figure ← its computation by an indicator ← records ← snapshots and documents.

Records that a reader may not see are counted on the computation and not named, as when a figure is opened on the screen.
The context stands in the file. No instants are given: a build bears none, and the same build gives the same bytes.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchside.errors import UsageError
from benchside.exports.base import Export, Given, filled, urn, write_json
from benchside.exports.origins import Provider, providers
from benchside.figures.explain import Explained, explain
from benchside.figures.scope import written
from benchside.indicators.catalogue import all_indicators
from benchside.model.tables import RECORD_TYPES

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "bs": "urn:benchside:term:",
}  # fmt: skip
SOFTWARE = {"@id": urn("software"), "@type": "prov:SoftwareAgent", "foaf:name": "Benchside"}


def write(given: Given, path: Path) -> dict[str, int]:
    """Write the lineage of the figures asked for, or of all that have a value; figures, records named, records masked."""
    opened = list(_opened(given))
    named = sorted({row["evidence_id"] for e in opened for row in e.rows})
    documents = {d["id"]: d for e in opened for d in e.documents}
    parts = [
        *(part for e in opened for part in _figure(e)),
        *_records(given, named, documents),
        *(_document(documents[key]) for key in sorted(documents)),
        *(part for p in providers(given.desk.build) for part in _snapshots(p)),
    ]
    write_json(path, {"@context": CONTEXT, "@graph": [SOFTWARE, *parts]})
    return {"figures": len(opened), "records": len(named), "records masked": sum(e.masked for e in opened)}


def _opened(given: Given) -> Iterator[Explained]:
    """A scope that an indicator cannot be asked for matters only where the indicator was named."""
    for name in given.figures or tuple(all_indicators()):
        given.progress(name)
        try:
            found = explain(given.desk, name, given.scope)
        except UsageError:
            if given.figures:
                raise
            continue
        if found.figure.value is not None or found.figure.low is not None:
            yield found


def _figure(e: Explained) -> list[dict[str, Any]]:
    f, scope = e.figure, written(e.figure.scope)
    me = urn("figure", f.id, scope or "all", f.as_of or "undated")
    figure = filled({
        "@id": me, "@type": "prov:Entity", "dct:title": f.title, "prov:value": f.value, "bs:low": f.low, "bs:high": f.high,
        "bs:exact": f.exact, "bs:unit": f.unit, "bs:scope": scope, "bs:status": f.status, "bs:coverage": f.coverage,
        "dct:valid": _day(f.as_of), "prov:wasGeneratedBy": {"@id": f"{me}:computation"},
        # A reported figure rests on no record, only on the documents that state it.
        "prov:hadPrimarySource": _ids("document", [d["id"] for d in e.documents]) if f.status == "reported" else [],
    })  # fmt: skip
    how = {
        "@type": "prov:Association",
        "prov:agent": {"@id": SOFTWARE["@id"]},
        "prov:hadPlan": {"@id": urn("indicator", f.id)},
    }
    computation = filled({
        "@id": f"{me}:computation", "@type": "prov:Activity", "prov:qualifiedAssociation": how,
        "prov:wasAssociatedWith": {"@id": SOFTWARE["@id"]}, "prov:used": [{"@id": r} for r in _used(e)], "bs:masked": e.masked,
    })  # fmt: skip
    i = e.indicator
    plan = {
        "@id": urn("indicator", i.id),
        "@type": ["prov:Plan", "prov:Entity"],
        "dct:title": i.title,
        "dct:description": i.definition,
    }
    return [figure, computation, plan | filled({"dct:source": i.definition_source})]


def _used(e: Explained) -> list[str]:
    return sorted({urn("record", row["evidence_id"]) for row in e.rows})


def _records(given: Given, named: list[str], documents: dict[str, dict]) -> Iterator[dict[str, Any]]:
    """The records named, each with the snapshot it was read from and the document that supports it."""
    build, wanted = given.desk.build, set(named)
    columns = ["evidence_id", "source", "source_record_id", "snapshot"]
    for table in sorted({evidence.partition(":")[0] for evidence in named} & set(RECORD_TYPES)):
        rows = build.history(table)
        for row in build.fetch(rows.select(*columns, "document_id").order_by("evidence_id")):
            if row["evidence_id"] in wanted:
                yield filled({
                    "@id": urn("record", row["evidence_id"]), "@type": "prov:Entity", "dct:identifier": row["evidence_id"],
                    "bs:place": row["source_record_id"], "prov:wasDerivedFrom": {"@id": urn("snapshot", row["snapshot"])},
                    "prov:hadPrimarySource": _ids("document", [row["document_id"]] if row["document_id"] in documents else []),
                })  # fmt: skip


def _ids(kind: str, keys: list[str]) -> list[dict[str, str]]:
    return [{"@id": urn(kind, key)} for key in keys]


def _document(d: dict[str, Any]) -> dict[str, Any]:
    page = d["url"] if (d["url"] or "").startswith(("http://", "https://")) else ""
    return filled({
        "@id": urn("document", d["id"]), "@type": "prov:Entity", "dct:title": d["title"], "dct:publisher": d["publisher"],
        "dct:issued": _day(d["printed_on"]), "foaf:page": {"@id": page} if page else None,
    })  # fmt: skip


def _snapshots(p: Provider) -> list[dict[str, Any]]:
    """Snapshots are attributed to whoever produced what was read."""
    agent = {"@id": urn("producer", p.id), "@type": "prov:Agent", "foaf:name": p.origin.producer}
    shared = filled({"dct:title": p.origin.title, "dct:license": p.origin.licence})
    return [agent] + [
        {"@id": urn("snapshot", s), "@type": "prov:Entity", "prov:wasAttributedTo": {"@id": agent["@id"]}} | shared
        for s in p.snapshots
    ]


def _day(day: str | None) -> dict[str, str] | None:
    return {"@value": day, "@type": "xsd:date"} if day else None


EXPORT = Export(
    id="prov",
    title="Lineage of figures, PROV-O",
    standard="PROV-O as JSON-LD",
    url="https://www.w3.org/TR/prov-o/",
    holds="Each figure with its computation, the indicator as its plan, the records used, their snapshots, documents and producers.",
    loses="The values within records; records that are masked, which are counted.",
    write=write,
    suffix=".jsonld",
)

"""ROR, the registry of research organisations: names in all forms, places, identifiers elsewhere, relations, and what became of them.

An organisation that was withdrawn or has ceased stays a record with its state; its successors are relations, and nothing is
merged here: who is who is judged elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchside.errors import InputError, UsageError, unknown
from benchside.model.countries import COUNTRIES
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.ror.fetching import FETCH
from benchside.sources.ror.files import dumps_of
from benchside.sources.ror.records import Organisation, parse
from benchside.sources.tables.book import FILE, Book, RefusedRow, Tally, twin
from benchside.sources.tables.cells import slug
from benchside.sources.tables.json_record import Record, each_record
from benchside.sources.tables.json_records import Dump

LICENCE = "CC0 1.0"
ORIGIN = Origin(
    producer="Research Organization Registry",
    title="ROR, the registry of research organisations, data dump",
    citation="Research Organization Registry: ROR data, as downloaded",
    licence=LICENCE,
    url="https://doi.org/10.5281/zenodo.6347574",
)
IGNORED = {
    "links": "not needed to know the organisation",
    "domains": "not needed to know the organisation",
    "wikipedia_url": "not needed to know the organisation; the Wikidata id says as much",
    "email_address": "empty in the registry",
    "ip_addresses": "empty in the registry",
    "locations: subdivision, continent, geonames_id": "country, city and coordinates say enough",
    "addresses: state, geonames_city, postcode, line": "country, city and coordinates say enough",
    "admin.created": "says when the record was made, nothing of the organisation",
    "_release_dir": "added by those who packed the file, not part of the registry",
}


@dataclass
class _Reading:
    """The book, the file that is read, and the day of the dump."""

    book: Book
    as_of: str
    document: str = ""
    claims: list[tuple[str, str, str, str, str]] = field(default_factory=list)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from dumps of the registry; the option `as_of` is the day of the dump.

    A decision in the table `(file)` says of each dump how many records it has, how many were accepted and how many refused.
    """
    reading = _Reading(Book(), _as_of(options))
    dumps, passed = dumps_of(files)
    if not dumps:
        raise InputError(
            f"No dump of ROR found among {', '.join(sorted(files)) or 'none'}. Expected JSON, JSON lines, or a ZIP of them."
        )
    for name, why in passed.items():
        reading.book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    for dump in sorted(dumps, key=lambda d: ("v1" in d.name and "v2" not in d.name, d.name)):
        _read_dump(reading, dump)
    _write_relations(reading)
    return reading.book.extract()


def _as_of(options: Mapping[str, object]) -> str:
    for name in options:
        if name != "as_of":
            raise unknown("option of the source ror", name, ("as_of",), do="Correct programme.toml.")
    value = str(options.get("as_of", ""))
    if value and not (value[:4].isdecimal() and len(value) in (4, 7, 10)):
        raise UsageError(f"programme.toml: ror, as_of = {value!r}, expected the day of the dump such as 2024-07-29.")
    return value


def _read_dump(reading: _Reading, dump: Dump) -> None:
    book = reading.book
    reading.document = f"ror-{slug(dump.name)}"
    book.tallies[dump.name] = Tally("read as records of ROR")
    each_record(book, dump, (), "organisation", reading.document, lambda record: _add(reading, record))
    book.add("document", reading.document, "", {
        "document_key": reading.document, "title": f"ROR: {dump.name}", "publisher": ORIGIN.producer, "url": ORIGIN.url,
        "printed_on": reading.as_of, "licence": LICENCE,
    })  # fmt: skip


def _add(reading: _Reading, record: Record) -> None:
    found, place = parse(record.value), record.place
    book, key = reading.book, f"ror-{found.id}"
    if book.has("organisation", key):
        raise twin("id", found.id, "the organisation stands there", book.records["organisation"][key][1])
    named = next((n.text for n in found.names if n.kind == "ror_display"), "") or next(
        (n.text for n in found.names), ""
    )
    if not named:
        raise RefusedRow("names", found.id, "expected a name", "Fetch the dump again.")
    proof = dict(record.proof)
    first = found.places[0] if found.places else None
    book.add("organisation", key, place, {
        "organisation_id": key, "name": named, "city": first.city if first else "",
        "country": _country(book, first.country, place) if first else "", "ror": found.id, **proof,
    })  # fmt: skip
    for column, value, rule in found.wrong:
        book.refuse_cell(
            "organisation", place, column, value, rule, "Correct it at the registry; the rest of the record was taken."
        )
    _add_names(book, key, found, place, proof)
    _add_states(book, key, found, place, proof)
    _add_places(book, key, found, place, proof)
    for scheme, value, preferred in found.identifiers:
        book.add("organisation_identifier", f"{key}|{scheme}|{value}", place, {
            "organisation_id": key, "scheme": scheme, "value": value, "is_preferred": "yes" if preferred else "no", **proof,
        })  # fmt: skip
    reading.claims += [(key, kind, to, label, place) for kind, to, label in found.relations]


def _country(book: Book, code: str, place: str) -> str:
    if code and code not in COUNTRIES:
        book.refuse_cell("organisation", place, "country_code", code, "expected an ISO code of a country")
        return ""
    return code


def _add_names(book: Book, key: str, found: Organisation, place: str, proof: dict[str, str]) -> None:
    """Every name in every sort and language; a name said twice in one sort and language is one."""
    for number, name in enumerate(found.names, 1):
        book.add("organisation_name", f"{key}|{name.kind}|{name.language}|{name.text}", place, {
            "organisation_name_id": f"{key}:{number}", "organisation_id": key, "name": name.text, "kind": name.kind,
            "language": name.language, **proof,
        })  # fmt: skip


def _add_states(book: Book, key: str, found: Organisation, place: str, proof: dict[str, str]) -> None:
    """The state on the day on which the registry last changed the record (schema 1 does not say it), the founding, the types."""
    states = [(found.status, found.changed_on)]
    states += [("founded", found.established)] if found.established else []
    for state, since in states:
        book.add("organisation_state", f"{key}|{state}", place, {
            "organisation_id": key, "state": state, "since_on": since, **proof,
        })  # fmt: skip
    for kind in found.types:
        book.add(
            "organisation_type",
            f"{key}|ROR|{kind}",
            place,
            {"organisation_id": key, "scheme": "ROR", "type": kind, **proof},
        )


def _add_places(book: Book, key: str, found: Organisation, place: str, proof: dict[str, str]) -> None:
    for number, where in enumerate(found.places, 1):
        book.add("organisation_place", f"{key}|{number}", place, {
            "organisation_place_id": f"{key}:{number}", "organisation_id": key, "city": where.city,
            "country": where.country if where.country in COUNTRIES else "", "latitude": where.latitude, "longitude": where.longitude, **proof,
        })  # fmt: skip


def _write_relations(reading: _Reading) -> None:
    """Relations, once all records are known: one that leads out of the dump keeps the other's ROR id, without a reference."""
    book = reading.book
    for key, kind, to, label, place in reading.claims:
        other = f"ror-{to}"
        inside = book.has("organisation", other)
        organisation, _ = book.records["organisation"][key]
        proof = {name: organisation[name] for name in ("document_id", "locator", "grade")}
        said = ("(all files)", "organisation_relation")
        new = book.add("organisation_relation", f"{key}|{kind}|{to}", place, {
            "organisation_id": key, "relation": kind, "to_ror": to, "to_organisation_id": other if inside else "", "to_name": label, **proof,
        })  # fmt: skip
        if not new:
            book.apply(*said, "relation", "a relation that a record gives twice is one", place, f"{kind} {to}", "once")
        elif not inside:
            book.apply(
                *said, "to_organisation_id", "the other organisation is not in the dump", place, to, "its ROR id alone"
            )


SOURCE = Source(
    id="ror",
    origin=ORIGIN,
    files="**/*",
    read=read,
    expects={"organisation": (1, 200_000)},
    ignored=IGNORED,
    fetch=FETCH,
)
"""The bounds are those of any dump, from one release's changes to the whole registry (about 116 000)."""

"""The records that are held against each other, and the subjects they speak of.

A record is a row of a source, under the source's own id. Records of one source that say exactly the same (150 000 participations of
30 000 organisations) are one subject, compared once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from benchside.errors import DataError
from benchside.model.countries import COUNTRIES
from benchside.resolve.identifiers import PROOFS, normalise_all
from benchside.resolve.names import Name, read_names
from benchside.resolve.places import read_city


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a source, as the source wrote it: its id there, what it calls the organisation, and where that is."""

    source: str
    source_record_id: str
    name: str
    country: str = ""
    city: str = ""
    other_names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The record's key in judgements and clusters: source and id, never rewritten."""
        return f"{self.source}:{self.source_record_id}"


@dataclass(frozen=True)
class Subject:
    """What records of one source that say the same speak of. `id` is that of the first of them."""

    id: str
    source: str
    names: tuple[Name, ...]
    country: str
    city: tuple[str, ...]
    city_text: str
    identifiers: tuple[tuple[str, str], ...]
    records: list[str] = field(compare=False, default_factory=list)


def from_row(row: Mapping[str, object], source: str) -> Record:
    """A record from a row of the model's table `organisation`: its key, name, city, country, ROR id and PIC."""
    text = {
        column: str(row.get(column) or "") for column in ("organisation_id", "name", "country", "city", "ror", "pic")
    }
    identifiers = tuple((scheme, text[scheme]) for scheme in ("ror", "pic") if text[scheme])
    return Record(source, text["organisation_id"], text["name"], text["country"], text["city"], identifiers=identifiers)


def from_tables(
    organisations: Iterable[Mapping[str, object]],
    names: Iterable[Mapping[str, object]],
    identifiers: Iterable[Mapping[str, object]],
) -> list[Record]:
    """The records of the model's tables of organisations, with all names and identifiers that the sources give them."""
    others: dict[object, list[str]] = {}
    for row in names:
        others.setdefault(row["organisation_id"], []).append(str(row["name"]))
    borne: dict[object, list[tuple[str, str]]] = {}
    for row in identifiers:
        if row["scheme"] in PROOFS:
            borne.setdefault(row["organisation_id"], []).append((str(row["scheme"]), str(row["value"])))
    found = (from_row(row, str(row["source"])) for row in organisations)
    return [
        replace(
            record,
            other_names=tuple(dict.fromkeys(n for n in others.get(record.source_record_id, ()) if n != record.name)),
            identifiers=tuple(dict.fromkeys((*record.identifiers, *borne.get(record.source_record_id, ())))),
        )
        for record in found
    ]


def gather(records: Iterable[Record]) -> list[Subject]:
    """The subjects of the records, in the order of their first record.

    `DataError` where two rows of a source bear one id, or a country is no ISO code: sources give both.
    """
    found: dict[tuple, Subject] = {}
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise DataError(
                f"The record {record.id!r} stands twice, expected each id once in a source. "
                "Give the id of the row, not of what it speaks of."
            )
        seen.add(record.id)
        said = (record.source, record.name, record.other_names, record.country, record.city, record.identifiers)
        if said not in found:
            found[said] = _subject(record)
        found[said].records.append(record.id)
    return list(found.values())


def _subject(record: Record) -> Subject:
    if record.country and record.country not in COUNTRIES:
        raise DataError(
            f"The record {record.id!r} has the country {record.country!r}, expected an ISO code such as 'DE'. "
            "Map the source's codes (EL is GR, UK is GB) where it is read."
        )
    names = dict.fromkeys(name for text in (record.name, *record.other_names) for name in read_names(text))
    once = {name.key: name for name in reversed(names)}
    by_scheme: dict[str, list[str]] = {}
    for scheme, value in record.identifiers:
        by_scheme.setdefault(scheme, []).append(value)
    return Subject(
        record.id, record.source, tuple(once[name.key] for name in names if once[name.key] is name), record.country,
        read_city(record.city), record.city, normalise_all(by_scheme),
    )  # fmt: skip

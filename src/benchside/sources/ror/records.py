"""One record of ROR, in schema 1 or 2, as one plain value: the same names for the same things.

What neither schema may hold (an unknown status, type, sort of name or relation) raises `RefusedRow` or is said, never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchside.model.identifiers import SCHEMES, is_orcid
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.cells import words

STATUSES = ("active", "inactive", "withdrawn")
TYPES = ("archive", "company", "education", "facility", "funder", "government", "healthcare", "nonprofit", "other")
RELATIONS = ("parent", "child", "related", "successor", "predecessor")
NAME_KINDS = ("ror_display", "label", "alias", "acronym")
IDENTIFIERS = {"grid": "grid", "isni": "isni", "fundref": "fundref", "wikidata": "wikidata", "orgref": "orgref", "cnrs": "cnrs", "hesa": "hesa", "ukprn": "ukprn", "ucas": "ucas"}  # fmt: skip
"""Schemes of schema 1 and 2, in small letters."""

_SHAPES = {
    "grid": r"grid\.\d{1,7}\.[0-9a-f]{1,2}",
    "isni": r"\d{15}[\dX]",
    "fundref": r"\d{5,15}",
    "wikidata": r"Q\d{1,12}",
}
_PREFIX = "https://ror.org/"


@dataclass(frozen=True)
class Name:
    """A name, its sort and its language (ISO 639, empty where it is not said)."""

    text: str
    kind: str
    language: str = ""


@dataclass(frozen=True)
class Located:
    """A place: city, ISO code of the country, latitude and longitude (empty where they are not said)."""

    city: str
    country: str
    latitude: str = ""
    longitude: str = ""


@dataclass(frozen=True)
class Organisation:
    """A record of the registry; `wrong` lists what of it could not be taken: column, value, rule."""

    id: str
    status: str
    types: tuple[str, ...]
    names: tuple[Name, ...]
    places: tuple[Located, ...]
    identifiers: tuple[tuple[str, str, bool], ...]
    relations: tuple[tuple[str, str, str], ...]
    established: str = ""
    changed_on: str = ""
    wrong: list[tuple[str, str, str]] = field(default_factory=list)


def parse(record: Any) -> Organisation:
    """A record of either schema; `RefusedRow` where it is none."""
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        raise RefusedRow("id", str(record)[:80], "expected a record with an id", "Fetch the dump again.")
    wrong: list[tuple[str, str, str]] = []
    try:
        return _parse_v2(record, wrong) if "names" in record else _parse_v1(record, wrong)
    except (KeyError, TypeError, AttributeError) as error:
        raise RefusedRow(
            "(record)",
            record["id"],
            f"expected a record of schema 1 or 2; wrong at {error!r:.80}",
            "Fetch the dump again.",
        ) from error


def bare(address: str) -> str:
    """A ROR id without the registry's address; `RefusedRow` where its check digits are wrong."""
    found = address.removeprefix(_PREFIX)
    if not SCHEMES["ror"].is_valid(found):
        raise RefusedRow("id", address, f"expected {SCHEMES['ror'].expected}", "Check it against the registry.")
    return found


def _parse_v2(record: dict, wrong: list) -> Organisation:
    names = tuple(
        Name(words(n["value"]), k, n.get("lang") or "") for n in record["names"] for k in _kinds(n["types"], wrong)
    )
    places = tuple(_place(p["geonames_details"], "country_code", "name", wrong) for p in record["locations"])
    found = ((x["type"], value, x.get("preferred")) for x in record["external_ids"] for value in x["all"])
    return Organisation(
        bare(record["id"]), _status(record["status"]), _types(record["types"], wrong), names, places, tuple(_identifiers(found, wrong)),
        _relations(record["relationships"], wrong), _year(record.get("established"), wrong),
        record.get("admin", {}).get("last_modified", {}).get("date", ""), wrong,
    )  # fmt: skip


def _parse_v1(record: dict, wrong: list) -> Organisation:
    names = [Name(words(record["name"]), "ror_display")]
    names += [Name(words(x["label"]), "label", x.get("iso639") or "") for x in record["labels"]]
    names += [Name(words(x), "alias") for x in record["aliases"]]
    names += [Name(words(x), "acronym") for x in record["acronyms"]]
    country = record["country"]["country_code"]
    places = tuple(_place({**a, "country_code": country}, "country_code", "city", wrong) for a in record["addresses"])
    found = ((t, value, x.get("preferred")) for t, x in record["external_ids"].items() for value in _listed(x["all"]))
    return Organisation(
        bare(record["id"]), _status(record["status"]), _types(record["types"], wrong), tuple(names), places,
        tuple(_identifiers(found, wrong)), _relations(record["relationships"], wrong), _year(record.get("established"), wrong), "", wrong,
    )  # fmt: skip


def _listed(value: str | list[str]) -> list[str]:
    """Schema 1 writes a GRID id by itself, the others as lists."""
    return [value] if isinstance(value, str) else value


def _status(text: str) -> str:
    if text not in STATUSES:
        raise RefusedRow(
            "status", text, f"unknown status; known: {', '.join(STATUSES)}", "Say in the source what it means."
        )
    return text


def _kinds(kinds: list[str], wrong: list) -> list[str]:
    wrong += [
        ("names.types", kind, f"unknown sort of name; known: {', '.join(NAME_KINDS)}")
        for kind in kinds
        if kind not in NAME_KINDS
    ]
    return [kind for kind in kinds if kind in NAME_KINDS]


def _types(types: list[str], wrong: list) -> tuple[str, ...]:
    small = [t.lower() for t in types]
    wrong += [("types", t, f"unknown type; known: {', '.join(TYPES)}") for t in small if t not in TYPES]
    return tuple(t for t in small if t in TYPES)


def _place(details: dict, country: str, city: str, wrong: list) -> Located:
    latitude, longitude = details.get("lat"), details.get("lng")
    where = ("", "") if latitude is None or longitude is None else (f"{latitude:.6f}", f"{longitude:.6f}")
    return Located(words(details.get(city) or ""), details.get(country) or "", *where)


def _identifiers(found: Iterator[tuple[str, str, str | None]], wrong: list) -> Iterator[tuple[str, str, bool]]:
    for kind, value, preferred in found:
        scheme = IDENTIFIERS.get(kind.lower(), "")
        short = value.replace(" ", "") if scheme == "isni" else value.strip()
        if not scheme:
            wrong.append(("external_ids", f"{kind} {value}", f"unknown scheme; known: {', '.join(IDENTIFIERS)}"))
        elif not is_identifier(scheme, short):
            wrong.append(
                (
                    "external_ids",
                    value,
                    f"expected an identifier of the scheme {scheme}, with its check digit where it has one",
                )
            )
        else:
            yield scheme, short, value == preferred


def is_identifier(scheme: str, value: str) -> bool:
    """Has the value the shape of the scheme? An ISNI bears the same check digit as an ORCID iD."""
    if scheme in _SHAPES and not re.fullmatch(_SHAPES[scheme], value):
        return False
    return scheme != "isni" or is_orcid("-".join(value[i : i + 4] for i in range(0, 16, 4)))


def _relations(relations: list[dict], wrong: list) -> tuple[tuple[str, str, str], ...]:
    found = []
    for each in relations:
        kind = each["type"].lower()
        if kind not in RELATIONS:
            wrong.append(("relationships", kind, f"unknown relation; known: {', '.join(RELATIONS)}"))
        elif not SCHEMES["ror"].is_valid(each["id"].removeprefix(_PREFIX)):
            wrong.append(("relationships", each["id"], f"expected {SCHEMES['ror'].expected}"))
        else:
            found.append((kind, each["id"].removeprefix(_PREFIX), words(each.get("label") or "")))
    return tuple(found)


def _year(value: Any, wrong: list) -> str:
    if value is None:
        return ""
    if not isinstance(value, int) or not 500 <= value <= 2060:
        wrong.append(("established", str(value), "expected a year from 500 to 2060"))
        return ""
    return f"{value:04d}"

"""The sites of a study: name and country of each, as the interface or a download writes them."""

import re
from collections.abc import Mapping
from typing import Any

from benchside.sources.clinicaltrials.words import PROTOCOL
from benchside.sources.tables.json_record import Record
from benchside.sources.tables.places import COUNTRY_NAMES, country


def sites_of(record: Record) -> list[tuple[str, str]]:
    """Name and country of each site, each once; one in a country that is not known is refused."""
    found: dict[tuple[str, str], None] = {}
    for location in record.objects(PROTOCOL, "contactsLocationsModule", "locations"):
        name, said = _located(record, location)
        code = country_of(said)
        if not name or code is None:
            record.refuse("locations", f"{name}, {said}".strip(", "), "expected a place in a country that is known")
        elif (name, code) in found:
            record.apply("locations", "a site that a study names twice is one", f"{name}, {said}", "once")
        else:
            found[name, code] = None
    return list(found)


def _located(record: Record, location: Mapping[str, Any]) -> tuple[str, str]:
    """Name and country. A download gives the whole place as one text, the country last; its name may hold a comma.

    The name has the town and its code: sponsors call many of their places by one name (`Research Site`).
    """
    text = record.tidied("locations", location.get("whole"))
    if not text:
        parts = [record.tidied("locations", location.get(part)) for part in ("facility", "city", "state", "zip")]
        return ", ".join(filter(None, parts)), record.tidied("locations", location.get("country"))
    parts = [part.strip() for part in text.split(",")]
    for size in (2, 1):
        said = ", ".join(parts[-size:])
        if len(parts) > size and country_of(said, is_whole=size == 2) is not None:
            return ", ".join(parts[:-size]), said
    return text, ""


def country_of(text: str, *, is_whole: bool = False) -> str | None:
    """The ISO code of a country by its name; `is_whole` where the part before a comma must not stand for the whole."""
    if code := COUNTRY_NAMES.get(text.casefold()):
        return code
    if is_whole and not re.search(r", .*\b(of|the)\b", text):
        return None
    try:
        return country(text) or None
    except ValueError:
        return None

"""How ROR is fetched: the record of its newest dump on Zenodo, then the dump that the record names, with its checksum.

The record number stands for all versions and leads to the newest (https://ror.readme.io/docs/zenodo).
"""

from typing import Any

from benchside.errors import InputError
from benchside.sources.fetching.plan import DUMP_BYTES, Asked, Fetch, Option, Plan, Request, Told

RECORDS = "https://zenodo.org/api/records"
NEWEST = "6347574"


def plan(asked: Asked) -> Plan:
    """The dump of a release; the newest one where none is asked for."""
    (record,) = asked["record"]
    said = (yield Request(f"{RECORDS}/{record}", "zenodo-record.json", accept="application/json", keep=False)).json()
    for file in _dumps(said, record):
        yield Request(
            file["links"]["self"], file["key"], form="zip", checksum=file.get("checksum", ""), at_most=DUMP_BYTES
        )
    about = said.get("metadata", {})
    return Told(str(about.get("version", "")), str(about.get("publication_date", "")))


def _dumps(said: Any, record: str) -> list[dict[str, Any]]:
    """The ZIP files that a record names, each with its key and address."""
    try:
        found = [file for file in said["files"] if file["key"].lower().endswith(".zip") and file["links"]["self"]]
    except (TypeError, KeyError, AttributeError):
        found = []
    if not found:
        raise InputError(
            f"Record {record} of Zenodo names no ZIP file. Expected a release of ROR. Correct `record` in [source.fetch], "
            "or leave it out for the newest."
        )
    return found


FETCH = Fetch(
    plan,
    options=(
        Option(
            "record", "the number of a release's record on Zenodo; the newest where it is left out", r"\d{4,12}",
            default=(NEWEST,), is_list=False,
        ),
    ),
    per_second=0.5,
)  # fmt: skip
"""Zenodo takes 60 requests a minute and more; two of them are made."""

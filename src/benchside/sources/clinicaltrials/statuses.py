"""When a study began and what became of it: dates that came to pass, and statuses with the day from which they hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from benchside.sources.clinicaltrials.words import ACTUAL, COARSER, ESTIMATED, NEVER_BEGUN, PROTOCOL, STATUSES
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.json_record import Record

STATUS = (PROTOCOL, "statusModule")
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@dataclass(frozen=True)
class Dated:
    """A day or month, and whether it came to pass (`ACTUAL`), is foreseen (`ESTIMATED`), or neither is said."""

    on: str = ""
    kind: str = ""


def status_of(record: Record, field: str = "overallStatus") -> str:
    """The status in the model's words; empty where the record has none. Without its meaning nothing says whether the study has begun."""
    said = record.text(*STATUS, field).upper()
    if said and said not in STATUSES:
        raise RefusedRow(
            field, said, f"unknown status; known: {', '.join(STATUSES)}", "Say in the source what it means."
        )
    if said in COARSER:
        record.apply(field, "the model has no status of its own for it", said, STATUSES[said])
    return STATUSES.get(said, "")


def date_of(record: Record, field: str) -> Dated:
    """A date of the registry; what is no date, or of an unknown sort, is refused."""
    said = record.at(*STATUS, field)
    text = record.text(*STATUS, field, "date") if isinstance(said, Mapping) else record.text(*STATUS, field)
    kind = record.text(*STATUS, field, "type")
    if kind not in ("", ACTUAL, ESTIMATED):
        record.refuse(field, kind, f"unknown sort of date; known: {ACTUAL}, {ESTIMATED}")
        return Dated()
    if text and not _is_date(text):
        record.refuse(field, text, "expected a day or a month between 1900 and 2060 such as 2015-02-28 or 2015-02")
        return Dated()
    return Dated(text, kind)


def _is_date(text: str) -> bool:
    try:
        return bool(DAY.fullmatch(text)) and 1900 <= date.fromisoformat((text + "-01-01")[:10]).year <= 2060
    except ValueError:
        return False


def _is_later(one: str, other: str) -> bool:
    """Does a date lie after another, as far as both are known?"""
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


def started_on(as_of: str, record: Record, status: str) -> str:
    """The day on which the study began; empty where it has not."""
    start = date_of(record, "startDateStruct")
    if not start.on:
        return ""
    if status in NEVER_BEGUN or _is_later(start.on, as_of):
        record.apply(
            "startDateStruct",
            "a beginning that has not come to pass is not taken",
            f"{start.on} {start.kind}".strip(),
            "missing",
        )
        return ""
    if start.kind == ESTIMATED:
        record.apply(
            "startDateStruct",
            "by its status the study has begun: the day is the sponsor's estimate",
            start.on,
            start.on,
        )
    return start.on


def statuses_of(as_of: str, record: Record, status: str) -> dict[str, str]:
    """Date → status. A status without a date of its own bears the day on which the registry last showed it."""
    if not status:
        record.apply(
            "overallStatus",
            "a record without a status: nothing says whether the study has begun or ended",
            "missing",
            "missing",
        )
        return {}
    posted, updated = date_of(record, "studyFirstPostDateStruct").on, date_of(record, "lastUpdatePostDateStruct").on
    shown = updated or date_of(record, "statusVerifiedDate").on or as_of
    end = date_of(record, "completionDateStruct")
    found: dict[str, str] = {}
    if status in NEVER_BEGUN and posted:
        found[posted] = "planned"
    if status == "unknown":
        # The registry says so once a sponsor has long been silent: since when, it does not say.
        if last := status_of(record, "lastKnownStatus"):
            found[shown] = last
        shown = as_of
    if status in ("completed", "terminated") and end.on and end.kind != ESTIMATED and not _is_later(end.on, as_of):
        shown = end.on
    found[shown] = status
    return found

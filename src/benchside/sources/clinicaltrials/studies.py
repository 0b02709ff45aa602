"""One study as records of the model: the trial, for each project that it belongs to, its statuses with their dates, and its sites.

What the sponsor only plans is never taken for what has happened: a planned beginning dates nothing, and people to be enrolled are
not people enrolled. Phase and sort of study stand in the trial's note, why it was stopped in the note of its status.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchside.sources.clinicaltrials.layouts import KNOWN_FIELDS, MODULES
from benchside.sources.clinicaltrials.sites import sites_of
from benchside.sources.clinicaltrials.statuses import STATUS, date_of, started_on, status_of, statuses_of
from benchside.sources.clinicaltrials.words import (
    ACTUAL,
    ENDED,
    ESTIMATED,
    NO_STUDY,
    PHASES,
    PROTOCOL,
    STUDY_TYPES,
)
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book, RefusedRow
from benchside.sources.tables.grant_numbers import WRITTEN, GrantNumbers, plain
from benchside.sources.tables.json_record import Record, is_again
from benchside.sources.tables.titles import plain_title

IDENTITY = (PROTOCOL, "identificationModule")
DESIGN = (PROTOCOL, "designModule")
NCT = re.compile(r"NCT\d{8}", re.ASCII)


@dataclass(frozen=True)
class Studies:
    """A reading of studies: the book, the day on which they were fetched, and which numbers name which projects."""

    book: Book
    as_of: str
    numbers: GrantNumbers


def take_study(reading: Studies, record: Record) -> None:
    """A record of the registry that is a study."""
    number = record.text(*IDENTITY, "nctId").upper()
    if not NCT.fullmatch(number):
        raise RefusedRow(
            "nctId",
            str(record.at(*IDENTITY, "nctId") or ""),
            "expected a number such as NCT02313077",
            "Fetch the record again.",
        )
    kind, status = _study_type(record), status_of(record)
    projects = _projects(reading, record)
    if is_again(record, "trial", _key(number, projects, 0), "nctId", number):
        return
    _say_unknown(record)
    started = started_on(reading.as_of, record, status)
    values = {
        "registry_number": number, "title": _title(record, number), **_enrolment(record, status), "started_on": started,
        "known_on": date_of(record, "studyFirstPostDateStruct").on, "note": _note(record, kind), **record.proof,
    }  # fmt: skip
    statuses, sites = statuses_of(reading.as_of, record, status), sites_of(record)
    for place, project in enumerate(projects or [""]):
        key = _key(number, projects, place)
        reading.book.add("trial", key, record.place, {"trial_id": key, "project_id": project, **values})
        _add_statuses(reading, record, key, statuses)
        for position, (name, code) in enumerate(sites, 1):
            reading.book.add("trial_site", f"{key}:{position}", record.place, {
                "trial_site_id": f"{key}:{position}", "trial_id": key, "name": name, "country": code, **record.proof,
            })  # fmt: skip


def _key(number: str, projects: list[str], place: int) -> str:
    """The registry's number; with the project's key for each project after the first."""
    return f"{number}:{projects[place]}" if place else number


def _study_type(record: Record) -> str:
    said = record.text(*DESIGN, "studyType").upper()
    if said == NO_STUDY:
        raise RefusedRow(
            "studyType", said, "expanded access is no study", "Leave it out; it counts in no figure of studies."
        )
    if said and said not in STUDY_TYPES:
        raise RefusedRow(
            "studyType",
            said,
            f"unknown type of study; known: {', '.join(STUDY_TYPES)}",
            "Say in the source what it means.",
        )
    return STUDY_TYPES.get(said, "")


def _projects(reading: Studies, record: Record) -> list[str]:
    """The projects that the study's numbers name, in their order, each once."""
    said = [
        record.text(*IDENTITY, "nctId"),
        *record.texts(*IDENTITY, "nctIdAliases"),
        record.text(*IDENTITY, "orgStudyIdInfo", "id"),
    ]
    said += [record.tidied("secondaryIdInfos", one.get("id")) for one in record.objects(*IDENTITY, "secondaryIdInfos")]
    found: list[str] = []
    for text in filter(None, said):
        projects = reading.numbers.projects(text)
        if projects and plain(text) not in reading.numbers.plain:
            record.apply("secondaryIdInfos", WRITTEN, text, ", ".join(projects))
        found += projects
    if not found:
        record.apply(
            "secondaryIdInfos",
            "a study without a number of the programme is kept, and is no project's",
            said[0],
            "no project",
        )
    return list(dict.fromkeys(found))


def _say_unknown(record: Record) -> None:
    protocol = record.at(PROTOCOL)
    record.say_unknown(record.value, KNOWN_FIELDS)
    record.say_unknown(protocol, KNOWN_FIELDS, f"{PROTOCOL}.")
    for module in MODULES:
        if isinstance(of := protocol.get(module), Mapping):
            record.say_unknown(of, KNOWN_FIELDS, f"{module}.")


def _title(record: Record, number: str) -> str:
    for field in ("briefTitle", "officialTitle"):
        found = record.text(*IDENTITY, field)
        if title := table_cells.harmless(plain_title(found)):
            if title != found:
                record.apply(field, "mark-up is read as text", found, title)
            return title
    record.apply("briefTitle", "a study without a title bears its number", "missing", number)
    return number


def _enrolment(record: Record, status: str) -> dict[str, str]:
    """People enrolled, or people to be enrolled."""
    none = {"planned_enrolment": "", "actual_enrolment": ""}
    count, kind = (
        record.text(*DESIGN, "enrollmentInfo", "count"),
        record.text(*DESIGN, "enrollmentInfo", "type").upper(),
    )
    if not count:
        return none
    try:
        people = table_cells.whole(count)
    except ValueError:
        record.refuse("enrollmentInfo", count, "expected a whole number, not negative")
        return none
    if not kind:
        kind = ACTUAL if status in ENDED else ESTIMATED
        reason = "where nothing says whether people are enrolled or foreseen: enrolled in a study that has ended, foreseen in any other"
        record.apply("enrollmentInfo", reason, count, kind)
    if kind not in (ACTUAL, ESTIMATED):
        record.refuse("enrollmentInfo", kind, f"unknown sort of enrolment; known: {ACTUAL}, {ESTIMATED}")
        return none
    return none | {"actual_enrolment" if kind == ACTUAL else "planned_enrolment": people}


def _note(record: Record, kind: str) -> str:
    """Sort and phases in words; a phase that is not known is refused."""
    words = [kind]
    for said in record.texts(*DESIGN, "phases"):
        if said.upper() in PHASES:
            words.append(PHASES[said.upper()])
        else:
            record.refuse(
                "phases",
                said,
                f"unknown phase; known: {', '.join(PHASES)}",
                "Say in the source what it means; the rest of the record was taken.",
            )
    return ", ".join(dict.fromkeys(filter(None, words)))


def _add_statuses(reading: Studies, record: Record, key: str, statuses: Mapping[str, str]) -> None:
    why = record.text(*STATUS, "whyStopped")
    for on, status in statuses.items():
        reading.book.add("trial_status", f"{key}|{on}", record.place, {
            "trial_id": key, "status": status, "status_on": on, **record.proof, "note": why if status in ("terminated", "withdrawn") else "",
        })  # fmt: skip

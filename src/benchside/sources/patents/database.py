"""Rows in the columns of PATSTAT: applications, and what hangs on them by their number."""

import re

from benchside.sources.patents.reading import Reading, check_authority, day_at, read_publication, state_of
from benchside.sources.patents.rights import Publication, Right
from benchside.sources.tables import cells
from benchside.sources.tables.book import RefusedRow, twin
from benchside.sources.tables.patent_kinds import GRANTED
from benchside.sources.tables.rows import Row


def take_application(reading: Reading, row: Row) -> None:
    """An application; with the columns of a publication beside it, one row for each publication."""
    key = row.need("appln_id", cells.key, "the database's number of the application")
    authority = row["appln_auth"]
    check_authority(authority, "appln_auth")
    publication = _published(row) if row["publn_nr"] else None
    right = reading.rights.get(key)
    if right is None:
        right = reading.rights[key] = Right(key, row.place, row.proof, row.sheet.name)
        right.application = cells.key(authority + row["appln_nr"] + row["appln_kind"])
        right.family = "" if row["docdb_family_id"] in ("", "0") else cells.key(row["docdb_family_id"])
        right.title, right.filed_on, right.priority_on = (
            cells.words(row["appln_title"]),
            day_at(row, "appln_filing_date"),
            day_at(row, "earliest_filing_date"),
        )
        right.is_granted = bool(row["granted"]) and row.read("granted", _granted, "Y, N, 1 or 0") == "Y"
        right.inventors = int(row.read("nb_inventors", _count, "a whole number") or 0) or None
        right.state = state_of(row)
    elif publication is None:
        raise twin("appln_id", key, "the application stands", right.place)
    if publication:
        _add_publication(right, publication, row)


def _published(row: Row) -> Publication:
    return read_publication(
        row, row["publn_auth"], row["publn_nr"], row["publn_kind"], day_at(row, "publn_date"), "publn_kind"
    )


def _add_publication(right: Right, found: Publication, row: Row) -> None:
    if twins := [p for p in right.publications if p.number == found.number]:
        raise twin("publn_nr", found.number, "the publication stands", twins[0].place)
    if row["publn_first_grant"] in ("Y", "1"):
        found.stage = GRANTED
    right.publications.append(found)


def _granted(text: str) -> str:
    return {"Y": "Y", "1": "Y", "N": "N", "0": "N"}.get(text.upper()) or _refused(text)


def _count(text: str) -> str:
    return text if re.fullmatch(r"\d{1,4}", text) else _refused(text)


def _refused(text: str) -> str:
    raise ValueError(text)


def _right_of(reading: Reading, row: Row) -> Right:
    key = row.need("appln_id", cells.key, "the database's number of the application")
    if key not in reading.rights:
        raise RefusedRow(
            "appln_id", key, "no table of applications has it", "Add the application, or see why it was refused."
        )
    return reading.rights[key]


def take_publication(reading: Reading, row: Row) -> None:
    """A publication of an application that another table describes."""
    right = _right_of(reading, row)
    _add_publication(right, _published(row), row)


def take_title(reading: Reading, row: Row) -> None:
    right = _right_of(reading, row)
    if right.title and right.title != cells.words(row["appln_title"]):
        row.apply("appln_title", "of several titles the first is kept", row["appln_title"], right.title)
    right.title = right.title or cells.words(row["appln_title"])


def take_party(reading: Reading, row: Row) -> None:
    """An applicant, or an inventor, of whom only the number is kept; an applicant who is an inventor too is a person."""
    right = _right_of(reading, row)
    name = cells.words(row["psn_name"] or row["person_name"])
    is_inventor = row["invt_seq_nr"] not in ("", "0")
    if is_inventor:
        right.persons.add(name.casefold())
        right.inventors = max(right.inventors or 0, len(right.persons))
        row.apply("person_name", "names of inventors are not kept, their number is", "a name", "one more inventor")
    elif row["applt_seq_nr"] in ("", "0"):
        raise RefusedRow(
            "applt_seq_nr",
            row["applt_seq_nr"],
            "neither applicant nor inventor",
            "Give the row the number of one of the two.",
        )
    elif name:
        right.owners[name] = None

"""What records say of one another: retractions and other notices, and preprints of works that appeared later.

A retracted work stays a record and keeps its place in every count; its note says what became of it. To leave it out is a
decision of the one who counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.sources.crossref.register import date_at
from benchside.sources.crossref.words import EDITIONS, NOTICES
from benchside.sources.tables.book import Book
from benchside.sources.tables.identifiers import bare_doi
from benchside.sources.tables.json_record import Record

PREPRINT_OF, HAS_PREPRINT = "is-preprint-of", "has-preprint"


@dataclass
class Updates:
    """What was said so far: of a DOI in words, and pairs of preprint and published work. Each bears the place that says it."""

    said: dict[str, dict[str, str]] = field(default_factory=dict)
    preprints: dict[tuple[str, str], tuple[str, dict[str, str]]] = field(default_factory=dict)


def take_updates(record: Record, doi: str, updates: Updates) -> bool:
    """Gathers what the record says of others and others of it; says whether it is a notice and no work of its own."""
    is_notice = False
    for update in record.objects("update-to"):
        kind = _kind(record, update, "update-to")
        is_notice = is_notice or kind in NOTICES
        if kind in NOTICES:
            _note(record, updates, bare_doi(str(update.get("DOI") or "")), kind, doi, update)
    for update in record.objects("updated-by"):
        kind = _kind(record, update, "updated-by")
        if kind in NOTICES:
            _note(record, updates, doi, kind, bare_doi(str(update.get("DOI") or "")), update)
    for relation, swap in ((PREPRINT_OF, False), (HAS_PREPRINT, True)):
        for other in record.objects("relation", relation):
            named = bare_doi(str(other.get("id") or ""))
            pair = (named, doi) if swap else (doi, named)
            updates.preprints.setdefault(pair, (record.place, dict(record.proof)))
    return is_notice


def _kind(record: Record, update: Mapping[str, Any], column: str) -> str:
    kind = record.tidied(column, update.get("type")).lower().replace("-", "_").replace(" ", "_")
    if kind not in NOTICES and kind not in EDITIONS:
        record.refuse(
            column,
            kind,
            f"unknown type of update; known: {', '.join((*NOTICES, *EDITIONS))}",
            "Say in the source what it means.",
        )
    return kind


def _note(record: Record, updates: Updates, doi: str, kind: str, notice: str, update: Mapping[str, Any]) -> None:
    on = date_at(record, update.get("updated"), "updated")
    words = f"{NOTICES[kind]}{' on ' + on if on else ''} by the notice {notice}"
    updates.said.setdefault(doi, {}).setdefault(f"{kind} {notice}", words)


def write_updates(book: Book, updates: Updates, keys: Mapping[str, str], as_of: str) -> None:
    """Writes the notes on works that were read, and what of them is one work. `keys`: DOI → key of its work."""
    for doi, said in updates.said.items():
        if doi in keys:
            work = book.get("work", keys[doi])
            work["note"] = "; ".join([*filter(None, [work["note"]]), *said.values()])
            for words in said.values():
                book.settle(
                    "work",
                    keys[doi],
                    "note",
                    words,
                    words,
                    "the work stays and is counted; its note says what became of it",
                )
    for (preprint, published), (place, proof) in updates.preprints.items():
        if preprint in keys and published in keys and preprint != published:
            one, kept = keys[preprint], keys[published]
            book.add("work_merge", f"{one}|{kept}", place, {
                "work_id": one, "kept_id": kept, "verdict": "same", "rule": "version_of", "decided_on": as_of, **proof,
            })  # fmt: skip

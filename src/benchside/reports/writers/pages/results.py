"""What else came of a project: trials, regulatory steps, exploitation, networks, courses, awards, effects."""

from benchside.reports.edition import Edition
from benchside.reports.records import coded

_PARTS = (
    ("Trials", "trial", None, "started_on"),
    ("Regulatory steps", "regulatory_procedure", "kind", "decided_on"),
    ("Mentions in policy documents", "policy_citation", "kind", "cited_on"),
    ("Exploitation", "exploitation_event", "kind", "happened_on"),
    ("Networks", "network", None, "founded_on"),
    ("Courses", "course", None, "opened_on"),
    ("Involvement of patients", "patient_involvement", "kind", "since_on"),
    ("Awards", "award", None, "awarded_on"),
    ("Effects", "effect", "tile", "happened_on"),
)


def results(edition: Edition, project: str) -> list[tuple[str, list[dict]]]:
    """title, entries; parts without any are left out, confidential steps are counted and not named."""
    found = [(title, _entries(edition, project, table, kind, date)) for title, table, kind, date in _PARTS]
    return [(title, entries) for title, entries in found if entries]


def _entries(edition: Edition, project: str, table: str, kind: str | None, date: str) -> list[dict]:
    rows = edition.records.of(table, "project_id", project)
    hidden = [r for r in rows if r.get("is_confidential")]
    entries = [_entry(edition, table, row, kind, date) for row in rows if not row.get("is_confidential")]
    if hidden:
        text = f"{len(hidden)} confidential: counted and not listed"
        entries.append({"text": text, "kind": "", "when": None, "grade": "withheld", "document": None})
    return entries


def _entry(edition: Edition, table: str, row: dict, kind: str | None, date: str) -> dict:
    key = row["evidence_id"].partition(":")[2]
    when = row[date].year if row[date] else None
    return {
        "text": edition.records.label(table, key), "kind": coded(table, kind, row[kind]) if kind else "",
        "when": when, "grade": row["grade"], "document": row["document_id"],
    }  # fmt: skip

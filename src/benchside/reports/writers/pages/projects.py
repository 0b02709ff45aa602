"""The list of projects and the fact sheet of each, in the field's order."""

from itertools import groupby

from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES
from benchside.model.figure import Figure
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.writers.pages.ledger import versions
from benchside.reports.writers.pages.results import results
from benchside.reports.writers.site import Site, file_name

SHEET_FIGURES = ("public_funding", "total_cost", "leverage_total", "leverage_industry", "teams", "publications")
"""Figures of a fact sheet, each asked once for all projects."""


def write(site: Site) -> None:
    """Write the list and every fact sheet."""
    edition = site.edition
    cuts = {id: by_project(edition, id) for id in SHEET_FIGURES if id in all_indicators()}
    rows = sorted(edition.records.ever("project"), key=lambda r: (r["programme_id"], r["acronym"].lower()))
    entries = [_entry(row, cuts) for row in rows]
    grouped = [(p, list(g)) for p, g in groupby(entries, key=lambda e: e["row"]["programme_id"])]
    site.page("projects/index.html", "projects.html", projects=grouped)
    for row in rows:
        site.page(f"projects/{file_name(row['project_id'])}.html", "project.html", **_sheet(edition, row, cuts))


def by_project(edition: Edition, name: str) -> dict[str | None, Figure]:
    """project → figure, in one question."""
    return {f.cut: f for f in edition.ask(name, {}, "project")}


def _entry(row: dict, cuts: dict) -> dict:
    def shown(name: str) -> str:
        figure = cuts.get(name, {}).get(row["project_id"])
        return words.number(figure) if figure else ""

    return {"row": row, "public": shown("public_funding"), "total": shown("total_cost"), "teams": shown("teams")}


def _sheet(edition: Edition, row: dict, cuts: dict) -> dict:
    records, project = edition.records, row["project_id"]
    figures = [c[project] for c in cuts.values() if project in c and words.number(c[project])]
    return {
        "project": row, "status": status(row, edition.as_of), "areas": records.of("project_area", "project_id", project),
        "aliases": [a["alias"] for a in records.of("project_alias", "project_id", project)],
        "readings": records.of("amendment", "project_id", project), "money": versions(records, project), "figures": figures,
        "groups": _groups(edition, project), "assets": _assets(edition, project), "results": results(edition, project),
        "links": records.links_of(project), "works": _works(edition, project), "stories": records.of("story", "project_id", project),
    }  # fmt: skip


def status(row: dict, as_of: str) -> str:
    """running, ended, not begun, at the report's date; unknown where the dates are missing."""
    start, end = row["start_on"], row["end_on"]
    if end and as_of and end.isoformat() < as_of:
        return "ended"
    if start and as_of and start.isoformat() > as_of:
        return "not begun"
    return "running" if start and end else "status not recorded"


def _groups(edition: Edition, project: str) -> list[tuple[str, list[dict]]]:
    rows = edition.records.of("participation", "project_id", project)
    order = list(CODES["partner_group"])
    rows = sorted(rows, key=lambda r: (order.index(r["partner_group"]), r["role"] != "coordinator"))
    members = [(r["partner_group"], _member(edition, r)) for r in rows]
    return [(CODES["partner_group"][g], [m for _, m in found]) for g, found in groupby(members, key=lambda m: m[0])]


def _member(edition: Edition, row: dict) -> dict:
    records = edition.records
    organisation = records.get("organisation", row["organisation_id"]) or {}
    money = records.of("allocation", "participation_id", row["participation_id"], ever=False)
    place = [organisation.get("city"), CODES["country"].get(organisation.get("country") or "", "")]
    return {
        "name": organisation.get("name", row["organisation_id"]), "place": ", ".join(p for p in place if p),
        "role": row["role"].replace("_", " "), "left": row["has_left"] or row["left_on"],
        "amount": ", ".join(words.amount(m["amount"], m["currency"]) for m in money),
    }  # fmt: skip


def _assets(edition: Edition, project: str) -> list[dict]:
    records = edition.records
    return [
        {
            "row": row,
            "stages": sorted(
                records.of("stage_event", "asset_id", row["asset_id"]),
                key=lambda s: (str(s["true_from"]), s["evidence_id"]),
            ),
            "uses": records.of("asset_use", "asset_id", row["asset_id"]),
        }
        for row in records.of("asset", "project_id", project)
    ]


def _works(edition: Edition, project: str) -> list[dict]:
    found = [
        edition.records.get("work", r["work_id"]) for r in edition.records.of("project_work", "project_id", project)
    ]
    return [w for w in found if w]

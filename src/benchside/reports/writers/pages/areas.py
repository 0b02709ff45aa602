"""The areas: money by payer, projects with the basis of their mapping, agreement with what was published."""

from fractions import Fraction
from typing import Any

from benchside.indicators.catalogue import all_indicators
from benchside.model.rounding import printed
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.writers.pages.projects import by_project
from benchside.reports.writers.site import Site, file_name

AREA_MEASURE = "public_plus_industry"
MEASURES = ("public_funding", "industry_in_kind", "public_plus_industry", "other_contributions", "total_cost")


def write(site: Site) -> None:
    """Write the list and every area."""
    edition = site.edition
    cuts = {id: _by_area(edition, id) for id in MEASURES if id in all_indicators()}
    rows = edition.records.ever("area")
    entries = sorted((_entry(edition, row, cuts) for row in rows), key=lambda e: (-(e["value"] or 0), e["name"]))
    top = max((e["value"] or 0 for e in entries), default=0)
    shared: list[dict[str, Any]] = [e | {"share": (e["value"] or 0) / top if top else 0} for e in entries]
    site.page("areas/index.html", "areas.html", areas=shared)
    for entry in shared:
        site.page(f"areas/{file_name(entry['id'])}.html", "area.html", area=entry, **_details(edition, entry, cuts))


def _by_area(edition: Edition, name: str) -> dict:
    return {f.cut: f for f in edition.ask(name, edition.scope_of(name), "area")}


def _entry(edition: Edition, row: dict, cuts: dict) -> dict[str, Any]:
    area = row["area_id"]
    figure = cuts.get(AREA_MEASURE, {}).get(area)
    last = next(reversed(_statements(edition, area)), None)
    checked = last["checked"] if last else None
    return {
        "id": area, "name": row["name"], "value": figure.value if figure else None, "printed": words.number(figure) if figure else "",
        "published": last["published"].printed if last else "–", "figure_id": last["published"].id if last else "",
        "verdict": checked.verdict if checked else "",
    }  # fmt: skip


def _statements(edition: Edition, area: str) -> list[dict]:
    found = [
        p for p in edition.desk.published
        if p.indicator in MEASURES and (p.cut == ("area", area) or p.scope.get("area") == [area])
    ]  # fmt: skip
    return [
        {"published": p, "checked": edition.verdicts.get(p.id)} for p in sorted(found, key=lambda p: (p.as_of, p.id))
    ]


def _details(edition: Edition, entry: dict, cuts: dict) -> dict:
    rows = edition.records.of("project_area", "area_id", entry["id"])
    public, industry = ({} if m not in cuts else by_project(edition, m) for m in ("public_funding", "industry_in_kind"))
    projects = [
        {"row": r, "weight": _share(r["weight"]), "public": _of(public, r), "industry": _of(industry, r)} for r in rows
    ]
    payers = [cuts[m][entry["id"]] for m in MEASURES if m in cuts and entry["id"] in cuts[m]]
    return {
        "payers": payers, "projects": projects, "statements": _statements(edition, entry["id"]),
        "matched": any(r["basis"] == "sum_matched" for r in rows),
    }  # fmt: skip


def _share(millionths: int) -> str:
    return printed(Fraction(millionths, 1_000_000), "percent")


def _of(figures: dict, row: dict) -> str:
    figure = figures.get(row["project_id"])
    return words.number(figure) if figure else ""

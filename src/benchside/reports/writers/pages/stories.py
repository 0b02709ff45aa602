"""The stories: a list by measure of success, and for each the chain from money to use and effect."""

from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES
from benchside.model.rounding import grouped
from benchside.model.tables import RECORD_TYPES
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.records import coded
from benchside.reports.tracing import Tracing
from benchside.reports.writers.pages.pathways import story_picture
from benchside.reports.writers.pages.projects import by_project
from benchside.reports.writers.site import Site, file_name

MONEY = ("public_funding", "industry_in_kind")


def write(site: Site, tracing: Tracing) -> None:
    """Write the list and every story."""
    edition = site.edition
    told = edition.records.now("story")
    tiles = [(says, [s for s in told if s["tile"] == tile]) for tile, says in CODES["outcome_tile"].items()]
    site.page("stories/index.html", "stories.html", tiles=[(says, found) for says, found in tiles if found])
    for story in told:
        picture = story_picture(site, tracing, story["story_id"])
        values = story | {"money": _money(edition, story["project_id"])}
        path = f"stories/{file_name(story['story_id'])}.html"
        site.page(path, "story.html", story=values, steps=steps(edition, story["story_id"]), picture=picture)


def _money(edition: Edition, project: str | None) -> list:
    cuts = [by_project(edition, id).get(project) for id in MONEY if id in all_indicators()] if project else []
    return [f for f in cuts if f and words.number(f)]


def steps(edition: Edition, story: str) -> list[dict]:
    """The arrows in their order; one that does not start where the last one ended begins a new branch."""
    found, last = [], None
    rows = sorted(edition.records.of("story_link", "story_id", story), key=lambda r: r["position"])
    for row in rows:
        link = edition.records.get("link", row["link_id"])
        if link is None:
            continue
        start, end = (link["from_type"], link["from_id"]), (link["to_type"], link["to_id"])
        found.append(
            {"link": link, "begins": start != last, "from_sort": _sort(start[0]), "to_sort": _sort(end[0]),
             "from_detail": _detail(edition, *start), "to_detail": _detail(edition, *end)}
        )  # fmt: skip
        last = end
    return found


def _sort(table: str) -> str:
    return RECORD_TYPES[table].title if table in RECORD_TYPES else table


def _detail(edition: Edition, table: str, key: str) -> str:
    """What a node adds to its name: the amount of a contribution, the number of an observation."""
    row = edition.records.get(table, key) or {}
    if row.get("amount") is not None:
        return words.amount(row["amount"], row["currency"])
    if table == "observation":
        bound = "" if row["bound"] == "exact" else coded(table, "bound", row["bound"]) + ": "
        return f"{bound}{grouped(row['value'])}" + (
            f" ({row['observed_on'].year})" if row["observed_on"] else ", undated"
        )
    return ""

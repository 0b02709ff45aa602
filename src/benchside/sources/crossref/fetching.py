"""How works and grants are fetched from Crossref, page by page with a cursor (https://api.crossref.org).

Each grant number and each funder is a list of its own, so that the files say what found a work.
"""

from typing import Any

from benchside.sources.fetching.plan import Asked, Fetch, Option, Plan, Request

ADDRESS = "https://api.crossref.org/v1/works"
ROWS = 200
"""Records of a page; with their references these are some megabytes. The interface takes 1000."""


def plan(asked: Asked) -> Plan:
    """The works of each grant number (of the funders given), or of each funder where no number is given."""
    funders = ",".join(f"award.funder:10.13039/{funder}" for funder in asked["funders"])
    span = _span(asked)
    if asked["grants"]:
        for number, grant in enumerate(asked["grants"], 1):
            filters = [f"award.number:{grant}", *([funders] if funders else []), *span]
            yield from _pages(",".join(filters), f"grant-{number:05}")
    else:
        for funder in asked["funders"]:
            yield from _pages(",".join([f"funder:10.13039/{funder}", *span]), f"funder-{funder}")


def _span(asked: Asked) -> list[str]:
    """The filters of the years and types that are asked for."""
    years = [year for text in asked["years"] for year in text.split("-")]
    span = [f"from-pub-date:{years[0]}", f"until-pub-date:{years[-1]}"] if years else []
    return span + [f"type:{kind}" for kind in asked["types"]]


def _pages(wanted: str, name: str) -> Plan:
    """A page with fewer records than were asked for is the last: the interface gives a cursor after it all the same."""
    cursor, number = "*", 0
    while cursor:
        number += 1
        params = {"filter": wanted, "rows": str(ROWS), "cursor": cursor}
        reply = yield Request(ADDRESS, f"{name}-{number:05}.json", params, "application/json", keep=_items)
        page = reply.json()
        cursor = page["message"].get("next-cursor") if len(_items(page)) == ROWS else None
    return None


def _items(page: Any) -> list[Any]:
    message = page.get("message") if isinstance(page, dict) else None
    items = message.get("items") if isinstance(message, dict) else None
    return items if isinstance(items, list) else []


FETCH = Fetch(
    plan,
    options=(
        Option("grants", "grant numbers such as 115303", r"[^,\s][^,]{1,60}"),
        Option("funders", "numbers of funders in the Open Funder Registry such as 501100000781", r"(10)?\d{5,14}"),
        Option("years", "a year or a span of years such as 2014-2024", r"(19|20)\d\d(-(19|20)\d\d)?", is_list=False),
        Option("types", "types of record such as journal-article or grant", r"[a-z][a-z-]{2,40}"),
    ),
    needs=("grants", "funders"),
    per_second=1.0,
    mailto="mailto",
)
"""Lists are among the costly requests: one a second stays below every limit that the interface has named."""

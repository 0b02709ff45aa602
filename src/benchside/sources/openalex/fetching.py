"""How works are fetched from OpenAlex: one list by a filter, page by page with a cursor (https://developers.openalex.org).

Each way of asking is a list of its own, so that the files say which way found a work: by grant number, by funder, by organisation.
"""

from benchside.sources.fetching.plan import Asked, Fetch, Key, Option, Plan, Request

ADDRESS = "https://api.openalex.org/works"
PER_PAGE = "100"
AT_ONCE = 50
"""Values that one filter takes, joined by |; the interface takes 100."""
WAYS = {
    "grants": "awards.funder_award_id",
    "funders": "funders.id",
    "organisations": "authorships.institutions.ror",
}
"""Option → filter."""


def plan(asked: Asked) -> Plan:
    """The works of each way of asking, narrowed to the years where they are given."""
    for way, filter in WAYS.items():
        values = asked[way]
        for part in range(0, len(values), AT_ONCE):
            wanted = f"{filter}:{'|'.join(values[part : part + AT_ONCE])}"
            for years in asked["years"]:
                wanted += f",publication_year:{years}"
            yield from _pages(wanted, f"{way}-{part // AT_ONCE + 1:03}")


def _pages(wanted: str, name: str) -> Plan:
    cursor, number = "*", 0
    while cursor:
        number += 1
        params = {"filter": wanted, "per_page": PER_PAGE, "cursor": cursor}
        reply = yield Request(ADDRESS, f"{name}-{number:05}.json", params, "application/json", keep=has_works)
        page = reply.json()
        cursor = page["meta"].get("next_cursor") if has_works(page) else None
    return None


def has_works(page: object) -> bool:
    """Has a page works? The one after the last has none."""
    return isinstance(page, dict) and bool(page.get("results")) and isinstance(page.get("meta"), dict)


FETCH = Fetch(
    plan,
    options=(
        Option("grants", "grant numbers such as 115303", r"[^,|:!\s][^,|!]{1,60}"),
        Option("funders", "ids of funders in OpenAlex such as F4320321181", r"F\d{3,12}"),
        Option("organisations", "ROR ids such as 052gg0110", r"0[a-z0-9]{8}"),
        Option("years", "a year or a span of years such as 2014-2024", r"(19|20)\d\d(-(19|20)\d\d)?", is_list=False),
    ),
    needs=("grants", "funders", "organisations"),
    per_second=5.0,
    mailto="mailto",
    key=Key("api_key", "BENCHSIDE_OPENALEX_KEY", "get one, free, from the settings of an account at openalex.org"),
)
"""Without a key the interface gives no cursors; it takes 100 requests a second."""

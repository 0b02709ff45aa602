"""How studies are fetched from ClinicalTrials.gov, page by page with a token (https://clinicaltrials.gov/data-api/api)."""

from typing import Any

from benchside.sources.fetching.plan import Asked, Fetch, Option, Plan, Request

ADDRESS = "https://clinicaltrials.gov/api/v2/studies"
PAGE_SIZE = "100"
AT_ONCE = 100
"""Numbers of studies asked for in one list."""


def plan(asked: Asked) -> Plan:
    """The studies of the numbers, of each sponsor, and of each search."""
    numbers = asked["studies"]
    for part in range(0, len(numbers), AT_ONCE):
        wanted = {"filter.ids": ",".join(numbers[part : part + AT_ONCE])}
        yield from _pages(wanted, f"studies-{part // AT_ONCE + 1:04}")
    for option, param in (("sponsors", "query.spons"), ("terms", "query.term")):
        for number, value in enumerate(asked[option], 1):
            yield from _pages({param: value}, f"{option}-{number:04}")


def _pages(wanted: dict[str, str], name: str) -> Plan:
    token, number = "", 0
    while token or not number:
        number += 1
        params = {**wanted, "format": "json", "pageSize": PAGE_SIZE, **({"pageToken": token} if token else {})}
        reply = yield Request(ADDRESS, f"{name}-{number:04}.json", params, "application/json", keep=_studies)
        page = reply.json()
        token = str(page.get("nextPageToken") or "") if isinstance(page, dict) else ""
    return None


def _studies(page: Any) -> list[Any]:
    studies = page.get("studies") if isinstance(page, dict) else None
    return studies if isinstance(studies, list) else []


FETCH = Fetch(
    plan,
    options=(
        Option("studies", "numbers of studies such as NCT01234567", r"NCT\d{8}"),
        Option("sponsors", "names of sponsors or collaborators", r"[^\r\n]{2,200}"),
        Option("terms", "searches in all fields, such as a grant number", r"[^\r\n]{2,300}"),
    ),
    needs=("studies", "sponsors", "terms"),
    per_second=0.8,
)
"""The interface takes about 50 requests a minute."""

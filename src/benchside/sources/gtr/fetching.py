"""How Gateway to Research is fetched: its second interface, page by page (https://gtr.ukri.org/resources/gtrapi2.html).

Projects are found by their references; for each come its funds, its organisations and its outcomes of those types to which its
links lead. Persons are not asked for.
"""

import re
from collections.abc import Iterator
from typing import Any

from benchside.sources.fetching.plan import Asked, Fetch, Option, Plan, Request

ADDRESS = "https://gtr.ukri.org/gtr/api"
ACCEPT = "application/vnd.rcuk.gtr.json-v7"
_PAGE = "100"
OUTCOMES = (
    "artisticandcreativeproducts", "collaborations", "disseminations", "furtherfundings", "impactsummaries", "intellectualproperties",
    "keyfindings", "policyinfluences", "products", "publications", "researchdatabaseandmodels", "researchmaterials",
    "softwareandtechnicalproducts", "spinouts",
)  # fmt: skip
_OF_PAGE = {"links", "ext", "page", "size", "totalPages", "totalSize"}
"""Keys of a page that hold none of its records."""


def plan(asked: Asked) -> Plan:
    """The projects of each reference, then what hangs on each of them."""
    projects: dict[str, dict[str, Any]] = {}
    for number, reference in enumerate(asked["references"], 1):
        query = {"q": f'"{reference}"', "f": "pro.gr"}
        pages = yield from _pages(f"{ADDRESS}/projects", f"projects-{number:05}", query)
        projects |= {str(record["id"]): record for page in pages for record in _records(page) if record.get("id")}
    for project, record in projects.items():
        for kind in ("funds", "organisations", *(f"outcomes/{kind}" for kind in _kinds(record, asked["outcomes"]))):
            yield from _pages(f"{ADDRESS}/projects/{project}/{kind}", f"{kind.rpartition('/')[2]}-{project}", {})


def _kinds(record: dict[str, Any], wanted: tuple[str, ...]) -> list[str]:
    """The wanted types of which a project has outcomes, by the addresses of its links; all where these cannot be relied on.

    They cannot where a project has no links, or one leads to outcomes of a type that is not known here.
    """
    addresses = list(_addresses(record))
    named = {kind for address in addresses for kind in re.findall(r"/outcomes/(\w+)/", address)}
    sure = addresses and named <= set(OUTCOMES)
    return [kind for kind in wanted if kind in named or not sure]


def _addresses(record: dict[str, Any]) -> Iterator[str]:
    links = record.get("links")
    for link in (links.get("link") if isinstance(links, dict) else None) or ():
        if isinstance(link, dict):
            yield str(link.get("href", ""))


def _pages(address: str, name: str, query: dict[str, str]) -> Any:
    """Every page of a list, and their values; a page without records is not kept."""
    pages: list[Any] = []
    last = 1
    while len(pages) < last:
        here = len(pages) + 1
        params = {**query, "p": str(here), "s": _PAGE}
        reply = yield Request(address, f"{name}-{here:04}.json", params, ACCEPT, keep=lambda page: bool(_records(page)))
        page = reply.json()
        pages.append(page)
        last = int(page.get("totalPages") or 0) if isinstance(page, dict) else 0
    return pages


def _records(page: Any) -> list[dict[str, Any]]:
    """The records of a page, which stand in a list under the name of their sort."""
    if not isinstance(page, dict):
        return []
    lists = (value for key, value in page.items() if key not in _OF_PAGE and isinstance(value, list))
    return [record for record in next(lists, []) if isinstance(record, dict)]


FETCH = Fetch(
    plan,
    options=(
        Option("references", "grant references such as MR/K015273/1", r"[A-Za-z0-9][A-Za-z0-9/_. -]{2,40}"),
        Option("outcomes", "types of outcome", choices=OUTCOMES, default=OUTCOMES),
    ),
    needs=("references",),
    per_second=2.0,
)
"""The publisher asks for restraint and names no number."""

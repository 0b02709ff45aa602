"""What organisations have done, as texts: each record's words, and who gets credit for it.

A project's text is its title, its topic's and the names of its classes; its works, assets and rights follow as records of their own. They
all belong to the project: of what an organisation did in one project only the best record will count, so that a project which
reports four hundred papers does not count four hundred times.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

TABLES = {
    "project": ("project_id", "title", "topic_id"),
    "topic": ("topic_id", "title"),
    "project_class": ("project_id", "name"),
    "participation": ("project_id", "organisation_id", "partner_group"),
    "work": ("work_id", "title"),
    "project_work": ("project_id", "work_id"),
    "authorship": ("work_id", "organisation_id"),
    "asset": ("asset_id", "project_id", "name", "kind"),
}
"""The tables whose rows `experience` takes, with the columns that are read."""


@dataclass(frozen=True)
class Deed:
    """A record with its words; `group` is the project it belongs to, or itself where it belongs to none."""

    kind: str
    id: str
    text: str
    group: str
    organisations: tuple[str, ...]


def experience(rows: Mapping[str, Iterable[Row]]) -> list[Deed]:
    """The deeds that the rows of `TABLES` tell of, in the order of their kinds and keys; tables may be missing.

    A work is credited to the organisations of its authors where any of them is known, else to all partners of the
    project that tells of it. An asset is credited to all partners of its project. Without organisations there is no deed; a
    project without a title is one without words: it matches nothing, but it was done.
    """
    listed = {name: list(rows.get(name, ())) for name in TABLES}
    partners = _grouped(listed["participation"], "project_id", "organisation_id")
    found = [*_projects(listed, partners), *_works(listed, partners), *_assets(listed, partners)]
    return sorted((d for d in found if d.organisations), key=lambda d: (d.kind, d.id, d.group))


def _grouped(rows: Iterable[Row], by: str, value: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        if row[value]:
            found.setdefault(row[by], set()).add(row[value])
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _projects(listed: dict[str, list[Row]], partners: Mapping[str, tuple[str, ...]]) -> list[Deed]:
    topics = {row["topic_id"]: row["title"] for row in listed["topic"]}
    classes = _grouped(listed["project_class"], "project_id", "name")
    return [
        Deed("project", key, _joined(row.get("title"), topics.get(row.get("topic_id")), *classes.get(key, ())), key, partners[key])
        for row in listed["project"]
        if (key := row["project_id"]) in partners
    ]  # fmt: skip


def _works(listed: dict[str, list[Row]], partners: Mapping[str, tuple[str, ...]]) -> list[Deed]:
    authors = _grouped(listed["authorship"], "work_id", "organisation_id")
    of_work = _grouped(listed["project_work"], "work_id", "project_id")
    return [
        Deed("work", key, row["title"] or "", group, authors.get(key) or partners.get(group, ()))
        for row in listed["work"]
        for key in [row["work_id"]]
        for group in of_work.get(key, (f"work:{key}",))
    ]


def _assets(listed: dict[str, list[Row]], partners: Mapping[str, tuple[str, ...]]) -> list[Deed]:
    return [
        Deed("asset", row["asset_id"], _joined(row["name"], row["kind"].replace("_", " ")), row["project_id"], partners[row["project_id"]])
        for row in listed["asset"]
        if row.get("project_id") in partners
    ]  # fmt: skip


def _joined(*parts: str | None) -> str:
    """Each text once: a topic's title stands in two tables."""
    return ". ".join(dict.fromkeys(part for part in parts if part))

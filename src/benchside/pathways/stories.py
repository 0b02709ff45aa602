"""The stories of a programme as chains of arrows, in the order they are told."""

from dataclasses import dataclass

from benchside.pathways.arrows import Arrow, arrows_at, best_grade
from benchside.pathways.pathways import Pathways
from benchside.pathways.records import Place


@dataclass(frozen=True)
class Story:
    """A named result told as a chain. `missing`: links it names that are not there. `places` come in the order they are met."""

    story_id: str
    title: str
    project_id: str | None
    tile: str
    summary: str
    document_id: str | None
    arrows: list[Arrow]
    places: list[Place]
    missing: list[str]

    @property
    def best(self) -> str | None:
        """The strongest grade among its arrows."""
        return best_grade(a.grade for a in self.arrows)


def stories(pathways: Pathways) -> list[Story]:
    """Every story, by key."""
    told = pathways.records.tables.get("story")
    rows = sorted(told.to_pylist(), key=lambda r: r["story_id"]) if told is not None else []
    members, arrows = _members(pathways), _arrows(pathways)
    return [_story(pathways, row, members.get(row["story_id"], []), arrows) for row in rows]


def story(pathways: Pathways, key: str) -> Story | None:
    """The story of that key, or None."""
    return next((s for s in stories(pathways) if s.story_id == key), None)


def _story(pathways: Pathways, row: dict, links: list[str], arrows: dict[str, Arrow]) -> Story:
    mine = [arrows[k] for k in links if k in arrows]
    places = pathways.records.places(id for a in mine for id in (a.start, a.end))
    return Story(
        row["story_id"], row["title"], row["project_id"], row["tile"], row["summary"], row["document_id"],
        mine, list(places.values()), [k for k in links if k not in arrows],
    )  # fmt: skip


def _members(pathways: Pathways) -> dict[str, list[str]]:
    table = pathways.records.tables.get("story_link")
    rows = sorted(table.to_pylist(), key=lambda r: (r["story_id"], r["position"])) if table is not None else []
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row["story_id"], []).append(row["link_id"])
    return found


def _arrows(pathways: Pathways) -> dict[str, Arrow]:
    """link_id → arrow, for the links that any story tells."""
    table = pathways.records.tables.get("story_link")
    if table is None:
        return {}
    wanted = set(table["link_id"].to_pylist())
    ids = pathways.arrows["arrow_id"].to_pylist()
    return {a.arrow_id: a for a in arrows_at(pathways.arrows, [n for n, i in enumerate(ids) if i in wanted])}

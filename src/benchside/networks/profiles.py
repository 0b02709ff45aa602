"""What the records say of each organisation besides what it did: name, country, sector, size, projects, partners."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]

FEW_PROJECTS = 1
"""A newcomer has taken part in so many projects at most."""


class Profiles:
    """Looked up by the organisation's key; what the records do not say is empty, `unknown` for a sector."""

    def __init__(self, organisations: Iterable[Row], statuses: Iterable[Row], participations: Iterable[Row]):
        self._told = {row["organisation_id"]: row for row in organisations}
        self._status = {row["organisation_id"]: row for row in statuses}
        self._groups: dict[str, Counter[str]] = {}
        self._projects: dict[str, set[str]] = {}
        self._partners: dict[str, set[str]] = {}
        for row in participations:
            who, project = row["organisation_id"], row["project_id"]
            self._groups.setdefault(who, Counter())[row.get("partner_group") or "unknown"] += 1
            self._projects.setdefault(who, set()).add(project)
            self._partners.setdefault(project, set()).add(who)
        often = {who: min(groups, key=lambda s: (-groups[s], s)) for who, groups in self._groups.items()}
        self._sectors = often | {who: row["sector"] for who, row in self._status.items() if row.get("sector")}

    def name(self, who: str) -> str:
        """Its name, or its key where no record names it."""
        return (self._told.get(who) or {}).get("name") or who

    def country(self, who: str) -> str:
        """Its country, ISO code."""
        return (self._told.get(who) or {}).get("country") or ""

    def sector(self, who: str) -> str:
        """The sector of its latest status, else the one in which it takes part most often; ties by name."""
        return self._sectors.get(who, "unknown")

    def is_small(self, who: str) -> bool:
        """Is it an SME by its latest status, or, where there is none, has it ever taken part as one?"""
        stated = (self._status.get(who) or {}).get("is_sme")
        return bool(stated) if stated is not None else "sme" in self._groups.get(who, ())

    def is_newcomer(self, who: str) -> bool:
        """Has it taken part in few projects?"""
        return self.projects(who) <= FEW_PROJECTS

    def projects(self, who: str) -> int:
        """In how many projects it took part."""
        return len(self._projects.get(who, ()))

    def worked_with(self, who: str, others: Iterable[str]) -> dict[str, int]:
        """Which of the others it shares projects with, and how many; the most first, ties by key."""
        own = self._projects.get(who, set())
        return _most({o: len(own & self._projects.get(o, set())) for o in others if o != who})

    def partners_of(self, members: Iterable[str]) -> set[str]:
        """Everybody who shares a project with any of them; a member itself where another member shares one with it."""
        projects = ((m, p) for m in members for p in self._projects.get(m, ()))
        return {other for member, project in projects for other in self._partners[project] if other != member}

    def usual_partners(self, who: str, count: int = 3) -> dict[str, int]:
        """With whom it has shared most projects; ties by key."""
        met = Counter(other for project in self._projects.get(who, ()) for other in self._partners[project])
        del met[who]
        return dict(list(_most(met).items())[:count])


def _most(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(((o, n) for o, n in counts.items() if n), key=lambda item: (-item[1], item[0])))

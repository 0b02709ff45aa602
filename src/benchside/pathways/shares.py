"""How an effect is divided among the projects behind it, so that all projects, and all programmes, add up to the effects once each.

Three ways, printed with every share. `equal`: each project behind the effect has the same share. `money`: in proportion to an
amount of each, in cents. `stated`: as the links say, arrow by arrow backwards from the effect. A way that cannot be followed is refused
with its reason; none takes the place of another. A share divides a count: it says nothing of what would have happened otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pyarrow as pa

from benchside.errors import DataError, unknown
from benchside.pathways.arrows import Arrow
from benchside.pathways.pathways import Pathways
from benchside.pathways.whole_columns import pc

WAYS = ("equal", "money", "stated")

EFFECTS = ("outcome", "impact")
"""The stages of what is divided where nobody names an effect."""


@dataclass(frozen=True)
class Share:
    """A project's share of one effect, by one of the ways. Of an effect all shares add up to 1."""

    effect: str
    project: str
    way: str
    share: Fraction


@dataclass(frozen=True)
class ProgrammeTotal:
    """Effects that any project of a programme stands behind (`effects`, each once), and the sum of its projects' shares of them.

    An effect of two programmes is in `effects` of both; the sums of shares of all programmes are the number of effects.
    """

    programme: str
    effects: int
    share: Fraction


def shares(pathways: Pathways, effect: str, way: str = "equal", money: Mapping[str, int] | None = None) -> list[Share]:
    """The shares of the projects behind an effect, the largest first, then by key; empty where no project stands behind it.

    `money`: project → cents. Raises `DataError` where the way cannot be followed: an amount is missing or all are zero, or the
    stated shares are incomplete, do not add up, or go in a circle.
    """
    if way not in WAYS:
        raise unknown("way to share", way, WAYS)
    number = pathways.number(effect)
    name = pathways.ids[number].as_py()
    behind = pathways.graph.behind(np.array([number]))
    projects = _projects(pathways, behind)
    if not projects:
        return []
    if way == "stated":
        behind[number] = True
        divided = _stated(pathways.between(behind), name, projects)
    else:
        divided = _equal(projects) if way == "equal" else _by_money(name, projects, money or {})
    found = [Share(name, project, way, part) for project, part in divided.items()]
    return sorted(found, key=lambda s: (-s.share, s.project))


def all_shares(
    pathways: Pathways, way: str = "equal", money: Mapping[str, int] | None = None
) -> tuple[list[Share], list[str]]:
    """The shares of every outcome and impact, and why some could not be divided; those with no project behind them have neither."""
    found, refused = [], []
    for number in np.flatnonzero(pathways.at_stage(*EFFECTS)).tolist():
        try:
            found += shares(pathways, pathways.ids[number].as_py(), way, money)
        except DataError as error:
            refused.append(str(error))
    return found, refused


def by_programme(divided: Iterable[Share], programme_of: Mapping[str, str]) -> list[ProgrammeTotal]:
    """The totals of programmes, by key; `programme_of`: project → programme, which every project must have."""
    effects, sums = defaultdict(set), defaultdict(Fraction)
    for share in divided:
        programme = programme_of[share.project]
        effects[programme].add(share.effect)
        sums[programme] += share.share
    return [ProgrammeTotal(p, len(effects[p]), sums[p]) for p in sorted(effects)]


def programmes_of(pathways: Pathways) -> dict[str, str]:
    """project → its programme, of every project on record."""
    table = pathways.records.tables.get("project")
    return (
        {} if table is None else dict(zip(*(table[c].to_pylist() for c in ("project_id", "programme_id")), strict=True))
    )


def _projects(pathways: Pathways, mask: np.ndarray) -> list[str]:
    ids = pathways.ids.take(pa.array(np.flatnonzero(mask)))
    return sorted(i.partition(":")[2] for i in ids.filter(pc.starts_with(ids, "project:")).to_pylist())


def _equal(projects: list[str]) -> dict[str, Fraction]:
    return dict.fromkeys(projects, Fraction(1, len(projects)))


def _by_money(effect: str, projects: list[str], money: Mapping[str, int]) -> dict[str, Fraction]:
    without = [p for p in projects if p not in money]
    if without:
        raise DataError(
            f"{effect} cannot be shared by money: no amount is on record for {', '.join(without)}. Record their contributions, or share it equally."
        )
    total = sum(money[p] for p in projects)
    if total <= 0:
        raise DataError(
            f"{effect} cannot be shared by money: the amounts of {', '.join(projects)} are all zero. Share it equally."
        )
    return {p: Fraction(money[p], total) for p in projects}


def _stated(arrows: list[Arrow], effect: str, projects: list[str]) -> dict[str, Fraction]:
    """What is left with each project when the whole is handed back from the effect, arrow by arrow."""
    before, waiting = defaultdict(list), defaultdict(int)
    for arrow in _that_count(arrows):
        before[arrow.end].append(arrow)
        waiting[arrow.start] += 1
    held, kept, settled = defaultdict(Fraction, {effect: Fraction(1)}), {}, 0
    ready = [] if waiting[effect] else [effect]
    while ready:
        node = ready.pop()
        parts = _handed_back(node, before[node])
        for arrow, part in zip(before[node], parts, strict=True):
            held[arrow.start] += held[node] * part
            waiting[arrow.start] -= 1
            settled += 1
            if not waiting[arrow.start]:
                ready.append(arrow.start)
        kept[node] = held[node] * (1 - sum(parts))
    if settled < sum(map(len, before.values())):
        raise DataError(
            f"{effect} cannot be shared as stated: its arrows go in a circle. `benchside pathways` names it; mend the link."
        )
    elsewhere = sorted(n for n, part in kept.items() if part and not n.startswith("project:"))
    if elsewhere:
        raise DataError(
            f"{effect} cannot be shared as stated: no project stands behind {', '.join(elsewhere)}, which has a part in it. Link them to projects, or share it equally."
        )
    return {p: kept.get(f"project:{p}", Fraction(0)) for p in projects}


def _that_count(arrows: list[Arrow]) -> list[Arrow]:
    """Arrows that can hand back a share: none that begins with money or a programme, and to a project only those from a project."""
    money = ("contribution:", "allocation:", "commitment:", "programme:")
    return [
        a for a in arrows
        if a.start != a.end
        and not a.start.startswith(money)
        and (a.start.startswith("project:") or not a.end.startswith("project:"))
    ]  # fmt: skip


def _handed_back(node: str, arrows: list[Arrow]) -> list[Fraction]:
    """The part each arrow takes back. A project keeps what no other project is said to have; anything else keeps nothing."""
    stated = [a.share for a in arrows]
    if node.startswith("project:"):
        parts = [s or Fraction(0) for s in stated]
        if sum(parts) > 1:
            raise DataError(_not_one(node, arrows, sum(parts)))
        return parts
    if len(arrows) == 1 and stated[0] is None:
        return [Fraction(1)]
    if any(s is None for s in stated):
        missing = ", ".join(a.arrow_id for a, s in zip(arrows, stated, strict=True) if s is None)
        raise DataError(
            f"{node} cannot be shared as stated: nobody states the share of {missing}. Fill `share` of these links, or share it equally."
        )
    parts = [s for s in stated if s is not None]
    if arrows and sum(parts) != 1:
        raise DataError(_not_one(node, arrows, sum(parts)))
    return parts


def _not_one(node: str, arrows: list[Arrow], total: Fraction | int) -> str:
    names = ", ".join(a.arrow_id for a in arrows)
    return f"{node} cannot be shared as stated: the shares of {names} add up to {float(total):g}, expected 1. Correct `share` of these links."

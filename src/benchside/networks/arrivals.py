"""Who is new, and who works together again: by the year in which projects begin, and by call.

Both look back on the records that are there: in the first year everybody is new, and an organisation that was in an
earlier programme counts as new unless that programme's records are among them.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from benchside.networks.participation import Team, by_project

UNDATED = date.max
"""Where a project without a start stands: after all others, so that it makes nobody a veteran."""


@dataclass(frozen=True)
class Arrivals:
    """Organisations of a period, those of them without a project in an earlier one, and the same of pairs.

    `repeat_pairs` are the pairs that shared a project in an earlier period. Shares are missing where there is nothing to divide by.
    """

    period: str
    projects: int
    organisations: int
    newcomers: int
    pairs: int
    repeat_pairs: int

    @property
    def newcomer_share(self) -> float | None:
        """Newcomers over organisations."""
        return self.newcomers / self.organisations if self.organisations else None

    @property
    def repeat_share(self) -> float | None:
        """Pairs that met before over all pairs."""
        return self.repeat_pairs / self.pairs if self.pairs else None


def by_year(members: Iterable[Team]) -> list[Arrivals]:
    """A row for each year in which a project begins; projects without a start are left out."""
    dated = [t for t in members if t.starts]
    return _arrivals(dated, {t.project: ((t.starts.year,), str(t.starts.year)) for t in dated if t.starts})


def by_call(members: Iterable[Team]) -> list[Arrivals]:
    """A row for each call, in the order in which their first projects began; projects without a call are left out.

    Calls whose first projects began on one day are of one time: neither makes the other's organisations veterans.
    """
    called = [t for t in members if t.call]
    first: dict[str, date] = {}
    for t in called:
        first[t.call or ""] = min(first.get(t.call or "", UNDATED), t.starts or UNDATED)
    return _arrivals(called, {t.project: ((first[t.call or ""].toordinal(),), t.call or "") for t in called})


def _arrivals(members: list[Team], periods: dict[str, tuple[tuple[int], str]]) -> list[Arrivals]:
    """`periods` gives each project the time it stands at and the name of its row; what is of one time is compared with the times before."""
    listed = by_project(members)
    seen: set[str] = set()
    met: set[tuple[str, str]] = set()
    found = []
    order = sorted(listed, key=lambda project: (periods[project], project))
    for _, same_time in itertools.groupby(order, key=lambda project: periods[project][0]):
        there: set[str] = set()
        together: set[tuple[str, str]] = set()
        for name, projects in itertools.groupby(same_time, key=lambda project: periods[project][1]):
            groups = [[t.organisation for t in listed[p]] for p in projects]
            who = {o for group in groups for o in group}
            pairs = {pair for group in groups for pair in itertools.combinations(group, 2)}
            found.append(Arrivals(name, len(groups), len(who), len(who - seen), len(pairs), len(pairs & met)))
            there |= who
            together |= pairs
        seen |= there
        met |= together
    return found

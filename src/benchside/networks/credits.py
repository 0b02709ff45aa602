"""How much of a question each organisation has answered by what it has done.

An organisation has one place for each project (or work of its own) that it took part in. At a question the place is worth what the best
matching record in it is worth, from 0 to 1, and a little for having been there at all. All of them add up: that is the score, so that it can be
taken apart again without a remainder.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchside.networks.experience import Deed
from benchside.networks.text_index import TextIndex

SHARPNESS = 2.5
"""A record that matches half as well as the best is worth 0.5 to this power: subjects near by count little."""
EXPERIENCE = 1.0
"""What a project adds whatever its subject, as a multiple of what the records are worth on average at the question. Where much of a programme
matches, who did much is likely to have done this as well; where little does, only the match counts."""
ALONE = 0.3
"""What a project of one organisation is worth beside one with partners, who are what is asked for."""


@dataclass(frozen=True)
class Answer:
    """A question's worth of every record (0 to 1), what a project adds in general, and for every organisation the matched and the whole amount."""

    worth: np.ndarray
    general: float
    matched: np.ndarray
    total: np.ndarray


class Credits:
    """Who did what, ready for questions. `organisations` are in the order of their keys."""

    def __init__(self, deeds: Sequence[Deed]):
        self.deeds = deeds
        self.index = TextIndex(deed.text for deed in deeds)
        listed = sorted((o, deed.group, n) for n, deed in enumerate(deeds) for o in deed.organisations)
        self.organisations = sorted({o for o, _, _ in listed})
        self.place = {o: n for n, o in enumerate(self.organisations)}
        self._deed = np.array([n for _, _, n in listed], dtype=np.int64)
        places = [next(same) for _, same in itertools.groupby(enumerate(listed), key=lambda item: item[1][:2])]
        self._starts = np.array([at for at, _ in places], dtype=np.int64)
        self._ends = np.append(self._starts[1:], len(listed))
        self._owner = np.array([self.place[o] for _, (o, _, _) in places], dtype=np.int64)
        self._factor = _factors([group for _, (_, group, _) in places])
        self._begins = np.searchsorted(self._owner, np.arange(len(self.organisations) + 1))

    def answer(self, question: str) -> Answer:
        """The worth of every record and organisation; where no record shares a term with the question, experience alone counts, each
        project as 1."""
        scores = self.index.scores(question)
        best = scores.max(initial=0.0)
        worth = (scores / best) ** SHARPNESS if best else scores
        placed = np.maximum.reduceat(worth[self._deed], self._starts) if len(self._starts) else np.zeros(0)
        matched = self._added(placed * self._factor) if best else np.zeros(len(self.organisations))
        general = EXPERIENCE * (float(worth.mean()) if best else 1.0)
        return Answer(worth, general, matched, matched + self._added(general * self._factor))

    def _added(self, amounts: np.ndarray) -> np.ndarray:
        return np.bincount(self._owner, amounts, len(self.organisations))

    def having(self, term: str) -> np.ndarray:
        """For every organisation: has any of its records the term?"""
        there = np.zeros(len(self.deeds), dtype=bool)
        there[self.index.having(term)] = True
        found = np.zeros(len(self.organisations), dtype=bool)
        found[self._owner[np.logical_or.reduceat(there[self._deed], self._starts)]] = True
        return found

    def best(self, organisation: str, answer: Answer) -> list[tuple[Deed, float]]:
        """The best record of each project that matches, with the amount that it adds, the most first; ties by key."""
        at = self.place[organisation]
        found = []
        for n in range(self._begins[at], self._begins[at + 1]):
            deed = max(self._deed[self._starts[n] : self._ends[n]].tolist(), key=lambda d: (answer.worth[d], -d))
            if answer.worth[deed] > 0:
                found.append((self.deeds[deed], float(answer.worth[deed] * self._factor[n])))
        return sorted(found, key=lambda item: (-item[1], item[0].id))


def _factors(groups: list[str]) -> np.ndarray:
    """1 for a project of several organisations, `ALONE` for one without partners."""
    _, at, size = np.unique(np.array(groups, dtype=object).astype(str), return_inverse=True, return_counts=True)
    return np.where(size[at] > 1, 1.0, ALONE)

"""An index of texts, and how well each of them answers a question: BM25 (Robertson and Zaragoza 2009).

It is two arrays for each term, built from the texts at hand; nothing is learnt from elsewhere. `PLATEAU` says how soon a term that stands
again adds nothing more, `LENGTH` how far a long text is held against what it repeats (0 not at all, 1 in full).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from benchside.networks.terms import terms

PLATEAU = 1.2
LENGTH = 0.75


class TextIndex:
    """Texts by their place in the order given; the same texts and question always give the same scores."""

    def __init__(self, texts: Iterable[str]):
        counted = [Counter(terms(text)) for text in texts]
        self.size = len(counted)
        lengths = np.array([sum(c.values()) for c in counted], dtype=float)
        usual = lengths[lengths > 0].mean() if lengths.any() else 1.0
        self._held = 1 - LENGTH + LENGTH * lengths / usual
        self._postings = _postings(counted)

    def weight(self, term: str) -> float:
        """How telling a term is: the fewer texts have it, the more; 0 for a term that no text has."""
        having = len(self.having(term))
        return math.log(1 + (self.size - having + 0.5) / (having + 0.5)) if having else 0.0

    def having(self, term: str) -> np.ndarray:
        """The places of the texts that have a term."""
        return self._postings[term][0] if term in self._postings else np.array([], dtype=np.int64)

    def scores(self, question: str) -> np.ndarray:
        """The score of every text, 0 where it shares no term with the question; a term asked twice counts twice."""
        found = np.zeros(self.size)
        for term, times in sorted(Counter(terms(question)).items()):
            if term in self._postings:
                texts, counts = self._postings[term]
                found[texts] += times * self.weight(term) * _saturated(counts, self._held[texts])
        return found


def _saturated(counts, held):
    return counts * (PLATEAU + 1) / (counts + PLATEAU * held)


def _postings(counted: Sequence[Counter[str]]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Term → the places of the texts that have it, rising, and how often each has it."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for place, counts in enumerate(counted):
        for term, times in counts.items():
            places, often = found.setdefault(term, ([], []))
            places.append(place)
            often.append(times)
    return {term: (np.array(p, dtype=np.int64), np.array(n, dtype=float)) for term, (p, n) in found.items()}

"""The world's literature: citation indicators over tables of works, exact and recomputable.

`measure(corpus, indicator, **params)` answers every indicator of the catalogue; `open_corpus` reads the tables.
"""

from benchside.corpus.catalogue import measure
from benchside.corpus.tables import Corpus, open_corpus

__all__ = ["Corpus", "measure", "open_corpus"]

"""All citation indicators by name, and the one door to them."""

import functools
from typing import Any

import benchside.corpus.measures as measures
from benchside.corpus.params import Params, read_params
from benchside.corpus.tables import Corpus
from benchside.errors import unknown
from benchside.registry import gather


@functools.cache
def all_measures() -> dict[str, Any]:
    """name → measure."""
    return gather(measures, "MEASURE")


def measure(corpus: Corpus, indicator: str, **params: Any) -> Any:
    """The value of an indicator: a number, None where it is undefined, a dictionary by work, or a list.

    Raises `UsageError` for an unknown indicator or parameter, naming the known ones.
    """
    known = all_measures()
    if indicator not in known:
        raise unknown("citation indicator", indicator, known)
    found = known[indicator]
    checked: Params = read_params(params, extra=found.params)
    return found.compute(corpus, checked)

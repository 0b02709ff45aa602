"""All indicators and dimensions by name, found by walking the folders."""

import functools

import benchside.indicators as indicators
from benchside.errors import unknown
from benchside.indicators import dimensions
from benchside.indicators.base import Indicator
from benchside.indicators.dimension import Dimension
from benchside.registry import gather


@functools.cache
def all_indicators() -> dict[str, Indicator]:
    """id → indicator, in the order of the ids."""
    return gather(indicators, "INDICATOR")


@functools.cache
def all_dimensions() -> dict[str, Dimension]:
    """id → dimension."""
    return gather(dimensions, "DIMENSION")


def indicator(name: str) -> Indicator:
    """The indicator of that id; `UsageError` with the known ids where there is none."""
    if name not in all_indicators():
        raise unknown("indicator", name, all_indicators(), do="`benchside figures DIR` lists them all.")
    return all_indicators()[name]


def dimension(name: str) -> Dimension:
    """The dimension of that id; `UsageError` with the known ids where there is none."""
    if name not in all_dimensions():
        raise unknown("dimension", name, all_dimensions())
    return all_dimensions()[name]

"""All charts by name, found by walking the folder."""

import functools

import benchside.charts as charts
from benchside.charts.base import Chart
from benchside.errors import unknown
from benchside.registry import gather


@functools.cache
def all_charts() -> dict[str, Chart]:
    """id → chart, in the order of the ids."""
    return gather(charts, "CHART")


def chart(name: str) -> Chart:
    """The chart of that id; `UsageError` with the known ids where there is none."""
    if name not in all_charts():
        raise unknown("chart", name, all_charts())
    return all_charts()[name]

"""One specification, several widths: what has to change when a picture is made narrower.

Labels wrap instead of being cut off, rows grow as high as their labels, and numbers keep room beside the bars.
"""

import copy
import textwrap
from typing import Any

from benchside.charts.theme import CONFIG, LINE, NARROW, WIDE

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
LINE_HEIGHT = 14
ROW = 27

WRAPPED = "split(trim(replace(datum.label, regexp('(.{1,' + letters + '})(\\\\s+|$)', 'g'), '$1\\n')), '\\n')"
"""The lines of a label: as many words as fit into `letters` letters, then a new line."""


def letters_at(width: int) -> int:
    """How many letters of a label stand in one line."""
    return 36 if width > (WIDE + NARROW) / 2 else 17


def lines(label: str, letters: int) -> int:
    """How many lines a label takes."""
    return len(textwrap.wrap(label, letters, break_long_words=False)) or 1


def framed(values: list[dict], *, height: Any, params: list[dict] | None = None, **parts) -> dict[str, Any]:
    """A whole specification with the data inside, made for a page."""
    spec = {
        "$schema": SCHEMA,
        "width": WIDE,
        "height": height,
        "autosize": {"type": "fit-x" if isinstance(height, dict) else "fit", "contains": "padding"},
        "params": [{"name": "letters", "value": letters_at(WIDE)}, *(params or [])],
        "data": {"values": values},
        "config": CONFIG,
    }
    return at_width(spec | parts, WIDE)


def at_width(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """The specification for another width; the one given stays as it is."""
    made, letters = copy.deepcopy(spec), letters_at(width)
    made["width"] = width
    for param in made["params"]:
        if param["name"] == "letters":
            param["value"] = letters
    if isinstance(made["height"], dict):
        most = max((lines(v["label"], letters) for v in made["data"]["values"] if "label" in v), default=1)
        made["height"] = {"step": max(ROW, LINE_HEIGHT * most + 8)}
    return made


def label_axis(most_lines: int = 8) -> dict[str, Any]:
    """A vertical axis of words: wrapped, and centred on their row however many lines they take."""
    centred = [
        {"test": f"length({WRAPPED}) == {n}", "value": -LINE_HEIGHT * (n - 1) / 2} for n in range(2, most_lines + 1)
    ]
    return {
        "title": None, "ticks": False, "domain": True, "domainColor": LINE, "labelPadding": 7, "labelLimit": 0,
        "labelExpr": WRAPPED, "labelLineHeight": LINE_HEIGHT, "labelOffset": {"condition": centred, "value": 0},
    }  # fmt: skip

"""One specification, several widths: what has to change when a picture is made narrower.

Labels wrap instead of being cut off, rows grow as high as their labels, and numbers keep room beside the bars.
"""

import copy
import itertools
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
    return 36 if width > (WIDE + NARROW) / 2 else 18


def lines(label: str, letters: int) -> int:
    """How many lines a label takes."""
    return len(textwrap.wrap(label, letters, break_long_words=False, break_on_hyphens=False)) or 1


def framed(values: list[dict], *, height: Any, narrow: int | None = None, **parts) -> dict[str, Any]:
    """A whole specification with the data inside, made for a page; `narrow` is its height on a phone, where it differs."""
    spec = {
        "$schema": SCHEMA,
        "width": WIDE,
        "height": height,
        "autosize": {"type": "fit-x" if isinstance(height, dict) else "fit", "contains": "padding"},
        "params": [{"name": "letters", "value": letters_at(WIDE)}],
        "data": {"values": values},
        "config": CONFIG,
        "usermeta": {"heights": {"wide": height, "narrow": narrow or height}},
    }
    return at_width(spec | parts, WIDE)


def at_width(spec: dict[str, Any], width: int) -> dict[str, Any]:
    """The specification for another width; the one given stays as it is."""
    made, letters = copy.deepcopy(spec), letters_at(width)
    is_narrow = letters < letters_at(WIDE)
    made["width"], made["params"] = width, [{"name": "letters", "value": letters}]
    made["height"] = made["usermeta"]["heights"]["narrow" if is_narrow else "wide"]
    if isinstance(made["height"], dict):
        made["height"] = {"step": _step(list(dict.fromkeys(v["label"] for v in made["data"]["values"])), letters)}
    made["config"]["legend"] = CONFIG["legend"] | ({"direction": "vertical", "columns": 1} if is_narrow else {})
    return made


def _step(labels: list[str], letters: int) -> float:
    """The height of a row, such that no label meets the one below it."""
    heights = [LINE_HEIGHT * lines(label, letters) for label in labels]
    return max([ROW, *((a + b) / 2 + 7 for a, b in itertools.pairwise(heights)), *(h * 0.8 for h in heights)])


def label_axis(most_lines: int = 8) -> dict[str, Any]:
    """A vertical axis of words: wrapped, and centred on their row however many lines they take."""
    centred = [
        {"test": f"length({WRAPPED}) == {n}", "value": -LINE_HEIGHT * (n - 1) / 2} for n in range(2, most_lines + 1)
    ]
    return {
        "title": None, "ticks": False, "domain": True, "domainColor": LINE, "labelPadding": 7, "labelLimit": 0,
        "labelExpr": WRAPPED, "labelLineHeight": LINE_HEIGHT, "labelOffset": {"condition": centred, "value": 0},
    }  # fmt: skip

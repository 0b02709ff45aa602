"""The parameters that citation indicators share, with their defaults; an unknown one is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.errors import UsageError, unknown

CHOICES: dict[str, tuple[str, ...]] = {
    "baseline": ("fractional", "full"),
    "zero_cell": ("one", "null", "zero"),
    "multi": ("mean_of_ratios", "ratio_to_mean_expected"),
    "ties": ("fractional", "all_tied_in", "none_tied_in", "openalex"),
    "counting": ("full", "fractional_unit", "leiden_author"),
    "dedupe": ("work_id", "doi"),
}
"""parameter → its values, the default first."""

WINDOW: dict[str, tuple[Any, ...]] = {
    "given": (),
    "fixed": ("length", "data_end_year", "negative_lag", "self_citations", "incomplete"),
    "until": ("year", "self_citations"),
    "all": ("self_citations",),
}
"""kind of window → the settings it takes."""

SCOPE = ("programme", "works", "organisation", "country", "year_min", "year_max")


@dataclass(frozen=True)
class Params:
    """Checked parameters. `extra` holds those that only some indicators take (`x`, `works`, `bounds`, `which` …)."""

    scope: Mapping[str, Any] = field(default_factory=dict)
    types: tuple[str, ...] | None = None
    cell_keys: tuple[str, ...] = ("field", "year", "type")
    baseline: str = "fractional"
    zero_cell: str = "one"
    multi: str = "mean_of_ratios"
    window: Mapping[str, Any] = field(default_factory=lambda: {"kind": "given"})
    ties: str = "fractional"
    counting: str = "full"
    dedupe: str = "work_id"
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """A citation indicator: its name, formula, unit, what happens to nulls and ties, its source, and the parameters only it takes."""

    id: str
    title: str
    formula: str
    unit: str
    nulls: str
    ties: str
    source: str
    compute: Callable[..., Any]
    params: tuple[str, ...] = ()


def read_params(given: Mapping[str, Any], *, extra: tuple[str, ...] = ()) -> Params:
    """Parameters from what a caller wrote; `UsageError` names an unknown parameter or value and those that are known."""
    shared = {k: v for k, v in given.items() if k in Params.__dataclass_fields__ and k != "extra"}
    own = {k: v for k, v in given.items() if k in extra}
    for name in set(given) - set(shared) - set(own):
        raise unknown("parameter", name, (set(Params.__dataclass_fields__) - {"extra"}) | set(extra))
    for name, values in CHOICES.items():
        if shared.get(name, values[0]) not in values:
            raise unknown(f"value of {name}", str(shared[name]), values)
    _check_window(shared.get("window", {"kind": "given"}))
    for key in set(shared.get("scope") or {}) - set(SCOPE):
        raise unknown("scope key", key, SCOPE)
    shared["scope"] = dict(shared.get("scope") or {})
    for name in ("types", "cell_keys"):
        if shared.get(name) is not None:
            shared[name] = tuple(shared[name])
    return Params(**shared, extra=own)


def _check_window(window: Mapping[str, Any]) -> None:
    kind = window.get("kind")
    if kind not in WINDOW:
        raise unknown("kind of window", str(kind), WINDOW)
    for name in set(window) - {"kind", *WINDOW[kind]}:
        raise unknown(f"setting of the window {kind}", name, WINDOW[kind])
    if kind == "fixed" and not (isinstance(window.get("length"), int) and window["length"] >= 1):
        raise UsageError(
            f"A fixed window has length {window.get('length')!r}, expected a whole number of years from 1; it counts the publication year."
        )

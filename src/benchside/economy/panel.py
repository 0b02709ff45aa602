"""A panel: units observed at several times, some of them treated from a time on.

Treated is meant as in a study: what is to be judged (a grant, a partnership, a tool) reached the unit.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from benchside.errors import InputError, UsageError, unknown

NEVER = math.inf
NEVER_WORDS = ("", "never")
MOST_FAULTS = 5


@dataclass(frozen=True)
class Panel:
    """One observation at each place of `unit`, `time` and `outcome`; `unit` counts into `units`.

    `since[u]`: the time from which unit u is treated, infinity for never. `traits`: name → for each unit a number or a word by which units may
    be matched; a word makes it a category. Units stand in the order of their names, observations in that of unit and time.
    """

    units: tuple[str, ...]
    unit: np.ndarray
    time: np.ndarray
    outcome: np.ndarray
    since: np.ndarray
    traits: dict[str, np.ndarray] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def times(self) -> np.ndarray:
        """Every time once, in order."""
        return np.unique(self.time)

    @property
    def treated(self) -> np.ndarray:
        """For each unit: is it ever treated?"""
        return np.isfinite(self.since)

    @property
    def dates(self) -> list[float]:
        """The times from which units are treated, each once, in order."""
        return sorted(set(self.since[self.treated].tolist()))

    def table(self) -> np.ndarray:
        """Units down, times across; not a number where a unit was not observed."""
        found = np.full((len(self.units), len(self.times)), np.nan)
        found[self.unit, np.searchsorted(self.times, self.time)] = self.outcome
        return found

    def only(self, observations: np.ndarray) -> "Panel":
        """The panel of these observations alone; units that have none left are dropped."""
        left = np.unique(self.unit[observations])
        place = np.searchsorted(left, self.unit[observations])
        return replace(
            self, units=tuple(self.units[u] for u in left), unit=place, time=self.time[observations],
            outcome=self.outcome[observations], since=self.since[left], traits={n: v[left] for n, v in self.traits.items()},
        )  # fmt: skip

    def observable(self) -> "Panel":
        """Without units treated from their first time on; those treated only after the last time are controls. Both are told."""
        first = self.times[0]
        early, late = self.since <= first, self.treated & (self.since > self.times[-1])
        has_before = not early.all() and len(self.times) > 1
        notes = [*self.notes]
        if late.any():
            notes.append(f"{int(late.sum())} units are treated only after the last time and stand among the controls")
        panel = replace(self, since=np.where(late, NEVER, self.since))
        if early.any() and has_before:
            notes.append(
                f"{int(early.sum())} units were treated from the first time on, have no before, and are left out"
            )
            panel = panel.only(~early[panel.unit])
        return replace(panel, notes=tuple(notes))


def read_panel(path: Path, *, unit: str, time: str, outcome: str, treated: str, match: Sequence[str] = ()) -> Panel:
    """The panel of a CSV file with a heading line. `InputError` lists the lines that cannot be read."""
    if not path.is_file():
        raise InputError(f"{path} is no file. Expected a CSV table with a line for each unit and time.")
    try:
        rows = _rows_of(path, (unit, time, outcome, treated, *match))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path.name} cannot be read: {error}. Expected a CSV table in UTF-8.") from error
    return panel_of(rows, unit=unit, time=time, outcome=outcome, treated=treated, match=match, name=path.name)


def _rows_of(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        known = reader.fieldnames or []
        for name in columns:
            if name not in known:
                raise unknown("column", name, known, do=f"Name a column of {path.name}.")
        return [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]


def panel_of(
    rows: Iterable[Mapping[str, str]], *, unit: str, time: str, outcome: str, treated: str, match: Sequence[str] = (), name: str = "the panel"
) -> Panel:  # fmt: skip
    """The panel of rows of text. `treated` holds the time from which the unit is treated, nothing or `never` for one that is not."""
    faults: list[str] = []
    seen: dict[tuple[str, float], tuple[int, float]] = {}
    since: dict[str, float] = {}
    traits: dict[str, dict[str, str]] = {trait: {} for trait in match}
    left_out = 0
    for line, row in enumerate(rows, 2):
        at, value = _number(row[time], time, line, faults), row[outcome]
        start = NEVER if row[treated].lower() in NEVER_WORDS else _number(row[treated], treated, line, faults)
        key = row[unit]
        if since.setdefault(key, start) != start:
            faults.append(f"line {line}: {key} is treated since {row[treated] or 'never'} and elsewhere since {_said(since[key])}")  # fmt: skip
        for trait in match:
            traits[trait].setdefault(key, row[trait])
        if not value or math.isnan(at):
            left_out += not value
            continue
        if (key, at) in seen:
            faults.append(f"line {line}: {key} at {at:g} stands already in line {seen[key, at][0]}")
        seen[key, at] = (line, _number(value, outcome, line, faults))
    if faults:
        more = f"; and {len(faults) - MOST_FAULTS} more" if len(faults) > MOST_FAULTS else ""
        raise InputError(
            f"{name}: {'; '.join(faults[:MOST_FAULTS])}{more}. Expected one line for each unit and time, numbers for times and outcomes."
        )
    notes = (f"{left_out} observations without an outcome are left out",) if left_out else ()
    return _made(seen, since, traits, notes, name)


def _made(seen: dict, since: dict, traits: dict, notes: tuple[str, ...], name: str) -> Panel:
    if not seen:
        raise InputError(f"{name} holds no observation with an outcome. Expected a line for each unit and time.")
    keys = sorted(seen)
    units = tuple(sorted({key for key, _ in keys}))
    place = {key: number for number, key in enumerate(units)}
    return Panel(
        units, np.array([place[u] for u, _ in keys]), np.array([t for _, t in keys]), np.array([seen[k][1] for k in keys]),
        np.array([since[u] for u in units]), {n: _trait(n, [of[u] for u in units], units) for n, of in traits.items()}, notes,
    )  # fmt: skip


def _trait(name: str, values: list[str], units: tuple[str, ...]) -> np.ndarray:
    """Numbers where all are numbers, otherwise words."""
    empty = [unit for unit, value in zip(units, values, strict=True) if not value]
    if empty:
        raise InputError(f"{name} is empty for {', '.join(empty[:MOST_FAULTS])}. Expected a value for each unit that is to be matched.")  # fmt: skip
    try:
        numbers = np.array([float(value) for value in values])
    except ValueError:
        return np.array(values)
    if not np.isfinite(numbers).all():
        raise InputError(f"{name} holds {values[int(np.argmin(np.isfinite(numbers)))]!r}; expected numbers or words.")
    return numbers


def _number(text: str, column: str, line: int, faults: list[str]) -> float:
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        faults.append(f"line {line}: {column} is {text!r}, which is no number")
        return math.nan
    return found


def _said(since: float) -> str:
    return "never" if since == NEVER else f"{since:g}"


def check_groups(panel: Panel, least: int = 2) -> None:
    """`UsageError` where too few units are treated or not treated for anything to be compared."""
    treated, never = int(panel.treated.sum()), int((~panel.treated).sum())
    if treated < least or never < least:
        raise UsageError(
            f"{treated} treated units and {never} never treated ones; expected at least {least} of each. Without a group that was not treated there is nothing to compare with."
        )

"""What became of those that were treated beside those that were not, and whether that may be called an effect.

A comparison of records is associational unless the records say that treatment was given at random: parallel lines before treatment make it more
believable and prove nothing about what would have come after.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from benchside.economy import fixed_effects, group_time
from benchside.economy.effect import Effect, Study
from benchside.economy.matching import Matched, by_propensity, comparable, in_strata
from benchside.economy.panel import Panel, check_groups
from benchside.errors import UsageError

FEW = 10
"""With fewer treated units or fewer controls, clustered errors are too small (Cameron and Miller 2015)."""
LIKELY = 0.05

T = TypeVar("T")


@dataclass(frozen=True)
class Comparison:
    """What could be worked out; `missing` says of everything else why not. `standing`: `associational` or `causal`, and `sentence` why."""

    units: int
    treated: int
    controls: int
    times: tuple[float, ...]
    difference: Effect | None
    study: Study | None
    placebo: Effect | None
    matched: tuple[Matched, ...]
    standing: str
    sentence: str
    notes: tuple[str, ...]
    missing: tuple[str, ...]


def compare(panel: Panel, *, random: str = "") -> Comparison:
    """Difference, event study and placebo, and a matched comparison where the panel has traits. `random`: who states that treatment was drawn by lot."""
    panel, missing = panel.observable(), []
    staggered = len(panel.dates) > 1
    way = group_time if staggered else fixed_effects
    difference = study = placebo = None
    matched: list[Matched] = []
    if _tried(lambda: _has_groups(panel), missing, "comparison"):
        difference = _tried(lambda: way.difference(panel), missing, "difference-in-differences")
        study = _tried(lambda: way.event_study(panel), missing, "event study") if difference else None
        placebo = _tried(lambda: _placebo(panel), missing, "placebo") if difference else None
        if panel.traits:
            matched = _matched(panel, missing)
    standing, sentence = _standing(panel, random, study, placebo, bool(difference or matched))
    return Comparison(
        len(panel.units), int(panel.treated.sum()), int((~panel.treated).sum()), tuple(panel.times.tolist()), difference, study, placebo,
        tuple(matched), standing, sentence, (*panel.notes, *_on_numbers(panel, staggered)), tuple(missing),
    )  # fmt: skip


def _tried(make: Callable[[], T], missing: list[str], what: str) -> T | None:
    """What is made; None where it cannot be, with the reason kept."""
    try:
        return make()
    except UsageError as error:
        missing.append(f"No {what}: {error}")
        return None


def _has_groups(panel: Panel) -> bool:
    check_groups(panel)
    return True


def _placebo(panel: Panel) -> Effect:
    """The difference that a treatment which did not happen seems to make, on the times before the real one."""
    earlier = fixed_effects.moved_earlier(panel)
    way = group_time if len(earlier.dates) > 1 else fixed_effects
    return way.difference(earlier)


def _matched(panel: Panel, missing: list[str]) -> list[Matched]:
    known = comparable(panel)
    made = [
        _tried(lambda: in_strata(known), missing, "match in strata"),
        _tried(lambda: by_propensity(known), missing, "match by propensity"),
    ]
    return [found for found in made if found is not None]


def _on_numbers(panel: Panel, staggered: bool) -> tuple[str, ...]:
    notes = []
    treated, controls = int(panel.treated.sum()), int((~panel.treated).sum())
    if min(treated, controls) < FEW:
        notes.append(
            f"{treated} treated units and {controls} controls: with fewer than {FEW} of either, intervals are too narrow"
        )
    if staggered:
        dates = ", ".join(f"{date:g}" for date in panel.dates)
        notes.append(
            f"treated from {dates}: group-time averages are used, because two-way fixed effects would compare treated units with each other"
        )
    return tuple(notes)


def _standing(
    panel: Panel, random: str, study: Study | None, placebo: Effect | None, is_found: bool
) -> tuple[str, str]:
    if not is_found:
        return "none", "Nothing could be compared, so nothing is said of an effect."
    if random:
        return "causal", (
            f"Causal: {random} states that treatment was given at random, so that treated units and controls differ by chance alone. "
            "It holds for these units, and as far as none dropped out because of it."
        )
    before = _on_before(study, placebo)
    return "associational", (
        "Associational: nobody states that treatment was given at random, so that those treated may have been on another path anyway. "
        f"{before} What is not in the records (how and why units were chosen) may explain the difference."
    )


def _on_before(study: Study | None, placebo: Effect | None) -> str:
    """What the times before treatment say for and against parallel paths."""
    test = study.pre_trend if study else None
    if test is None and placebo is None:
        return "Too few times before treatment were observed to see whether the groups moved alike."
    found = []
    if test is not None:
        said = "differ already" if test.chance < LIKELY else "do not differ demonstrably"
        found.append(f"Before treatment the groups' paths {said} (p {test.chance:.3f})")
    if placebo is not None:
        said = "shows a difference as well" if placebo.chance < LIKELY else "shows no difference"
        found.append(f"a treatment that did not happen {said} (p {placebo.chance:.3f})")
    is_against = (test is not None and test.chance < LIKELY) or (placebo is not None and placebo.chance < LIKELY)
    told = "; ".join(found)
    told = told[:1].upper() + told[1:]
    return f"{told}. {'That speaks against an effect.' if is_against else 'That is no proof of parallel paths afterwards.'}"

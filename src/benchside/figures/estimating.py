"""Estimates: the range that recorded assumptions give to a value, and what a simulation over their shapes says."""

from dataclasses import dataclass, replace
from fractions import Fraction

from benchside.economy.simulation import INDEPENDENT, scaled, simulate, value_range
from benchside.errors import DataError
from benchside.figures.reduce import plain
from benchside.indicators.base import Estimate
from benchside.model.estimate import Assumed, Simulated
from benchside.model.figure import Figure

MILLIONTH = Fraction(1, 1_000_000)
"""Decimals are kept as whole millionths."""


@dataclass(frozen=True)
class Multiplier:
    """What the reduced value is multiplied by, as a range and simulated; or `missing`: why nothing can be estimated."""

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    simulated: Simulated | None = None
    origins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    missing: str = ""


def multiplier(estimate: Estimate, recorded: dict[str, dict | None]) -> Multiplier:
    """From the records of the assumptions, by key (None for one that is not recorded)."""
    gone = [key for key, row in recorded.items() if row is None]
    if gone:
        return Multiplier(missing=" and ".join(f"the assumption {key} is not recorded" for key in gone))
    rows = {key: row for key, row in recorded.items() if row is not None}
    assumed = [_assumed(key, row) for key, row in rows.items()]
    try:
        low, high = value_range(estimate.terms, assumed)
        simulated = simulate(estimate.terms, assumed)
    except DataError as error:
        return Multiplier(missing=str(error))
    origins = tuple(row["document_id"] or row["source"] for row in rows.values())
    notes = tuple(f"{a.name}: {float(a.low):g} to {float(a.high):g}" for a in assumed)
    return Multiplier(low, high, simulated, origins, notes)


def _assumed(key: str, row: dict) -> Assumed:
    low, middle, high = (None if row[end] is None else row[end] * MILLIONTH for end in ("low", "central", "high"))
    assert low is not None
    assert high is not None
    return Assumed(key, row["name"], low, middle, high, row["distribution"], row["unit"])


def estimated(figure: Figure, by: Multiplier) -> Figure:
    """The figure as a range; a range has no single value. Without all assumptions it has no value, and says which are missing."""
    if by.missing or by.simulated is None:
        return replace(figure, value=None, exact="", status="no_value", notes=(by.missing,))
    base = Fraction(figure.exact)
    low, high = sorted((by.low * base, by.high * base))
    simulated = scaled(by.simulated, base)
    return replace(
        figure, value=None, exact="", low=plain(low), high=plain(high), status="estimated", simulated=simulated,
        origins=sorted({*figure.origins, *by.origins}), notes=(*figure.notes, *by.notes, *_simulation_said(simulated)),
    )  # fmt: skip


def _simulation_said(found: Simulated) -> tuple[str, ...]:
    """Nothing for a single uniform assumption: its range says it all."""
    moving = [s.assumed for s in found.swings if s.assumed.low != s.assumed.high and s.assumed.shape != "point"]
    if not moving or (len(moving) == 1 and moving[0].shape == "uniform"):
        return ()
    low, high = (_three_digits(found.quantiles[share]) for share in (0.05, 0.95))
    return (f"simulated, 90 % of the draws lie between {low} and {high}; {INDEPENDENT}",)


def _three_digits(number: float) -> str:
    """As precise as a simulation over assumptions deserves."""
    return f"{float(f'{number:.3g}'):,.10g}".replace(",", "\u202f")

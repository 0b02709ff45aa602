"""How far a curve of times can be read: at its end a few that are left move it by much, and a finding must not rest on them."""

from itertools import takewhile

from benchside.charts.words import THIN, decimals
from benchside.model.figure import Figure, Moment

SHARE, FEWEST = 0.05, 5
"""A curve is read while at least this part of all, and at least so many (half of fewer than ten), are still waiting."""

WORDS = "A curve ends where too few are left to tell: fewer than one in twenty, or than five (half of fewer than ten)."
"""What a definition says of it."""


def readable(curve: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The moments before which enough were still waiting. Those left out are at the end, because fewer and fewer wait."""
    if not curve:
        return ()
    first = curve[0].at_risk
    least = max(SHARE * first, min(FEWEST, first / 2))
    return tuple(takewhile(lambda moment: moment.at_risk >= least, curve))


def reached(figure: Figure) -> float:
    """The share that has got there where the curve can last be read; nought without one."""
    curve = readable(figure.curve)
    return curve[-1].reached if curve else 0


def reached_by(figure: Figure, time: float) -> float:
    """The share that has got there by the time; a curve that ends before stands where it ended."""
    return max((m.reached for m in readable(figure.curve) if m.time <= time), default=0)


def end(figure: Figure) -> float:
    """The last time at which the curve can be read; nought without one."""
    curve = readable(figure.curve)
    return curve[-1].time if curve else 0


def is_half_known(figure: Figure) -> bool:
    """Did half get there while enough were still waiting?"""
    return figure.value is not None and figure.value <= end(figure)


def half(figure: Figure) -> str:
    """The time by which half have got there, with its interval, in words; at a curve's end with how many it rests on."""
    if figure.value is None:
        return "not reached" + (f" (at least {years(figure.low)})" if figure.low is not None else "")
    ends = (
        years(figure.low) if figure.low is not None else "?",
        years(figure.high) if figure.high is not None else "not reached",
    )
    said = f"{years(figure.value)} ({ends[0]} to {ends[1]})"
    return f"{said}; {waited}" if (waited := few_waited(figure)) else said


def few_waited(figure: Figure) -> str:
    """On how few the time rests by which half got there; empty where enough were still waiting, or where there is no such time."""
    if figure.value is None or not figure.curve or is_half_known(figure):
        return ""
    left = next((m.at_risk for m in figure.curve if m.time >= figure.value), 0)
    return f"only {decimals(round(left))} of {decimals(figure.n)} were still waiting then"


def years(time: float) -> str:
    """A time in words."""
    return f"{decimals(time, 1)} {'year' if decimals(time, 1) == '1.0' else 'years'}"


def share(part: float) -> str:
    """A share in whole per cent, or none."""
    if not part:
        return "none"
    return f"<1{THIN}%" if part < 0.005 else f"{decimals(part * 100)}{THIN}%"

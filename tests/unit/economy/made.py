"""Made panels: a known effect on top of effects of unit and time, with noise from a generator that is the same everywhere."""

from benchside.economy.panel import panel_of


def noise(seed):
    """Numbers from −1 to 1 by the generator of Park and Miller (1988)."""
    state = seed
    while True:
        state = state * 48271 % 2147483647
        yield 2 * state / 2147483647 - 1


def rows(units, times, effect, *, since, seed=1, missing=lambda unit, time: False, drift=0.0):
    """A line for each unit and time as text. `since(n)`: from when unit n is treated, or None; `drift`: what treated units gain each year anyway."""
    random = noise(seed)
    found = []
    for n in range(units):
        level, size = 5 * next(random), next(random)
        start = since(n)
        for time in times:
            bump, year = 2 * next(random), 0.3 * (time - times[0]) ** 1.5
            gain = effect * (start is not None and time >= start) + drift * (time - times[0]) * (start is not None)
            line = {
                "unit": f"u{n:03}", "year": str(time), "since": "" if start is None else str(start),
                "papers": repr(10 + level + year + bump + gain), "size": repr(size), "kind": "abc"[n % 3],
            }  # fmt: skip
            if not missing(n, time):
                found.append(line)
    return found


def panel(*arguments, match=(), **options):
    return panel_of(rows(*arguments, **options), unit="unit", time="year", outcome="papers", treated="since", match=match)  # fmt: skip


ONE_DATE = {"since": lambda n: 2014 if n < 10 else None, "missing": lambda n, t: (n * 7 + t) % 11 == 0}
"""Ten of the units are treated from 2014, every eleventh observation is missing."""

TWO_DATES = {"since": lambda n: {0: 2012, 1: 2014}.get(n % 4)}
"""A quarter of the units is treated from 2012, a quarter from 2014."""

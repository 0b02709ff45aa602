"""Citation rates and what is expected of them: the arithmetic of the Relative Citation Ratio.

The publication year never counts as a year: a paper of 2016 has had seven years in 2023. The benchmark's line is
fitted apart for each publication year, by least squares (as in 2016) or through the median (as iCite does now).
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

Line = tuple[float, float]
"""Intercept and slope."""


def citation_rate(citations: float | None, year: int | None, current_year: int) -> float | None:
    """Citations for each year after the publication year; None where no such year has passed, or something is unknown."""
    if citations is None or year is None or current_year <= year:
        return None
    return citations / (current_year - year)


def ratio(rate: float | None, expected: float | None) -> float | None:
    """Rate over expected rate; None unless the expected rate is positive."""
    return None if rate is None or expected is None or expected <= 0 else rate / expected


def least_squares(points: Sequence[tuple[float, float]]) -> Line | None:
    """The line of least squares; None where all points share one abscissa, for then no slope is determined."""
    if len({x for x, _ in points}) < 2:
        return None
    middle_x = math.fsum(x for x, _ in points) / len(points)
    middle_y = math.fsum(y for _, y in points) / len(points)
    spread = math.fsum((x - middle_x) ** 2 for x, _ in points)
    slope = math.fsum((x - middle_x) * (y - middle_y) for x, y in points) / spread
    return middle_y - slope * middle_x, slope


def median_line(points: Sequence[tuple[float, float]]) -> Line | None:
    """The line of least absolute deviations (regression of the median); None where all points share one abscissa.

    For a slope the best intercept is the median of what it leaves, so the sum of deviations is a convex function of
    the slope alone, and the sign of its derivative is a difference of two exact sums. Where a whole interval of slopes
    is equally good its middle is taken.
    """
    if len({x for x, _ in points}) < 2:
        return None
    low = _turn(points, lambda change: change >= 0)
    high = _turn(points, lambda change: change > 0)
    slope = (low + high) / 2
    return median(y - slope * x for x, y in points), slope


def _turn(points: Sequence[tuple[float, float]], reached: Callable[[float], bool]) -> float:
    """The least slope at which the derivative of the sum of deviations has reached a sign, by halving."""
    xs = sorted({x for x, _ in points})
    height = max(y for _, y in points) - min(y for _, y in points)
    bound = min(height / min(b - a for a, b in pairwise(xs)) + 1, 1e150)
    near = 1e-16 * max(1.0, height / (xs[-1] - xs[0]))
    low, high = -bound, bound
    while high - low > near:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (low, middle) if reached(_derivative(points, middle)) else (middle, high)
    return (low + high) / 2


def _derivative(points: Sequence[tuple[float, float]], slope: float) -> float:
    """Change of the sum of deviations with the slope: abscissas of the points below the median less those above it."""
    ordered = [x for _, x in sorted((y - slope * x, x) for x, y in points)]
    half = len(ordered) // 2
    return math.fsum(ordered[:half] + [-x for x in ordered[-half:]])


LINES: dict[str, Callable[[Sequence[tuple[float, float]]], Line | None]] = {
    "ols": least_squares,
    "quantile": median_line,
}
"""regression → how its line is fitted."""

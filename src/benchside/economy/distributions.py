"""The distributions of Student and of Fisher, by the incomplete beta function.

Continued fraction of Lentz as in DLMF, 8.17.22 (https://dlmf.nist.gov/8.17); accurate to about 1e-13.
"""

import math

STEPS = 500


def student_chance(t: float, freedom: float) -> float:
    """The chance of a value at least as far from nought as `t`, on either side."""
    return beta_share(freedom / (freedom + t * t), freedom / 2, 0.5)


def fisher_chance(f: float, above: float, below: float) -> float:
    """The chance of a ratio at least as large as `f`, with the degrees of freedom above and below."""
    return 1.0 if f <= 0 else beta_share(below / (below + above * f), below / 2, above / 2)


def student_bound(freedom: float, share: float = 0.95) -> float:
    """The `t` within which the share lies, found by halving."""
    low, high = 0.0, 1.0
    while student_chance(high, freedom) > 1 - share:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if student_chance(middle, freedom) > 1 - share else (low, middle)
    return (low + high) / 2


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b), for x from 0 to 1."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)
    front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return math.exp(front) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)), forwards."""
    value, above, below = 1.0, 1.0, 0.0
    for step in range(1, STEPS):
        half, tiny = step // 2, 1e-300
        if step % 2:
            part = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            part = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        below = 1 / ((1 + part * below) or tiny)
        above = (1 + part / above) or tiny
        value *= above * below
        if abs(above * below - 1) < 1e-15:
            break
    return value

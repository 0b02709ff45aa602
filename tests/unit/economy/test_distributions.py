"""Chances of Student and Fisher against SciPy 1.17 (scipy.stats.t and f) and closed forms."""

import math

import pytest

from benchside.economy.distributions import beta_share, fisher_chance, student_bound, student_chance


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (student_chance(2.3, 23), 0.030859706837303453),
        (student_chance(-2.3, 23), 0.030859706837303453),
        (student_chance(40, 199), 4.3394585669291187e-97),
        (fisher_chance(2.5, 3, 23), 0.08479935902900265),
        (fisher_chance(1e-3, 7, 400), 0.9999999997777488),
        (student_bound(23), 2.0686576104190486),
        (student_bound(1), 12.706204736174694),
    ],
)
def test_agrees_with_scipy(found, expected):
    assert found == pytest.approx(expected, rel=1e-9)


def test_closed_forms():
    assert student_chance(1, 1) == pytest.approx(0.5)  # Cauchy: half lies beyond ±1
    assert beta_share(0.3, 1, 1) == pytest.approx(0.3)
    assert beta_share(0.3, 2, 1) == pytest.approx(0.09)  # x²
    assert (beta_share(0, 2, 3), beta_share(1, 2, 3)) == (0, 1)
    assert (fisher_chance(0, 2, 9), student_chance(0, 5)) == (1, 1)
    assert fisher_chance(3.0, 1, 20) == pytest.approx(student_chance(math.sqrt(3), 20))  # F with 1 above is t squared

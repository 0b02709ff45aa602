"""Direct, indirect and induced jobs: a sum of two assumptions and one."""

import pytest

POSTS = """
    employment
    project_id | fte
    alpha      | 100
"""

BOTH = (
    POSTS
    + """
    assumption
    assumption_id         | name               | low | high
    jobs_indirect_per_job | jobs at suppliers  | 0   | 1
    jobs_induced_per_job  | jobs from spending | 0   | 1
"""
)


def test_the_range_runs_from_all_low_to_all_high(world):
    figure = world(BOTH).one("jobs_of_all_kinds")
    assert (figure.value, figure.low, figure.high) == (None, 100, 300)  # 100 × (1 + 0 + 0) and 100 × (1 + 1 + 1)


def test_the_simulated_quantiles_lie_inside_the_range(world):
    figure = world(BOTH).one("jobs_of_all_kinds")
    # 1 + the sum of two uniform numbers: 5 % lie below 1 + √0.1 = 1.316, 95 % below 3 − √0.1 = 2.684.
    assert figure.simulated.quantiles[0.05] == pytest.approx(131.6, abs=0.5)
    assert figure.simulated.quantiles[0.95] == pytest.approx(268.4, abs=0.5)
    assert figure.notes[-1].startswith("simulated, 90 % of the draws lie between 13")


def test_what_matters_most_stands_first(world):
    figure = world(
        POSTS
        + """
    assumption
    assumption_id         | name               | low | high
    jobs_indirect_per_job | jobs at suppliers  | 0.5 | 0.7
    jobs_induced_per_job  | jobs from spending | 0.1 | 0.9
    """
    ).one("jobs_of_all_kinds")
    # The others at their middle: spending 100 × (1.6 + 0.1) to 100 × (1.6 + 0.9), suppliers 100 × (1.5 + 0.5) to 100 × (1.5 + 0.7).
    found = [(s.assumed.id, s.at_low, s.at_high) for s in figure.simulated.swings]
    assert found[0] == pytest.approx(("jobs_induced_per_job", 170, 250))
    assert found[1] == pytest.approx(("jobs_indirect_per_job", 200, 220))


def test_one_of_the_two_is_not_enough(world):
    figure = world(
        POSTS
        + """
    assumption
    assumption_id         | name              | low | high
    jobs_indirect_per_job | jobs at suppliers | 0.5 | 0.8
    """
    ).one("jobs_of_all_kinds")
    assert figure.status == "no_value"
    assert figure.notes == ("the assumption jobs_induced_per_job is not recorded",)

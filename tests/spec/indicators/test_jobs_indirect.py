"""Jobs at suppliers: direct jobs times a recorded number, and nothing where it is not recorded."""

POSTS = """
    employment
    project_id | fte
    alpha      | 100
    beta       | 20
"""

ASSUMED = """
    assumption
    assumption_id         | name                              | low | high | distribution
    jobs_indirect_per_job | jobs at suppliers for a direct job | 0.5 | 0.8  | uniform
"""


def test_the_range_is_the_direct_jobs_times_both_ends(world):
    figure = world(POSTS + ASSUMED).one("jobs_indirect")
    assert (figure.value, figure.low, figure.high) == (None, 60, 96)  # 120 × 0.5 and × 0.8
    assert figure.status == "estimated"


def test_a_single_uniform_assumption_needs_no_simulation_in_words(world):
    figure = world(POSTS + ASSUMED).one("jobs_indirect")
    assert figure.notes == ("jobs at suppliers for a direct job: 0.5 to 0.8",)
    assert figure.simulated.central == 78  # 120 × 0.65


def test_a_triangle_is_told_with_its_quantiles(world):
    figure = world(
        POSTS
        + """
    assumption
    assumption_id         | name              | low | central | high | distribution
    jobs_indirect_per_job | jobs at suppliers | 0   | 1       | 4    | triangular
    """
    ).one("jobs_indirect")
    # 120 × √0.2 = 53.67, 120 × (4 − √0.6) = 387.05; to three digits.
    assert figure.notes[-1] == (
        "simulated, 90 % of the draws lie between 53.7 and 387; assumptions drawn independently of each other"
    )


def test_without_the_assumption_there_is_no_value_and_the_reason_is_said(world):
    figure = world(POSTS).one("jobs_indirect")
    assert (figure.value, figure.low, figure.status) == (None, None, "no_value")
    assert figure.notes == ("the assumption jobs_indirect_per_job is not recorded",)


def test_an_assumption_that_cannot_be_drawn_from_is_a_reason_too(world):
    figure = world(
        POSTS
        + """
    assumption
    assumption_id         | name              | low | high | distribution
    jobs_indirect_per_job | jobs at suppliers | 0.5 | 0.8  | triangular
    """
    ).one("jobs_indirect")
    assert figure.status == "no_value"
    assert "has no central value, which gives it a peak" in figure.notes[0]

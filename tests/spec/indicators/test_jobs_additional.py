"""Additional jobs: a product of two assumptions."""

DRAWN = """
    employment
    project_id | fte
    alpha      | 1000

    assumption
    assumption_id      | name                       | low | high
    jobs_multiplier    | jobs for a direct job      | 3   | 5
    jobs_additionality | share not there without it | 0.4 | 0.9
"""


def test_low_meets_low_and_high_meets_high(world):
    figure = world(DRAWN).one("jobs_additional")
    assert (figure.value, figure.low, figure.high) == (None, 1200, 4500)  # 1 000 × 3 × 0.4 and 1 000 × 5 × 0.9
    assert figure.notes[:2] == ("jobs for a direct job: 3 to 5", "share not there without it: 0.4 to 0.9")


def test_the_share_matters_more_than_the_multiplier(world):
    swings = world(DRAWN).one("jobs_additional").simulated.swings
    # At the middle of the multiplier 4 000 × 0.4 to 4 000 × 0.9; at the middle of the share 650 × 3 to 650 × 5.
    assert [(s.assumed.id, round(s.at_low), round(s.at_high)) for s in swings] == [
        ("jobs_additionality", 1600, 3600),
        ("jobs_multiplier", 1950, 3250),
    ]


def test_every_missing_assumption_is_named(world):
    figure = world("""
    employment
    project_id | fte
    alpha      | 1000
    """).one("jobs_additional")
    assert figure.status == "no_value"
    assert figure.notes == (
        "the assumption jobs_multiplier is not recorded and the assumption jobs_additionality is not recorded",
    )

"""The project in the middle."""

LEDGER = """
    contribution
    project_id | payer    | region | amount | valid_on
    alpha      | eu       | eu     | 10     | 2019-01-01
    beta       | eu       | eu     | 15     | 2019-01-01
    beta       | eu       | non_eu | 5      | 2019-01-01
    gamma      | eu       | eu     | 900    | 2019-01-01
    gamma      | industry | eu     | 1      | 2019-01-01
"""


def test_a_grant_in_two_rows_counts_once_and_whole(world):
    figure = world(LEDGER).one("median_public_funding")
    assert figure.value == 20  # of 10, 15 + 5 = 20, 900
    assert figure.n == 3


def test_of_an_even_number_the_middle_two_are_averaged(world):
    desk = world(LEDGER)
    assert desk.one("median_public_funding", {"project": ["alpha", "gamma"]}).value == 455  # (10 + 900) / 2

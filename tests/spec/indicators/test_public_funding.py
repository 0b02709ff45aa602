"""What the European Union pays, at the latest dated version."""

LEDGER = """
    contribution
    project_id | payer              | amount | valid_on   | state        | precision | currency
    alpha      | eu                 | 100    | 2015-01-01 | as_published | exact     | EUR
    alpha      | eu                 | 110    | 2019-01-01 | as_published | exact     | EUR
    alpha      | eu                 | 900    |            | as_published | exact     | EUR
    alpha      | industry           | 80.50  | 2019-01-01 | as_published | exact     | EUR
    alpha      | associated_partner | 7      | 2019-01-01 | as_published | exact     | EUR
    alpha      | associated_partner | 1000   | 2019-01-01 | stated       | rounded   | USD
    alpha      | other              | 5      | 2019-01-01 | as_published | exact     | EUR
    beta       | eu                 | 40     | 2019-01-01 | as_published | exact     | EUR
    beta       | industry           | 60     | 2019-01-01 | as_published | exact     | EUR
    beta       | industry           | 70     | 2020-01-01 | announced    | rounded   | EUR
    beta       | beneficiary        | 3      | 2019-01-01 | as_published | exact     | EUR
"""


def test_an_undated_version_is_never_given_a_date(world):
    desk = world(LEDGER)
    assert desk.one("public_funding").value == 150  # alpha 110, beta 40; the undated 900 of alpha does not count
    assert desk.one("public_funding", as_of="2018-12-31").value == 100  # the first version of alpha


def test_before_the_first_dated_amount_there_is_no_value(world):
    assert world(LEDGER).one("public_funding", as_of="2014-12-31").value is None

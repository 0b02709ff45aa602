"""Industry's contributions at their latest exact version."""

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


def test_announced_amounts_do_not_replace_published_ones(world):
    desk = world(LEDGER)
    assert desk.one("industry_in_kind").value == 140.5  # 80.50 + 60; the 70 of beta is announced and rounded
    assert {f.cut: f.value for f in desk.ask("industry_in_kind", by="project")} == {"alpha": 80.5, "beta": 60}

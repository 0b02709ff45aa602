"""One small ledger that the measures of money read in their different ways: versions, other currencies, announced amounts."""

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

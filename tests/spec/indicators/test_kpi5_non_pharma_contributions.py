"""KPI 5: money from outside the pharmaceutical industry."""


def test_associated_partners_count_and_mixed_other_money_does_not(world):
    desk = world("""
        contribution
        project_id | payer              | form    | amount | currency | valid_on
        alpha      | associated_partner | cash    | 40     | EUR      | 2019-01-01
        alpha      | associated_partner | in_kind | 2.50   | EUR      | 2019-01-01
        alpha      | associated_partner | cash    | 900    | USD      | 2019-01-01
        alpha      | other              | cash    | 7      | EUR      | 2019-01-01
        beta       | industry           | in_kind | 100    | EUR      | 2019-01-01
    """)
    assert desk.one("kpi5_non_pharma_contributions").value == 42.5  # 40 + 2.50, in cash and in kind
    assert desk.one("kpi5_non_pharma_contributions", {"project": ["beta"]}).value is None

"""Grants of national funders in pounds."""


def test_grants_in_pounds_of_a_register_at_their_latest_version(world):
    desk = world("""
        contribution
        project_id | payer    | form  | amount | currency | state     | precision | valid_on
        alpha      | national | grant | 1000   | GBP      | registry  | exact     | 2018
        alpha      | national | grant | 900    | GBP      | registry  | exact     | 2017
        beta       | national | grant | 0      | GBP      | registry  | exact     | 2018
        beta       | national | grant | 5000   | EUR      | registry  | exact     | 2018
        beta       | eu       | grant | 7000   | GBP      | registry  | exact     | 2018
        gamma      | national | grant | 800    | GBP      | announced | exact     | 2018
    """)
    # the later 1000 of alpha; beta's nought; not the euro, the EU's, the announced
    assert desk.one("national_funding").value == 1000
    assert {f.cut: f.value for f in desk.ask("national_funding", by="project")} == {"alpha": 1000, "beta": 0}

"""One share, two scopes: the brochure's two numbers are this figure of all calls and of some."""

LEDGER = """
    project
    project_id | programme_id | call_id
    alpha      | P1           | P1-C1
    beta       | P1           | P1-C2

    call
    call_id | programme_id
    P1-C1   | P1
    P1-C2   | P1

    participation
    participation_id | project_id | organisation_id | partner_group
    Q1               | alpha      | univ-a          | academic
    Q2               | alpha      | firm-b          | sme
    Q3               | beta       | univ-a          | academic
    Q4               | beta       | firm-b          | sme
    Q5               | beta       | body-c          | unknown

    allocation
    project_id | participation_id | amount | valid_on   | precision
    alpha      | Q1               | 80     | 2019-01-01 | exact
    alpha      | Q2               | 20     | 2019-01-01 | exact
    beta       | Q3               | 80     | 2019-01-01 | exact
    beta       | Q4               | 5      | 2015-01-01 | exact
    beta       | Q4               | 10     | 2019-01-01 | exact
    beta       | Q5               | 10     | 2019-01-01 | exact
    beta       | Q5               | 99     | 2019-01-01 | rounded
"""


def test_the_share_depends_on_the_scope(world):
    desk = world(LEDGER)
    figure = desk.one("sme_share_of_funding")
    assert figure.value == 0.15  # (20 + 10) / (80 + 20 + 80 + 10 + 10): 10 replaces 5, the rounded 99 does not count
    assert figure.denominator == 200
    assert desk.one("sme_share_of_funding", {"programme": ["P1"], "call": ["P1-C1"]}).value == 0.2  # 20 / 100
    assert desk.one("sme_share_of_funding", {"call": ["P1-C2"]}).value == 0.1  # 10 / 100

"""Further funding in pounds: once in the whole, once in each project; other currencies and unstated amounts are in no sum."""

FUNDING = """
    project_outcome
    project_id | outcome_id
    alpha      | f-one
    beta       | f-one
    beta       | f-two
    beta       | f-pesos
    beta       | f-unstated
    beta       | f-three

    outcome
    outcome_id | kind            | title
    f-one      | further_funding | a charity
    f-two      | further_funding | a firm
    f-three    | further_funding | a firm
    f-pesos    | further_funding | a ministry
    f-unstated | further_funding | a ministry

    further_funding
    outcome_id | funder     | sector  | amount     | currency | start_on
    f-one      | a charity  | charity | 1000.50    | GBP      | 2012-04-01
    f-two      | a firm     | private | 500        | GBP      | 2014-04-01
    f-three    | a firm     | private | 200        | GBP      | 2014-04-01
    f-pesos    | a ministry | public  | 1270000000 | COP      | 2014-04-01
    f-unstated | a ministry | public  |            | GBP      | 2014-04-01
"""


def test_the_sum_in_pounds_counts_each_amount_once(world):
    desk = world(FUNDING)
    assert desk.one("further_funding").value == 1700.5  # 1000.50 + 500 + 200; not the pesos, not the missing one
    assert {f.cut: f.value for f in desk.ask("further_funding", by="project")} == {"alpha": 1000.5, "beta": 1700.5}
    assert {f.cut: f.value for f in desk.ask("further_funding", by="sector")} == {"charity": 1000.5, "private": 700}


def test_by_the_year_it_began(world):
    desk = world(FUNDING)
    assert {f.cut: f.value for f in desk.ask("further_funding", by="year")} == {"2012": 1000.5, "2014": 700}

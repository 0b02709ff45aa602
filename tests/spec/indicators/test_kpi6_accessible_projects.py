"""KPI 6: others can use something of the project."""


def test_one_accessible_result_is_enough(world):
    desk = world("""
        project
        project_id
        alpha
        beta
        gamma
        delta
        epsilon

        asset
        asset_id | project_id | access
        A1       | alpha      | open
        A2       | alpha      | fee
        A3       | beta       | consortium
        A4       | gamma      | on_request
        A5       | delta      | open
        A6       |            | open

        stage_event
        asset_id | stage
        A5       | planned
    """)
    figure = desk.one("kpi6_accessible_projects")
    assert figure.value == 0.4  # alpha and gamma, of five; delta's is only planned, A6 is of no project
    assert figure.denominator == 5
    assert figure.low < 0.4 < figure.high

"""KPI 2: a passed gate, during the project, once for each asset."""


def test_an_asset_counts_once_and_only_for_gates_passed_in_time(world):
    desk = world("""
        project
        project_id | start_on   | end_on
        alpha      | 2010-01-01 | 2015-06-30

        asset
        asset_id | project_id | kind         | count | created_on
        A1       | alpha      | biomarker    |       | 2012-01-01
        A2       | alpha      | biomarker    | 4     | 2012-01-01
        A3       | alpha      | tool         |       | 2012-01-01
        A4       | alpha      | animal_model |       | 2012-01-01
        A5       |            | tool         |       | 2012-01-01

        stage_event
        asset_id | stage            | reached_on
        A1       | validated        | 2013-01-01
        A1       | in_use           | 2014-01-01
        A2       | qualified        | 2015-06-30
        A3       | in_use           | 2015-07-01
        A4       | under_validation | 2013-01-01
        A5       | standardised     |
    """)
    # A1 once although it passed two gates, A2 stands for four, A5 of no project; A3 was a day late, A4 is not through
    assert desk.one("kpi2_assets_with_milestone").value == 6
    kinds = {f.cut: f.value for f in desk.ask("kpi2_assets_with_milestone", by="kind")}
    assert kinds == {"biomarker": 5, "tool": 1}
    assert desk.one("kpi2_assets_with_milestone", as_of="2014-12-31").value == 2  # A2 was qualified in 2015

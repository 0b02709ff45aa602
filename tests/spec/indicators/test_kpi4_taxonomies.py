"""KPI 4: taxonomies that exist."""


def test_planned_taxonomies_do_not_count(world):
    desk = world("""
        asset
        asset_id | project_id | kind      | count | created_on
        A1       | alpha      | taxonomy  |       | 2014-01-01
        A2       | beta       | taxonomy  | 3     | 2016-01-01
        A3       | beta       | taxonomy  |       | 2014-01-01
        A4       | beta       | biomarker |       | 2014-01-01

        stage_event
        asset_id | stage     | reached_on
        A1       | developed | 2014-01-01
        A3       | planned   | 2014-01-01
    """)
    assert desk.one("kpi4_taxonomies").value == 4  # A1, and A2 stands for three
    assert desk.one("kpi4_taxonomies", as_of="2015-12-31").value == 1

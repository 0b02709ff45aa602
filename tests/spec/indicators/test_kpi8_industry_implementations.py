"""KPI 8: what industry put to use, each asset once."""


def test_implementations_and_uses_of_one_asset_count_once(world):
    desk = world("""
        asset
        asset_id | project_id | created_on
        A1       | alpha      | 2012-01-01
        A2       | beta       | 2012-01-01
        A3       | beta       | 2012-01-01

        exploitation_event
        project_id | asset_id | kind                    | count | happened_on
        alpha      | A1       | industry_implementation |       | 2014-01-01
        alpha      |          | industry_implementation | 5     | 2015-01-01
        alpha      |          | licence                 |       | 2015-01-01

        asset_use
        asset_id | user_group | used_on
        A1       | industry   | 2015-01-01
        A2       | industry   | 2013-01-01
        A2       | industry   | 2016-01-01
        A3       | sme        | 2016-01-01
    """)
    # A1 once, five told without an asset, A2 once; A3 is used by a small firm
    assert desk.one("kpi8_industry_implementations").value == 7
    projects = {f.cut: f.value for f in desk.ask("kpi8_industry_implementations", by="project")}
    assert projects == {"alpha": 6, "beta": 1}
    assert desk.one("kpi8_industry_implementations", as_of="2014-12-31").value == 2  # A1 and A2

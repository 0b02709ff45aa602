"""Assets of the kind `cohort`, and none of a kind near to it."""


def test_only_this_kind_and_no_plans(world):
    desk = world("""
        asset
        asset_id | project_id | kind | count | created_on
        a | alpha | cohort |   | 2011
        b | beta  | cohort | 2 | 2014
        c | beta  | cohort |   | 2014
        d | beta  | biobank |   | 2014

        stage_event
        asset_id | stage | reached_on
        a | in_use    | 2013
        c | planned   | 2014
    """)
    assert desk.one("cohorts").value == 3  # a 1, b two; c is only planned, d is of another kind
    assert desk.one("cohorts", as_of="2012-12-31").value == 1  # b came later
    assert {f.cut: f.value for f in desk.ask("cohorts", by="project")} == {"beta": 2, "alpha": 1}

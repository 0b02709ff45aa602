"""An asset is a result at its one furthest stage, unless it is only planned or was given up."""


def test_each_asset_counts_once_at_its_furthest_stage(world):
    desk = world("""
        asset
        asset_id | project_id | kind      | count | created_on
        a        | alpha      | biomarker |       | 2010
        b        | alpha      | tool      | 12    | 2012
        c        | beta       | tool      |       | 2012
        d        | beta       | tool      |       | 2012
        e        | beta       | database  |       | 2012

        stage_event
        asset_id | stage     | reached_on
        a        | candidate | 2010
        a        | validated | 2014
        c        | planned   | 2012
        d        | in_use    | 2013
        d        | withdrawn | 2015
        e        | developed | 2012
    """)
    assert desk.one("assets").value == 14  # a 1, b twelve, e 1; c is only planned, d was given up
    assert {f.cut: f.value for f in desk.ask("assets", by="stage")} == {"validated": 1, "developed": 1, "(none)": 12}
    assert {f.cut: f.value for f in desk.ask("assets", by="kind")} == {"biomarker": 1, "tool": 12, "database": 1}
    assert {f.cut: f.value for f in desk.ask("assets", by="year")} == {"2010": 1, "2012": 13}
    assert desk.one("assets", {"project": ["beta"]}).value == 1


def test_stages_are_those_reached_by_the_date(world):
    desk = world("""
        asset
        asset_id | project_id | kind      | created_on
        a        | alpha      | biomarker | 2010
        d        | alpha      | tool      | 2012

        stage_event
        asset_id | stage     | reached_on
        a        | candidate | 2010
        a        | validated | 2014
        d        | in_use    | 2013
        d        | withdrawn | 2015
    """)
    at_2013 = {f.cut: f.value for f in desk.ask("assets", by="stage", as_of="2013-12-31")}
    assert at_2013 == {"candidate": 1, "in_use": 1}  # a is not yet validated, d not yet given up

"""Validated means that the history of stages says so, whatever came after."""


def test_use_alone_is_no_validation(world):
    desk = world("""
        asset
        asset_id | project_id | kind      | count | created_on
        a        | alpha      | biomarker |       | 2010
        b        | alpha      | tool      |       | 2010
        c        | beta       | tool      | 3     | 2010
        d        | beta       | tool      |       | 2010
        e        | beta       | tool      |       | 2010

        stage_event
        asset_id | stage     | reached_on
        a        | validated | 2014
        a        | in_use    | 2016
        b        | in_use    | 2014
        c        | qualified | 2015
        d        | validated | 2012
        d        | withdrawn | 2013
    """)
    # a 1 and c three; b is in use without a validation, d was given up, of e nothing is recorded
    assert desk.one("validated_assets").value == 4
    assert {f.cut: f.value for f in desk.ask("validated_assets", by="stage")} == {"qualified": 3, "in_use": 1}
    assert desk.one("validated_assets", as_of="2012-12-31").value == 1  # d alone, not yet given up

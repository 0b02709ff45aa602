"""In use: the stage says so, or somebody is known who uses it."""


def test_a_stage_or_a_use_is_enough_and_both_count_once(world):
    desk = world("""
        asset
        asset_id | project_id | kind | created_on | count
        a        | alpha      | tool | 2010       | 2
        b        | alpha      | tool | 2010       |
        c        | beta       | tool | 2010       |
        d        | beta       | tool | 2010       |
        e        | beta       | tool | 2010       | 200

        stage_event
        asset_id | stage     | reached_on
        a        | in_use    | 2013
        b        | validated | 2013
        c        | in_use    | 2013
        c        | withdrawn | 2014

        asset_use
        asset_id | used_on
        a        | 2013
        a        | 2014
        b        | 2015
        c        | 2013
        e        | 2019
    """)
    # a two (its stage says so of both), b 1, e 1 (a use of one of the two hundred); c was given up, d is unused
    assert desk.one("assets_in_use").value == 4
    assert desk.one("assets_in_use", as_of="2014-12-31").value == 2  # a; b and e were not used yet
    assert {f.cut: f.value for f in desk.ask("assets_in_use", by="project")} == {"alpha": 3, "beta": 1}

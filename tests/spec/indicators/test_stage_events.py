"""Every step of a history counts, with its asset, stage and year; a step without a day has no year."""

DRAWING = """
    asset
    asset_id | project_id | kind      | count | name             | created_on
    a        | alpha      | biomarker | 40    | forty markers    | 2010
    b        | beta       | tool      |       | imaging protocol | 2012

    stage_event
    asset_id | stage     | reached_on
    a        | candidate | 2010
    a        | validated | 2014-03
    a        | qualified | 2014-11
    b        | planned   | 2012
    b        | withdrawn |
"""


def test_each_step_counts_whatever_the_asset_stands_for(world):
    desk = world(DRAWING)
    # Three steps of a, which stands for forty markers and has one history, and two of b.
    assert desk.one("stage_events").value == 5
    assert {f.cut: (f.value, f.label) for f in desk.ask("stage_events", by="asset")} == {
        "a": (3, "forty markers"),
        "b": (2, "imaging protocol"),
    }
    assert {f.cut: f.value for f in desk.ask("stage_events", by="project")} == {"alpha": 3, "beta": 2}
    assert {f.cut: f.value for f in desk.ask("stage_events", by="kind")} == {"biomarker": 3, "tool": 2}


def test_the_year_is_that_of_the_step_and_missing_without_a_day(world):
    desk = world(DRAWING)
    # Two steps of 2014; b was given up on a day that nobody recorded.
    assert {f.cut: f.value for f in desk.ask("stage_events", by="year")} == {
        "2010": 1,
        "2012": 1,
        "2014": 2,
        "(none)": 1,
    }
    of_2014 = {f.cut: f.value for f in desk.ask("stage_events", {"year": ["2014"], "asset": ["a"]}, by="stage")}
    assert of_2014 == {"validated": 1, "qualified": 1}


def test_steps_are_those_taken_by_the_date(world):
    desk = world(DRAWING)
    then = desk.ask("stage_events", by="stage", as_of="2014-06-30")
    # A step without a day has the day of its asset: by the end of 2012 at the latest b existed, and its end is told with it.
    assert {f.cut: f.value for f in then} == {"candidate": 1, "validated": 1, "planned": 1, "withdrawn": 1}
    assert desk.one("stage_events", as_of="2009-12-31").value is None


def test_what_several_projects_report_counts_once_in_each_and_once_in_the_whole(world):
    desk = world("""
        asset
        asset_id | project_id | kind
        a        | alpha      | tool

        project_outcome
        outcome_id | project_id
        a          | alpha
        a          | beta

        stage_event
        asset_id | stage     | reached_on
        a        | developed | 2012
    """)
    assert desk.one("stage_events").value == 1
    assert {f.cut: f.value for f in desk.ask("stage_events", by="project")} == {"alpha": 1, "beta": 1}


def test_uses_can_be_cut_by_the_asset_used(world):
    desk = world("""
        asset
        asset_id | project_id | kind | name
        a        | alpha      | tool | imaging protocol
        b        | alpha      | tool | other tool

        asset_use
        asset_id | user_group | used_on
        a        | sme        | 2013
        a        | industry   | 2015
    """)
    uses = desk.ask("asset_uses", by="asset")
    assert [(f.cut, f.label, f.value) for f in uses] == [("a", "imaging protocol", 2)]
    assert desk.one("asset_uses", {"asset": ["a"], "year": ["2015"]}).value == 1

"""Biomarkers from identified on, until they are in use; candidate and validated are one biomarker."""


def test_a_validated_biomarker_is_no_second_candidate(world):
    desk = world("""
        asset
        asset_id | project_id | kind           | count
        a        | alpha      | biomarker      |
        b        | alpha      | biomarker      | 5
        c        | alpha      | biomarker      |
        d        | beta       | biomarker      |
        e        | beta       | in_vitro_model |

        stage_event
        asset_id | stage            | reached_on
        a        | candidate        | 2010
        a        | under_validation | 2012
        a        | validated        | 2014
        b        | candidate        | 2011
        c        | validated        | 2011
        c        | in_use           | 2013
    """)
    assert desk.one("biomarkers").value == 7  # a 1, b five, d 1 (stage not recorded); c is in use, e is a model
    assert {f.cut: f.value for f in desk.ask("biomarkers", by="stage")} == {"candidate": 5, "validated": 1, "(none)": 1}
    assert desk.one("biomarkers", as_of="2010-12-31").value is None  # nothing was recorded as known by then


def test_one_in_use_still_counts_at_a_date_before_its_use(world):
    desk = world("""
        asset
        asset_id | project_id | kind      | created_on
        c        | alpha      | biomarker | 2010

        stage_event
        asset_id | stage     | reached_on
        c        | validated | 2011
        c        | in_use    | 2013
    """)
    assert desk.one("biomarkers", as_of="2012-12-31").value == 1
    assert desk.one("biomarkers").value is None

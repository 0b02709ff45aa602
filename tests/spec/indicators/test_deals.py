"""A deal is not a plain licence."""


def test_only_deals_count_each_as_often_as_its_record_says(world):
    desk = world("""
        exploitation_event
        project_id | organisation_id | kind | count | happened_on
        alpha      | firm-b          | deal  |       | 2013
        alpha      |                 | deal  | 4     | 2015-12-31
        beta       | firm-b          | deal  | 2     | 2016-01-01
        beta       | firm-b          | licence | 9     | 2013
    """)
    assert desk.one("deals").value == 7  # 1 + 4 + 2; the 9 are of another kind
    assert desk.one("deals", as_of="2015-12-31").value == 5  # beta's come a day later
    assert {f.cut: f.value for f in desk.ask("deals", by="organisation")} == {"firm-b": 3, "(none)": 4}

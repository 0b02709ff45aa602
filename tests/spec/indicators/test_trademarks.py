"""Trademarks are told from other events by their kind."""


def test_only_trademarks_count_each_as_often_as_its_record_says(world):
    desk = world("""
        exploitation_event
        project_id | organisation_id | kind | count | happened_on
        alpha      | firm-b          | trademark  |       | 2013
        alpha      |                 | trademark  | 4     | 2015-12-31
        beta       | firm-b          | trademark  | 2     | 2016-01-01
        beta       | firm-b          | licence | 9     | 2013
    """)
    assert desk.one("trademarks").value == 7  # 1 + 4 + 2; the 9 are of another kind
    assert desk.one("trademarks", as_of="2015-12-31").value == 5  # beta's come a day later
    assert {f.cut: f.value for f in desk.ask("trademarks", by="organisation")} == {"firm-b": 3, "(none)": 4}

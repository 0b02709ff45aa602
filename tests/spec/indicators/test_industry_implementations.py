"""What industry takes into its own work is not what it sells."""


def test_only_implementations_count_each_as_often_as_its_record_says(world):
    desk = world("""
        exploitation_event
        project_id | organisation_id | kind | count | happened_on
        alpha      | firm-b          | industry_implementation  |       | 2013
        alpha      |                 | industry_implementation  | 4     | 2015-12-31
        beta       | firm-b          | industry_implementation  | 2     | 2016-01-01
        beta       | firm-b          | commercialisation | 9     | 2013
    """)
    assert desk.one("industry_implementations").value == 7  # 1 + 4 + 2; the 9 are of another kind
    assert desk.one("industry_implementations", as_of="2015-12-31").value == 5  # beta's come a day later
    assert {f.cut: f.value for f in desk.ask("industry_implementations", by="organisation")} == {
        "firm-b": 3,
        "(none)": 4,
    }

"""A plan to keep a result alive is told from other events by its kind."""


def test_only_plans_count_each_as_often_as_its_record_says(world):
    desk = world("""
        exploitation_event
        project_id | organisation_id | kind | count | happened_on
        alpha      | firm-b          | sustainability_plan  |       | 2013
        alpha      |                 | sustainability_plan  | 4     | 2015-12-31
        beta       | firm-b          | sustainability_plan  | 2     | 2016-01-01
        beta       | firm-b          | affiliate | 9     | 2013
    """)
    assert desk.one("sustainability_plans").value == 7  # 1 + 4 + 2; the 9 are of another kind
    assert desk.one("sustainability_plans", as_of="2015-12-31").value == 5  # beta's come a day later
    assert {f.cut: f.value for f in desk.ask("sustainability_plans", by="organisation")} == {"firm-b": 3, "(none)": 4}


def test_a_project_without_plans_has_a_true_nought_only_where_records_are_complete(world):
    text = "project\nproject_id\nalpha"
    assert world(text).one("sustainability_plans").value is None
    complete = "coverage\nrecord_type | scope_key | scope_value | level\nexploitation_event | all | * | complete"
    assert world(f"{text}\n\n{complete}").one("sustainability_plans").value == 0

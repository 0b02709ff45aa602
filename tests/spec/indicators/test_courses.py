"""A course record stands for as many courses as it says."""


def test_courses_are_added_up_and_one_is_meant_where_no_number_is_given(world):
    desk = world("""
        course
        project_id | title        | count | opened_on
        alpha      | short course | 20    | 2012
        alpha      | a degree     |       | 2014
        beta       | e-learning   | 3     |
        beta       | told again   | 0     | 2014
    """)
    assert desk.one("courses").value == 24  # 20 + 1 + 3 + 0
    assert {f.cut: f.value for f in desk.ask("courses", by="project")} == {"alpha": 21, "beta": 3}
    assert {f.cut: f.value for f in desk.ask("courses", by="year")} == {"2012": 20, "2014": 1, "(none)": 3}
    assert desk.one("courses", as_of="2013-12-31").value == 20

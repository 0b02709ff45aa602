"""Projects count from their first day."""


def test_projects_count_from_their_first_day_by_year_and_call(world):
    desk = world("""
        project
        project_id | programme_id | call_id | start_on   | end_on
        alpha      | P1           | P1-C1   | 2010-02-01 | 2012-01-31
        beta       | P1           | P1-C2   | 2010-09-01 |
        gamma      | P2           |         | 2016-01-01 | 2021-12-31

        call
        call_id | programme_id
        P1-C1   | P1
        P1-C2   | P1
    """)
    assert desk.one("projects").value == 3  # alpha has ended and still counts
    assert desk.one("projects", as_of="2015-12-31").value == 2  # gamma has not begun
    assert {f.cut: f.value for f in desk.ask("projects", by="year")} == {"2010": 2, "2016": 1}
    assert desk.one("projects", {"programme": ["P1"]}).value == 2
    assert desk.one("projects", {"call": ["P1-C2"]}).value == 1

"""A training programme has the topics it was last seen to have."""


def test_the_latest_dated_number_of_each_counts(world):
    desk = world("""
        observation
        project_id | subject | measure | value | observed_on
        alpha      | the one   | topics     | 6000  | 2015
        alpha      | the one   | topics     | 8000  | 2019-11-01
        alpha      | the one   | topics     | 9999  |
        beta       | the other | topics     | 160   | 2015
        beta       | the other | users | 77    | 2015
    """)
    assert desk.one("topics_of_courses").value == 8160  # 8 000 and 160; the undated 9 999 and the users are not in it
    assert desk.one("topics_of_courses", as_of="2016-06-30").value == 6160  # the reading of 2015
    assert {f.cut: f.value for f in desk.ask("topics_of_courses", by="project")} == {"alpha": 8000, "beta": 160}
    assert {f.cut: f.value for f in desk.ask("topics_of_courses", by="year")} == {"2015": 160, "2019": 8000}

"""Growth of enrolment compares a course's latest year with the year two years earlier."""


def test_enrolment_that_doubled_in_two_years(world):
    desk = world("""
        course
        course_id | project_id
        c1        | eu2p

        cohort
        course_id | sector   | learners | continuing | began_on
        c1        | all      | 29       |            | 2012-09-01
        c1        | all      | 35       | 10         | 2013-09-01
        c1        | academic | 30       | 15         | 2014-09-01
        c1        | industry | 28       |            | 2014-09-01
    """)
    figure = desk.one("enrolment_growth")
    assert figure.value == 2  # (30 + 28) / 29: those who continue are enrolled, so they count here; 2013 does not
    assert figure.denominator == 29
    assert desk.one("enrolment_growth", {"project": ["eu2p"], "year": ["2014"]}).value == 2
    assert desk.one("enrolment_growth", as_of="2013-12-31").value is None  # nothing from 2011


def test_courses_are_added_up_and_those_without_both_years_are_left_out(world):
    desk = world("""
        course
        course_id | project_id
        c1        | alpha
        c2        | alpha
        c3        | alpha

        cohort
        course_id | sector   | learners | began_on
        c1        | all      | 10       | 2012
        c1        | all      | 30       | 2014
        c2        | all      | 20       | 2010
        c2        | all      | 60       | 2012
        c2        | industry | 50       | 2012
        c3        | all      | 500      | 2014
        c3        | all      | 400      | 2013
        c3        | all      | 999      |
    """)
    # c1: 30 over 10; c2: 60 (50 of them from industry) over 20; c3 has no year two years earlier. 90 / 30 = 3
    assert desk.one("enrolment_growth").value == 3
    assert {f.cut: f.value for f in desk.ask("enrolment_growth", by="year")} == {"2012": 3, "2014": 3}

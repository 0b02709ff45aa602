"""Learners count once, however many years they stay and however their cohort is recorded."""

TWO_YEARS = """
    course
    course_id | project_id
    c1        | alpha
    c2        | beta

    cohort
    course_id | sector   | learners | continuing | began_on
    c1        | academic | 58       |            | 2013
    c1        | academic | 70       | 20         | 2014
    c1        | industry | 30       |            | 2014
    c2        | all      | 100      |            | 2014
"""


def test_those_who_continue_do_not_count_again(world):
    desk = world(TWO_YEARS)
    assert desk.one("learners").value == 238  # 58 + (70 - 20) + 30 + 100
    assert {f.cut: f.value for f in desk.ask("learners", by="year")} == {"2013": 58, "2014": 180}
    assert {f.cut: f.value for f in desk.ask("learners", by="project")} == {"alpha": 138, "beta": 100}
    assert {f.cut: f.value for f in desk.ask("learners", by="sector")} == {"academic": 108, "industry": 30, "all": 100}
    assert desk.one("learners", as_of="2013-12-31").value == 58


def test_a_row_for_all_sectors_holds_those_of_single_sectors(world):
    desk = world("""
        cohort
        course_id | sector   | learners | continuing | began_on
        c1        | all      | 685      | 85         | 2015
        c1        | industry | 192      | 12         | 2015
        c1        | all      | 40       |            | 2016
    """)
    # 2015: 685 - 85 = 600 new learners in all, of whom 192 - 12 = 180 from industry, so 420 from elsewhere.
    assert desk.one("learners").value == 640  # 600 + 40, not 820
    assert {f.cut: f.value for f in desk.ask("learners", by="sector")} == {"all": 460, "industry": 180}


def test_parts_that_exceed_the_row_for_all_sectors_count_as_they_are(world):
    desk = world("""
        cohort
        course_id | sector   | learners | began_on
        c1        | all      | 50       | 2015
        c1        | academic | 40       | 2015
        c1        | industry | 20       | 2015
    """)
    assert desk.one("learners").value == 60  # 40 + 20; the 50 leave nothing over, and nothing is taken away


def test_fewer_than_five_learners_are_not_shown(world):
    desk = world("""
        cohort
        course_id | sector  | learners
        c1        | patient | 4
    """)
    figure = desk.one("learners")
    assert (figure.value, figure.status) == (None, "protected")


def test_a_cohort_without_a_date_begins_with_its_course(world):
    desk = world("""
        course
        course_id | opened_on
        c1        | 2012-09-01

        cohort
        course_id | learners
        c1        | 25
    """)
    assert desk.one("learners", as_of="2012-12-31").value == 25
    assert desk.one("learners", as_of="2011-12-31").value is None

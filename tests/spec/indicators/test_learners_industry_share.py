"""The share of industry is taken among the cohorts that record it."""


def test_cohorts_that_do_not_tell_it_are_in_neither_part(world):
    desk = world("""
        course
        course_id | project_id
        c1        | alpha
        c2        | beta

        cohort
        course_id | sector    | learners | continuing | began_on
        c1        | academic  | 60       |            | 2014
        c1        | industry  | 50       | 20         | 2014
        c1        | sme       | 10       |            | 2014
        c2        | all       | 900      |            | 2014
        c2        | patient   | 100      |            | 2015
    """)
    figure = desk.one("learners_industry_share")
    assert figure.value == 0.3  # (50 - 20) / (60 + 30 + 10); of c2 nobody says who is from industry
    assert figure.denominator == 100
    assert desk.one("learners_industry_share", {"project": ["beta"]}).value is None


def test_a_row_for_all_sectors_is_the_whole_where_the_part_of_industry_is_known(world):
    desk = world("""
        cohort
        course_id | sector   | learners | began_on
        c1        | all      | 200      | 2015
        c1        | industry | 56       | 2015
    """)
    assert desk.one("learners_industry_share").value == 0.28  # 56 of the 200


def test_nobody_from_industry_is_a_share_where_it_is_recorded(world):
    desk = world("""
        cohort
        course_id | sector   | learners
        c1        | academic | 40
        c1        | industry | 0
    """)
    assert desk.one("learners_industry_share").value == 0


def test_small_parts_are_not_shown(world):
    desk = world("""
        cohort
        course_id | sector   | learners
        c1        | academic | 60
        c1        | industry | 4
    """)
    assert desk.one("learners_industry_share").status == "protected"  # the share would tell the four

"""The share of industry is taken among learners whose sector is known."""


def test_cohorts_without_a_split_are_in_neither_part(world):
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
    """)
    figure = desk.one("learners_industry_share")
    assert figure.value == 0.3  # (50 - 20) / (60 + 30 + 10); c2's 900 are of unknown sectors
    assert figure.denominator == 100
    assert desk.one("learners_industry_share", {"project": ["beta"]}).value is None


def test_a_row_for_all_sectors_is_the_whole_where_the_part_of_industry_is_known(world):
    desk = world("""
        cohort
        course_id | sector   | learners | began_on
        c1        | all      | 200      | 2015
        c1        | industry | 56       | 2015
        c2        | all      | 500      | 2015
        c2        | academic | 100      | 2015
    """)
    # c1: 56 of 200. c2: of the 400 beyond the academics nobody says who is from industry, so only the 100 are known.
    assert desk.one("learners_industry_share").exact == "14/75"  # 56 / 300


def test_small_parts_are_not_shown(world):
    desk = world("""
        cohort
        course_id | sector   | learners
        c1        | academic | 60
        c1        | industry | 4
    """)
    assert desk.one("learners_industry_share").status == "protected"  # the share would tell the four

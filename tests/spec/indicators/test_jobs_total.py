"""Jobs in the economy are a range that an assumption gives, whether the direct jobs are counted or only printed."""

ASSUMPTION = """
    assumption
    assumption_id   | name                  | low | high
    jobs_multiplier | jobs for a direct job | 3   | 5.7
"""

PRINTED = """
    published_figure
    indicator   | scope          | value | printed          | as_of
    direct_jobs | programme=IMI1 | 2272  | 2 272            | 2015
    jobs_total  | programme=IMI1 | 13000 | around 13 000    | 2015
"""

IMI1 = {"programme": ["IMI1"]}


def test_the_range_is_the_direct_jobs_times_both_ends_of_the_multiplier(world):
    desk = world(
        ASSUMPTION
        + """
    employment
    project_id | fte
    alpha      | 100
    beta       | 0.5
    """
    )
    figure = desk.one("jobs_total")
    assert (figure.value, figure.low, figure.high) == (None, 301.5, 572.85)  # 100.5 x 3 and x 5.7
    assert figure.status == "estimated"


def test_where_no_posts_are_recorded_the_printed_number_of_direct_jobs_is_taken(world):
    figure = world(ASSUMPTION + PRINTED).one("jobs_total", IMI1)
    # 2 272 x 3 = 6 816; 2 272 x 5.7 = 12 950.4. The printed total itself is never multiplied.
    assert (figure.value, figure.low, figure.high) == (None, 6816, 12950.4)
    assert figure.status == "estimated"


def test_a_project_can_be_estimated_as_well_as_the_whole(world):
    desk = world(
        ASSUMPTION
        + """
    employment
    project_id | fte
    alpha      | 10
    beta       | 20
    """
    )
    assert {f.cut: (f.low, f.high) for f in desk.ask("jobs_total", by="project")} == {
        "alpha": (30, 57),
        "beta": (60, 114),
    }


def test_without_the_assumption_there_is_no_value(world):
    figure = world("""
        employment
        project_id | fte
        alpha      | 100
    """).one("jobs_total")
    assert (figure.value, figure.low, figure.high, figure.status) == (None, None, None, "no_value")

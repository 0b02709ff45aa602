"""Direct jobs are full-time equivalents, not heads."""

POSTS = """
    employment
    project_id | organisation_id | post_type | fte   | head_count | start_on   | end_on
    alpha      | univ-a          | research  | 12.5  | 20         | 2010-01-01 | 2013-12-31
    alpha      | firm-b          | technical | 0.25  | 1          | 2014-01-01 |
    beta       | univ-a          | research  | 3     |            | 2016-01-01 |
"""


def test_full_time_equivalents_are_added_also_of_posts_that_have_ended(world):
    desk = world(POSTS)
    assert desk.one("direct_jobs").value == 15.75  # 12.5 + 0.25 + 3, not the 21 heads
    assert {f.cut: f.value for f in desk.ask("direct_jobs", by="kind")} == {"research": 15.5, "technical": 0.25}


def test_posts_count_from_the_day_they_begin(world):
    assert world(POSTS).one("direct_jobs", as_of="2015-12-31").value == 12.75  # beta's had not begun

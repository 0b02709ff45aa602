"""From a project's first day to the first policy document that draws on its work."""


def test_projects_never_mentioned_still_wait(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2012-01-01

        policy_citation
        project_id | cited_on
        alpha      | 2014-01-01
    """)
    # alpha after 1 461 days = 4 years; beta still waits after eight: half.
    figure = desk.one("project_time_to_guideline")
    assert (figure.value, figure.n) == (4, 2)

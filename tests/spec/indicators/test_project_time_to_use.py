"""From a project's first day to the first use of any of its results."""


def test_the_first_use_of_any_result_counts(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2010-01-01

        asset
        asset_id | project_id
        a1       | alpha
        a2       | alpha

        asset_use
        asset_id | used_on
        a1       | 2017-01-01

        stage_event
        asset_id | stage  | reached_on
        a2       | in_use | 2014-01-01
    """)
    # alpha's a2 is in use after 1 461 days = 4 years, before a1; beta still waits: half.
    figure = desk.one("project_time_to_use")
    assert (figure.value, figure.n) == (4, 2)

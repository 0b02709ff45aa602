"""From a project's first day to the first step of an authority."""


def test_a_step_of_the_project_counts_whether_or_not_it_names_a_result(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2010-01-01

        regulatory_procedure
        project_id | asset_id | outcome | decided_on
        alpha      |          | given   | 2014-01-01
        beta       |          | pending | 2012-01-01
    """)
    # alpha after 1 461 days = 4 years; beta's step is pending: half.
    figure = desk.one("project_time_to_regulatory_step")
    assert (figure.value, figure.n) == (4, 2)

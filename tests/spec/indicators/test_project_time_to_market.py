"""From a project's first day until something of it is on the market."""


def test_a_project_that_sells_something_is_there(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2010-01-01

        exploitation_event
        project_id | kind              | happened_on
        alpha      | commercialisation | 2014-01-01
        beta       | licence           | 2012-01-01
    """)
    # alpha after 1 461 days = 4 years; a licence is not yet a product: half.
    figure = desk.one("project_time_to_market")
    assert (figure.value, figure.n) == (4, 2)

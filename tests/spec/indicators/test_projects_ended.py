"""A project has ended once its last day has come."""

WORLD = """
    project
    project_id | start_on   | end_on
    alpha      | 2010-02-01 | 2015-12-31
    beta       | 2010-09-01 | 2016-01-01
    gamma      | 2011-01-01 |
"""


def test_the_last_day_itself_counts_as_the_end(world):
    desk = world(WORLD)
    assert desk.one("projects_ended", as_of="2015-12-31").value == 1  # alpha; beta ends the next day
    assert desk.one("projects_ended").value == 2  # gamma has no known end and counts as running
    assert {f.cut: f.value for f in desk.ask("projects_ended", by="year")} == {"2015": 1, "2016": 1}


def test_before_any_end_there_is_no_value_unless_the_records_are_complete(world):
    assert world(WORLD).one("projects_ended", as_of="2012-12-31").value is None
    complete = (
        WORLD
        + """
        coverage
        record_type | scope_key | scope_value | level
        project     | all       | *           | complete
    """
    )
    assert world(complete).one("projects_ended", as_of="2012-12-31").value == 0

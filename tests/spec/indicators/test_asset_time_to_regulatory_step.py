"""From a project's first day to the first step of an authority on one of its results."""


def test_steps_that_were_refused_or_only_asked_for_are_none(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01

        asset
        asset_id | project_id
        a1       | alpha
        a2       | alpha

        regulatory_procedure
        project_id | asset_id | outcome   | decided_on
        alpha      | a1       | requested | 2011-01-01
        alpha      | a1       | given     | 2014-01-01
        alpha      | a2       | negative  | 2012-01-01
        alpha      |          | positive  | 2012-01-01
    """)
    # a1 from 2010-01-01 to 2014-01-01: 1 461 days = 4 years, which is half of the two; a2 still waits.
    # A step that names no result ends no result's waiting.
    figure = desk.one("asset_time_to_regulatory_step")
    assert (figure.value, figure.n) == (4, 2)

"""From a project's first day to the first policy document that draws on one of its results."""


def test_the_first_mention_counts(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01

        asset
        asset_id | project_id
        a1       | alpha
        a2       | alpha

        policy_citation
        project_id | asset_id | cited_on
        alpha      | a1       | 2018-01-01
        alpha      | a1       | 2014-01-01
    """)
    # a1 is first mentioned after 1 461 days = 4 years; a2 still waits: half.
    figure = desk.one("asset_time_to_guideline")
    assert (figure.value, figure.n) == (4, 2)

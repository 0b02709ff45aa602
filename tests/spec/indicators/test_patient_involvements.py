"""Each recorded way in which patients take part counts once."""

INVOLVEMENTS = """
    project
    project_id | programme_id | start_on
    alpha      | IMI1         | 2010-01-01
    beta       | IMI2         | 2016-01-01

    patient_involvement
    project_id | programme_id | organisation_id | kind      | since_on
    alpha      |              | patients-p      | advisory  | 2012
    alpha      |              | patients-p      | funder    | 2013
    beta       |              |                 | advisory  |
               | IMI1         |                 | committee | 2011
"""


def test_ways_of_taking_part_are_counted_not_organisations(world):
    desk = world(INVOLVEMENTS)
    assert desk.one("patient_involvements").value == 4  # patients-p takes part in two ways
    kinds = {f.cut: f.value for f in desk.ask("patient_involvements", by="kind")}
    assert kinds == {"advisory": 2, "committee": 1, "funder": 1}


def test_the_programme_is_that_of_the_project_or_the_one_named(world):
    found = {f.cut: f.value for f in world(INVOLVEMENTS).ask("patient_involvements", by="programme")}
    assert found == {"IMI1": 3, "IMI2": 1}  # two of alpha and the committee; beta's


def test_an_involvement_without_a_date_counts_from_the_start_of_its_project(world):
    assert world(INVOLVEMENTS).one("patient_involvements", as_of="2015-12-31").value == 3  # beta began in 2016

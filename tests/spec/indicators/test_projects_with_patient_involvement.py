"""A project has patients where a patient organisation takes part or an involvement is recorded."""

PROJECTS = """
    project
    project_id | start_on
    alpha      | 2010-01-01
    beta       | 2010-01-01
    gamma      | 2012-01-01
    delta      | 2012-01-01
    epsilon    | 2019-01-01

    participation
    project_id | organisation_id | partner_group
    alpha      | patients-p      | patient_organisation
    alpha      | patients-q      | patient_organisation
    gamma      | univ-a          | academic

    patient_involvement
    project_id | kind     | since_on
    alpha      | advisory | 2011
    beta       | advisory | 2015
               | committee| 2011
"""


def test_each_project_counts_once_and_the_programme_as_a_whole_not_at_all(world):
    figure = world(PROJECTS).one("projects_with_patient_involvement")
    assert figure.value == 0.4  # alpha and beta of five; alpha has patients three times over
    assert (figure.n, figure.denominator) == (5, 5)
    assert figure.low <= 0.4 <= figure.high


def test_the_share_is_of_the_projects_that_had_begun(world):
    figure = world(PROJECTS).one("projects_with_patient_involvement", as_of="2014-12-31")
    assert figure.value == 0.25  # alpha of four: beta's patients came in 2015, epsilon had not begun


def test_years_are_those_in_which_projects_began(world):
    found = {f.cut: f.value for f in world(PROJECTS).ask("projects_with_patient_involvement", by="year")}
    assert found == {"2010": 1, "2012": 0, "2019": 0}

"""An award belongs to a project, and through it to a programme, or to a programme alone."""

AWARDS = """
    project
    project_id | programme_id
    alpha      | IMI1
    beta       | IMI2

    award
    project_id | programme_id | name    | awarded_on
    alpha      |              | prize a | 2014
    alpha      |              | prize b | 2015
    beta       |              | prize c | 2015
               | IMI1         | prize d |
               |              | prize e | 2013
"""


def test_awards_of_a_programme_are_those_of_its_projects_and_its_own(world):
    desk = world(AWARDS)
    assert desk.one("awards").value == 5
    programmes = {f.cut: f.value for f in desk.ask("awards", by="programme")}
    assert programmes == {"IMI1": 3, "IMI2": 1, "(none)": 1}  # a, b and d; c; e names neither
    assert desk.one("awards", {"programme": ["IMI1"]}).value == 3


def test_awards_are_cut_by_project_and_year(world):
    desk = world(AWARDS)
    assert {f.cut: f.value for f in desk.ask("awards", by="project")} == {"alpha": 2, "beta": 1, "(none)": 2}
    assert {f.cut: f.value for f in desk.ask("awards", by="year")} == {"2013": 1, "2014": 1, "2015": 2, "(none)": 1}

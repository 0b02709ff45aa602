"""Teams are participations, not organisations."""


def test_an_organisation_in_two_projects_is_two_teams(world):
    desk = world("""
        participation
        project_id | organisation_id | partner_group | left_on
        alpha      | univ-a          | academic      |
        alpha      | firm-b          | sme           | 2005-06-30
        beta       | univ-a          | academic      |
    """)
    assert desk.one("teams").value == 3  # alpha: univ-a and firm-b (it left, and still took part); beta: univ-a
    assert {f.cut: f.value for f in desk.ask("teams", by="group")} == {"academic": 2, "sme": 1}


def test_teams_count_from_the_start_of_their_project(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2016-01-01

        participation
        project_id | organisation_id
        alpha      | univ-a
        beta       | univ-a
    """)
    assert desk.one("teams", as_of="2015-12-31").value == 1  # beta had not begun


def test_no_participations_give_no_value_unless_the_records_are_complete(world):
    assert world("project\nproject_id\nalpha").one("teams").value is None
    desk = world("""
        project
        project_id
        alpha

        coverage
        record_type   | scope_key | scope_value | level
        participation | all       | *           | complete
    """)
    assert desk.one("teams").value == 0

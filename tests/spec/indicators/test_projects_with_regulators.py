"""Any role counts, an adviser's too; a project without recorded participants is not known to have none."""


def test_projects_with_a_regulator_in_any_role(world):
    desk = world("""
        project
        project_id | programme_id | start_on
        alpha      | one          | 2010
        beta       | one          | 2010
        gamma      | two          | 2010
        delta      | two          | 2010

        participation
        project_id | organisation_id | partner_group | role
        alpha      | agency-a        | regulator     | adviser
        alpha      | agency-b        | regulator     | participant
        alpha      | univ-a          | academic      | participant
        beta       | univ-a          | academic      | participant
        gamma      | univ-a          | academic      | participant
    """)
    figure = desk.one("projects_with_regulators")
    assert round(figure.value, 4) == 0.3333  # alpha, of alpha, beta and gamma; nobody is recorded for delta
    assert (figure.n, figure.denominator) == (3, 3)
    assert desk.one("projects_with_regulators", {"programme": ["one"]}).value == 0.5

"""Working time is added with its decimals."""


def test_working_time_is_added_over_the_teams_that_declare_it(world):
    desk = world("""
        participation
        project_id | organisation_id | partner_group | fte
        alpha      | univ-a          | academic      | 2.5
        alpha      | firm-b          | sme           | 0.25
        beta       | univ-a          | academic      | 10
        beta       | firm-c          | sme           |
    """)
    figure = desk.one("full_time_equivalents")
    assert figure.value == 12.75  # 2.5 + 0.25 + 10
    assert figure.n == 3
    assert {f.cut: f.value for f in desk.ask("full_time_equivalents", by="group")} == {"academic": 12.5, "sme": 0.25}

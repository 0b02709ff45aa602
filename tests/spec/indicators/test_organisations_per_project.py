"""Organisations of a project, each once."""


def test_an_organisation_listed_twice_counts_once(world):
    desk = world("""
        project
        project_id | programme_id | start_on
        alpha      | P1           | 2010-03-01
        beta       | P2           | 2012-11-01
        gamma      | P2           | 2012-11-01

        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | industry
        alpha      | b               | industry
        alpha      | c               | sme
        beta       | b               | academic
    """)
    assert desk.one("organisations_per_project").value == 2  # (3 + 1) / 2; nothing is known of gamma
    assert {f.cut: f.value for f in desk.ask("organisations_per_project", by="year")} == {"2010": 3, "2012": 1}
    assert desk.one("organisations_per_project", {"programme": ["P2"]}).value == 1

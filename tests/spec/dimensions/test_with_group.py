"""A project counts under every partner group that takes part in it, once each."""


def test_a_project_counts_under_each_of_its_groups_once(world):
    desk = world("""
        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | academic
        alpha      | c               | sme
        beta       | a               | academic
        beta       | d               | regulator

        project
        project_id
        gamma
    """)
    cut = {f.cut: f.value for f in desk.ask("projects", by="with_group")}
    assert cut == {"academic": 2, "sme": 1, "regulator": 1, "(none)": 1}
    assert desk.one("projects", {"with_group": ["sme", "regulator"]}).value == 2

"""Pairs that share more than one project, among all pairs."""


def test_a_project_in_common_elsewhere_is_a_repetition(world):
    desk = world("""
        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | industry
        alpha      | b               | industry
        alpha      | c               | sme
        beta       | b               | academic
        beta       | a               | academic
        beta       | d               | academic
        gamma      | d               | academic
    """)
    # pairs ab, ac, bc, ad, bd; only ab shares two projects
    assert desk.one("repeat_collaborations_share").value == 0.2
    cut = {f.cut: round(f.value, 4) for f in desk.ask("repeat_collaborations_share", by="project")}
    assert cut == {"alpha": 0.3333, "beta": 0.3333}  # ab of three pairs in each

"""A pair of organisations that share two projects is one pair."""


def test_pairs_count_once_and_nobody_pairs_with_itself(world):
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
    # alpha: ab, ac, bc (b is listed twice); beta: ab again, ad, bd; gamma: d is alone
    assert desk.one("collaborations").value == 5
    assert {f.cut: f.value for f in desk.ask("collaborations", by="project")} == {"alpha": 3, "beta": 3}

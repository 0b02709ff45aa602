"""Influences on policy by type, whether they are mentions or activities."""


def test_influences_by_type(world):
    desk = world("""
        project_outcome
        project_id | outcome_id
        alpha      | cited
        beta       | cited
        beta       | seat
        beta       | talk

        outcome
        outcome_id | kind             | title       | type
        cited      | policy_influence | a guideline | Citation in clinical guidelines
        seat       | policy_influence | a committee | Membership of a guideline committee
        talk       | engagement       | a talk      |
    """)
    assert desk.one("policy_influences").value == 2
    assert {f.cut: f.value for f in desk.ask("policy_influences", by="project")} == {"alpha": 1, "beta": 2}
    kinds = {f.cut: f.value for f in desk.ask("policy_influences", by="kind")}
    assert kinds == {"Citation in clinical guidelines": 1, "Membership of a guideline committee": 1}

"""How much of the regulatory record a reader cannot see."""

from benchside.figures.explain import explain


def test_confidential_steps_among_all(world):
    desk = world("""
        regulatory_procedure
        regulatory_procedure_id | project_id | is_confidential
        r1                      | alpha      | yes
        r2                      | alpha      | no
        r3                      | beta       | no
        r4                      | beta       | no
    """)
    assert desk.one("confidential_procedures_share").value == 0.25  # 1 of 4
    assert {f.cut: f.value for f in desk.ask("confidential_procedures_share", by="project")} == {
        "alpha": 0.5,
        "beta": 0,
    }
    assert explain(desk, "confidential_procedures_share").masked == 1

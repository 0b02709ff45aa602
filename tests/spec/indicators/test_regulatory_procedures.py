"""Every step counts, confidential ones too; these are not listed."""

from benchside.figures.explain import explain

STEPS = """
    regulatory_procedure
    regulatory_procedure_id | project_id | kind                  | outcome   | is_confidential | decided_on
    r1                      | alpha      | qualification_advice  | given     | yes             | 2013
    r2                      | alpha      | letter_of_support     | given     | no              | 2015
    r3                      | beta       | qualification_opinion | requested | no              | 2016
"""


def test_all_kinds_and_outcomes_count(world):
    desk = world(STEPS)
    assert desk.one("regulatory_procedures").value == 3
    assert desk.one("regulatory_procedures", as_of="2015-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("regulatory_procedures", by="state")} == {"given": 2, "requested": 1}


def test_a_confidential_step_is_counted_and_masked(world):
    opened = explain(world(STEPS), "regulatory_procedures")
    assert [row["evidence_id"] for row in opened.rows] == ["regulatory_procedure:r2", "regulatory_procedure:r3"]
    assert (opened.figure.value, opened.masked) == (3, 1)

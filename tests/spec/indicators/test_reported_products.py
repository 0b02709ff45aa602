"""Products by stage; one of two projects is one product."""


def test_products_by_stage_and_type(world):
    desk = world("""
        project_outcome
        project_id | outcome_id
        alpha      | drug
        beta       | drug
        beta       | test
        beta       | talk

        outcome
        outcome_id | kind       | title  | type       | stage
        drug       | product    | a drug | a sort     | early_clinical_assessment
        test       | product    | a test | other sort |
        talk       | engagement | a talk |            |
    """)
    assert desk.one("reported_products").value == 2  # the drug of two projects, the test
    stages = {f.cut: f.value for f in desk.ask("reported_products", by="stage")}
    assert stages == {"early_clinical_assessment": 1, "(none)": 1}
    assert {f.cut: f.value for f in desk.ask("reported_products", by="kind")} == {"a sort": 1, "other sort": 1}
    assert {f.cut: f.value for f in desk.ask("reported_products", by="project")} == {"alpha": 1, "beta": 2}

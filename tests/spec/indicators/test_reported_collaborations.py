"""Collaborations by the sector and country of the partner."""


def test_collaborations_by_sector_and_country(world):
    desk = world("""
        project_outcome
        project_id | outcome_id
        alpha      | with-firm
        beta       | with-firm
        beta       | with-ward
        beta       | talk

        outcome
        outcome_id | kind          | title  | sector   | country
        with-firm  | collaboration | a firm | private  | DE
        with-ward  | collaboration | a ward | hospital |
        talk       | engagement    | a talk |          |
    """)
    assert desk.one("reported_collaborations").value == 2
    sectors = {f.cut: f.value for f in desk.ask("reported_collaborations", by="sector")}
    assert sectors == {"private": 1, "hospital": 1}
    assert {f.cut: f.value for f in desk.ask("reported_collaborations", by="country")} == {"DE": 1, "(none)": 1}
    assert {f.cut: f.value for f in desk.ask("reported_collaborations", by="project")} == {"alpha": 1, "beta": 2}

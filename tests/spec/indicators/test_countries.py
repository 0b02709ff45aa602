"""Countries of the organisations that take part."""


def test_a_country_counts_once_and_only_through_participations(world):
    desk = world("""
        organisation
        organisation_id | country
        univ-a          | NL
        firm-b          | NL
        firm-c          | FR
        firm-d          |
        idle-e          | SE

        participation
        project_id | organisation_id | partner_group
        alpha      | univ-a          | academic
        alpha      | firm-b          | sme
        beta       | univ-a          | academic
        beta       | firm-c          | sme
        beta       | firm-d          | sme
    """)
    assert desk.one("countries").value == 2  # NL and FR; firm-d's is not known, idle-e takes part in nothing
    assert desk.one("countries", {"project": ["alpha"]}).value == 1
    assert desk.one("countries", {"group": ["sme"]}).value == 2
    assert {f.cut: f.value for f in desk.ask("countries", by="country")} == {"FR": 1, "NL": 1}

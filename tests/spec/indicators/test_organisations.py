"""Organisations are not teams."""


def test_an_organisation_in_two_projects_counts_once(world):
    desk = world("""
        organisation
        organisation_id | country
        univ-a          | NL
        firm-b          | FR

        participation
        project_id | organisation_id | partner_group | left_on
        alpha      | univ-a          | academic      |
        alpha      | firm-b          | sme           | 2005-06-30
        beta       | univ-a          | academic      |
        beta       | firm-b          | industry      |
    """)
    assert desk.one("organisations").value == 2  # of four teams
    # firm-b takes part once as a small firm and once as industry: groups add up to three
    groups = {f.cut: f.value for f in desk.ask("organisations", by="group")}
    assert groups == {"academic": 1, "industry": 1, "sme": 1}
    assert {f.cut: f.value for f in desk.ask("organisations", by="country")} == {"FR": 1, "NL": 1}

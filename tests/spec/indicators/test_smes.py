"""Small firms, not their teams."""


def test_a_small_firm_with_two_teams_counts_once(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2016-01-01

        participation
        project_id | organisation_id | partner_group
        alpha      | firm-a          | sme
        beta       | firm-a          | sme
        beta       | firm-b          | sme
        beta       | univ-c          | academic
    """)
    assert desk.one("smes").value == 2  # three teams of two firms
    assert desk.one("smes", as_of="2015-12-31").value == 1  # beta had not begun

"""Countries of a project, each once."""


def test_a_country_counts_once_in_a_project(world):
    desk = world("""
        organisation
        organisation_id | country
        a               | NL
        b               | NL
        c               | FR
        d               |
        e               | SE

        project
        project_id | programme_id | start_on
        alpha      | P1           | 2010-03-01
        beta       | P1           | 2012-11-01
        gamma      | P1           | 2012-11-01

        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | industry
        alpha      | c               | sme
        alpha      | d               | sme
        beta       | a               | academic
        gamma      | d               | sme
    """)
    # alpha: NL and FR, d's is not known; beta: NL; gamma's only organisation has no known country; SE takes part in nothing
    assert desk.one("countries_per_project").value == 1.5
    assert {f.cut: f.value for f in desk.ask("countries_per_project", by="year")} == {"2010": 2, "2012": 1}

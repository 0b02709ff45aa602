"""Three projects of partners of several sectors, which the measures of who meets whom read in their different ways."""

SECTORS = """
    project
    project_id | programme_id | start_on
    alpha      | P1           | 2010-03-01
    beta       | P1           | 2012-11-01
    gamma      | P1           | 2012-11-01

    participation
    project_id | organisation_id | partner_group
    alpha      | a               | academic
    alpha      | b               | academic
    alpha      | c               | academic
    alpha      | d               | sme
    alpha      | d               | academic
    alpha      | e               | industry
    beta       | a               | academic
    beta       | e               | industry
    beta       | f               | unknown
    gamma      | a               | academic
"""

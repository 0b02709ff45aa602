"""KPI 1: a priority counts once."""


def test_a_priority_of_two_projects_counts_once_and_other_schemes_do_not(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01
        beta       | 2016-01-01

        project_priority
        project_id | scheme   | priority
        alpha      | who_2013 | antibacterial resistance
        beta       | who_2013 | antibacterial resistance
        beta       | who_2013 | Alzheimer disease
        beta       | sdg      | 3
    """)
    assert desk.one("kpi1_who_priorities").value == 2
    assert desk.one("kpi1_who_priorities", as_of="2015-12-31").value == 1  # beta had not begun
    assert desk.one("kpi1_who_priorities", {"project": ["alpha"]}).value == 1

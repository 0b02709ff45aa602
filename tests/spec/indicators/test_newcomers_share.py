"""Organisations without a project that began in an earlier year."""

DRAWING = """
    project
    project_id | programme_id | start_on   | call_id
    alpha      | P1           | 2010-03-01 | C1
    beta       | P1           | 2010-11-01 | C1
    gamma      | P2           | 2012-01-01 | C2
    delta      | P2           | 2012-06-01 | C2

    participation
    project_id | organisation_id | partner_group
    alpha      | a               | academic
    alpha      | b               | industry
    beta       | a               | academic
    gamma      | a               | academic
    gamma      | c               | sme
    gamma      | c               | sme
    delta      | c               | sme
    delta      | d               | sme
    delta      | b               | sme
"""


def test_only_projects_of_earlier_years_make_an_organisation_known(world):
    desk = world(DRAWING)
    by_year = {f.cut: (f.value, f.n) for f in desk.ask("newcomers_share", by="year")}
    # 2010: a, b; both new, though a is in two projects. 2012: a, b known; c (listed thrice) and d new
    assert by_year == {"2010": (1, 2), "2012": (0.5, 4)}
    # two organisations in 2010 and four in 2012; four of these six are new
    assert round(desk.one("newcomers_share").value, 6) == 0.666667


def test_projects_outside_the_scope_make_an_organisation_known(world):
    desk = world(DRAWING)
    assert desk.one("newcomers_share", {"programme": ["P2"]}).value == 0.5  # a and b were in P1
    assert {f.cut: f.value for f in desk.ask("newcomers_share", by="call")} == {"C1": 1, "C2": 0.5}
    # academic: a in 2010 and in 2012; industry: b in 2010; SME: b known, c and d new
    by_group = {f.cut: round(f.value, 4) for f in desk.ask("newcomers_share", by="group")}
    assert by_group == {"academic": 0.5, "industry": 1, "sme": 0.6667}

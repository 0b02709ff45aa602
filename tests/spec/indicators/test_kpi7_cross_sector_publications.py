"""KPI 7: a paper by authors of two sectors counts once."""


def test_unknown_sectors_do_not_make_a_paper_cross_sector(world):
    desk = world("""
        work
        work_id | published_on
        W1      | 2014-03-01
        W2      | 2015-03-01
        W3      | 2015-03-01

        project_work
        project_id | work_id
        alpha      | W1
        beta       | W1
        beta       | W2
        beta       | W3

        authorship
        work_id | sector
        W1      | academic
        W1      | academic
        W1      | industry
        W2      | academic
        W2      | unknown
        W2      |
        W3      | sme
        W3      | regulator
        W3      | academic
    """)
    assert desk.one("kpi7_cross_sector_publications").value == 2  # W1 and W3; W2 has one known sector
    # W1 counts in both of its projects
    cuts = {f.cut: f.value for f in desk.ask("kpi7_cross_sector_publications", by="project")}
    assert cuts == {"alpha": 1, "beta": 2}
    assert desk.one("kpi7_cross_sector_publications", as_of="2014-12-31").value == 1

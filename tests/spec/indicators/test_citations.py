"""Each paper's citations count once, at the latest census, in the database that counted most."""

PAPERS = """
        work
        work_id | published_on
        w1      | 2013
        w2      | 2014
        w3      | 2014

        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        beta       | w2
        beta       | w3

        citation_count
        work_id | database | citations | census_on
        w1      | One      | 4         | 2014-12-31
        w1      | One      | 10        | 2016-12-31
        w2      | One      | 6         | 2016-12-31
        w2      | Two      | 8         | 2016-12-31
"""


def test_a_paper_of_two_projects_brings_its_citations_once(world):
    desk = world(PAPERS)
    assert desk.one("citations").value == 18  # w1 10 + w2 8 (database Two counts more than One)
    assert {f.cut: f.value for f in desk.ask("citations", by="project")} == {"alpha": 18, "beta": 8}
    assert {f.cut: f.value for f in desk.ask("citations", by="kind")} == {"One": 16, "Two": 8}
    assert {f.cut: f.value for f in desk.ask("citations", by="year")} == {"2013": 10, "2014": 8}


def test_an_earlier_date_has_the_earlier_census(world):
    assert world(PAPERS).one("citations", as_of="2015-12-31").value == 4  # w1 alone had been counted

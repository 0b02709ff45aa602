"""Each project's largest current count; two counts of one project are not added."""


def test_the_latest_reading_of_each_count_and_the_largest_of_a_project(world):
    desk = world("""
        observation
        project_id | subject      | measure      | value | observed_on
        alpha      | papers       | publications | 200   | 2015
        alpha      | papers       | publications | 645   | 2018
        alpha      | papers, 2014 | publications | 80    | 2014
        beta       | papers       | publications | 60    | 2018
        beta       | papers       | publications | 90    |
        beta       | partners     | partners     | 999   | 2018
                   | nine ended   | publications | 546   | 2016
    """)
    # alpha 645, beta 60 (its 90 bears no date); the 546 belong to no single project
    assert desk.one("reported_publications").value == 705
    assert desk.one("reported_publications", as_of="2017-12-31").value == 200
    assert {f.cut: f.value for f in desk.ask("reported_publications", by="project")} == {"alpha": 645, "beta": 60}

"""The mean over papers that somebody counted, each paper once."""


def test_papers_without_a_count_are_not_in_the_mean(world):
    desk = world("""
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
    """)
    figure = desk.one("citations_per_publication")
    assert (figure.value, figure.denominator) == (9, 2)  # (10 + 8) / 2: w3 was not counted by anybody
    cut = {f.cut: f.value for f in desk.ask("citations_per_publication", by="project")}
    assert cut == {"alpha": 9, "beta": 8}

"""Papers for ten million euro of public money in the same scope."""


def test_papers_over_public_money_only(world):
    desk = world("""
        work
        work_id
        w1
        w2
        w3

        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        beta       | w2
        beta       | w3

        contribution
        project_id | payer    | form    | state        | precision | amount   | valid_on
        alpha      | eu       | grant   | as_published | exact     | 5000000  | 2015
        beta       | eu       | grant   | as_published | exact     | 20000000 | 2015
        beta       | industry | in_kind | as_published | exact     | 30000000 | 2015
    """)
    assert desk.one("publications_per_10m").value == 1.6  # 4 pairs of project and paper / 25 m x 10 m
    cut = {f.cut: f.value for f in desk.ask("publications_per_10m", by="project")}
    assert cut == {"alpha": 4, "beta": 1}  # 2 / 5 m, 2 / 20 m
    assert desk.one("publications_per_10m").n == 4  # amounts are no observations

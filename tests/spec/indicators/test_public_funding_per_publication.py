"""Public money over papers: the other way round of papers for ten million euro."""

DRAWN = """
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
    gamma      | w3

    contribution
    project_id | payer    | form    | state        | precision | amount   | valid_on
    alpha      | eu       | grant   | as_published | exact     | 5000000  | 2015
    beta       | eu       | grant   | as_published | exact     | 1000000  | 2015
    beta       | industry | in_kind | as_published | exact     | 30000000 | 2015
"""


def test_a_paper_of_two_projects_counts_in_each_as_their_money_does(world):
    figure = world(DRAWN).one("public_funding_per_publication")
    # 5 + 1 million over 2 + 1 pairs of project and paper; gamma has no such money.
    assert (figure.value, figure.denominator, figure.n) == (2_000_000, 3, 3)


def test_by_project(world):
    found = {f.cut: f.value for f in world(DRAWN).ask("public_funding_per_publication", by="project")}
    assert found == {"alpha": 2_500_000, "beta": 1_000_000}


def test_without_money_on_record_there_is_no_value(world):
    figure = world("""
        work
        work_id
        w1

        project_work
        project_id | work_id
        alpha      | w1
    """).one("public_funding_per_publication")
    assert figure.value is None

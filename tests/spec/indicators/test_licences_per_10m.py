"""Licences over accepted cost, both of the same projects."""

DRAWN = """
    exploitation_event
    project_id | kind               | count
    alpha      | licence            | 3
    beta       | licence            |
    gamma      | licence            | 8
    alpha      | patent_application | 5

    contribution
    project_id | payer    | amount   | currency | state        | precision | valid_on
    alpha      | eu       | 12000000 | EUR      | accepted     | exact     | 2015-01-31
    alpha      | industry | 8000000  | EUR      | accepted     | exact     | 2015-01-31
    beta       | eu       | 5000000  | EUR      | accepted     | exact     | 2015-01-31
    gamma      | eu       | 90000000 | EUR      | as_published | exact     | 2015-01-31
"""


def test_four_licences_for_25_million_are_1_6_for_ten(world):
    figure = world(DRAWN).one("licences_per_10m")
    # 3 + 1 licences; gamma's are out, nothing of its cost was accepted. 12 + 8 + 5 = 25 million. 4 / 25 × 10.
    assert (figure.value, figure.denominator, figure.n) == (1.6, 25_000_000, 2)


def test_each_project_has_its_own_rate(world):
    assert {f.cut: f.value for f in world(DRAWN).ask("licences_per_10m", by="project")} == {"alpha": 1.5, "beta": 2}


def test_without_accepted_cost_there_is_no_rate(world):
    figure = world("""
        exploitation_event
        project_id | kind
        gamma      | licence
    """).one("licences_per_10m")
    assert figure.value is None

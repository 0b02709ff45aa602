"""What followed in euro for each euro of the European Union."""

DRAWN = """
    project_outcome
    project_id | outcome_id
    alpha      | f-one
    alpha      | f-pound
    beta       | f-two

    outcome
    outcome_id | kind            | title
    f-one      | further_funding | a charity
    f-pound    | further_funding | a charity
    f-two      | further_funding | a firm

    further_funding
    outcome_id | funder    | amount | currency
    f-one      | a charity | 300    | EUR
    f-pound    | a charity | 900    | GBP
    f-two      | a firm    | 450    | EUR

    contribution
    project_id | payer    | form    | state        | precision | amount | currency | valid_on
    alpha      | eu       | grant   | as_published | exact     | 1000   | EUR      | 2015
    beta       | eu       | grant   | as_published | exact     | 500    | EUR      | 2015
    beta       | industry | in_kind | as_published | exact     | 4000   | EUR      | 2015
"""


def test_only_euro_and_only_the_public_ones_stand_below(world):
    figure = world(DRAWN).one("further_funding_per_euro")
    assert (figure.value, figure.denominator) == (0.5, 1500)  # (300 + 450) / (1 000 + 500)


def test_by_project(world):
    found = {f.cut: f.value for f in world(DRAWN).ask("further_funding_per_euro", by="project")}
    assert found == {"alpha": 0.3, "beta": 0.9}

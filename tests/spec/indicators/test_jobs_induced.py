"""Jobs from what the employed spend: direct jobs times a recorded number, by project as well."""

DRAWN = """
    employment
    project_id | fte
    alpha      | 100
    beta       | 20

    assumption
    assumption_id        | name                               | low  | high
    jobs_induced_per_job | jobs from spending for a direct job | 0.25 | 0.25
"""


def test_ends_that_are_one_make_a_range_of_one_number(world):
    figure = world(DRAWN).one("jobs_induced")
    assert (figure.value, figure.low, figure.high) == (None, 30, 30)  # 120 × 0.25


def test_each_project_has_its_own_range(world):
    assert {f.cut: f.high for f in world(DRAWN).ask("jobs_induced", by="project")} == {"alpha": 25, "beta": 5}


def test_the_multiplier_of_all_jobs_is_no_substitute(world):
    figure = world("""
    employment
    project_id | fte
    alpha      | 100

    assumption
    assumption_id   | name | low | high
    jobs_multiplier | all  | 3   | 5.7
    """).one("jobs_induced")
    assert figure.status == "no_value"

"""An outcome of two projects counts once in each and once in the whole."""

OUTCOMES = """
    project_outcome
    project_id | outcome_id
    alpha      | company
    beta       | company
    beta       | talk
    beta       | partner

    outcome
    outcome_id | kind          | title     | sector  | happened_on
    company    | spin_out      | a company |         | 2012
    talk       | engagement    | a talk    |         |
    partner    | collaboration | a firm    | private | 2014
"""


def test_one_of_two_projects_counts_once_in_each_and_once_in_the_whole(world):
    desk = world(OUTCOMES)
    assert desk.one("reported_outcomes").value == 3  # four reports of three outcomes
    assert {f.cut: f.value for f in desk.ask("reported_outcomes", by="project")} == {"alpha": 1, "beta": 3}
    assert desk.one("reported_outcomes", {"project": ["alpha"]}).value == 1


def test_by_kind_sector_and_year(world):
    desk = world(OUTCOMES)
    kinds = {f.cut: f.value for f in desk.ask("reported_outcomes", by="kind")}
    assert kinds == {"spin_out": 1, "engagement": 1, "collaboration": 1}
    assert {f.cut: f.value for f in desk.ask("reported_outcomes", by="sector")} == {"private": 1, "(none)": 2}
    assert {f.cut: f.value for f in desk.ask("reported_outcomes", by="year")} == {"2012": 1, "2014": 1, "(none)": 1}


def test_later_ones_are_not_there_yet(world):
    assert (
        world(OUTCOMES).one("reported_outcomes", as_of="2013-12-31").value == 1
    )  # 2014 and the undated one come later

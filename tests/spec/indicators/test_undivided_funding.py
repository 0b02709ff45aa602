"""The sum over projects less the sum over participants, and where the two part."""

from tests.spec.money_of_parts import ADDS_UP, BLANK, MORE, NONE, PARTS, SOME


def test_it_is_the_difference_of_the_two_sums_of_projects_with_a_grant(world):
    desk = world(PARTS)
    # 100 + 50 + 40 + 30 + 20 = 240 less 100 + 35 + 28.50 + 20.01 = 183.51; the project without a grant is not in it
    assert desk.one("undivided_funding").value == 56.49
    assert desk.one("public_funding").value - desk.one("allocated_funding").value == 240 - 190.51


def test_by_project_and_by_how_the_amounts_stand(world):
    desk = world(PARTS)
    gaps = {f.cut: f.value for f in desk.ask("undivided_funding", by="project")}
    assert gaps == {"agrees": 0, "blank": 50, "some": 5, "none-blank": 1.5, "more": -0.01}
    kinds = {f.cut: f.value for f in desk.ask("undivided_funding", by="kind")}
    assert kinds == {ADDS_UP: 0, BLANK: 50, SOME: 5, NONE: 1.5, MORE: -0.01}


def test_several_grants_of_a_project_are_one_grant(world):
    desk = world("""
        participation
        participation_id | project_id
        Q1               | alpha

        contribution
        project_id | payer | region | amount | valid_on
        alpha      | eu    | eu     | 40     | 2019-01-01
        alpha      | eu    | non_eu | 10     | 2019-01-01

        allocation
        project_id | participation_id | amount | valid_on
        alpha      | Q1               | 45     | 2019-01-01
    """)
    assert desk.one("undivided_funding").value == 5
    assert desk.one("undivided_funding").n == 1

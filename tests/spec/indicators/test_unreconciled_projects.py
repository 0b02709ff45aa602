"""Do the partners' amounts add up to the grant?"""

from tests.spec.money_of_parts import ADDS_UP, MORE, NONE, PARTS, SOME


def test_projects_that_differ_by_a_cent_or_more_are_counted(world):
    desk = world("""
        participation
        participation_id | project_id
        Q1               | alpha
        Q2               | alpha
        Q3               | beta
        Q4               | beta
        Q5               | delta

        contribution
        project_id | payer    | region | amount | valid_on
        alpha      | eu       | eu     | 100    | 2019-01-01
        beta       | eu       | eu     | 40     | 2019-01-01
        beta       | eu       | non_eu | 10     | 2019-01-01
        beta       | industry | eu     | 7      | 2019-01-01
        gamma      | eu       | eu     | 60     | 2019-01-01

        allocation
        project_id | participation_id | amount | valid_on
        alpha      | Q1               | 60     | 2019-01-01
        alpha      | Q2               | 40     | 2019-01-01
        beta       | Q3               | 30     | 2019-01-01
        beta       | Q4               | 20.01  | 2019-01-01
        delta      | Q5               | 5      | 2019-01-01
    """)
    # alpha 60 + 40 = 100: well; beta 30 + 20.01 = 50.01, not 40 + 10; gamma has no parts, delta no grant
    assert desk.one("unreconciled_projects").value == 1
    assert desk.one("unreconciled_projects", {"project": ["alpha"]}).value == 0
    assert desk.one("unreconciled_projects", {"project": ["gamma"]}).value is None


def test_by_how_the_amounts_stand(world):
    desk = world(PARTS)
    assert (
        desk.one("unreconciled_projects").value == 3
    )  # some, none-blank, more; of the blank one there is nothing to compare
    kinds = {f.cut: f.value for f in desk.ask("unreconciled_projects", by="kind")}
    assert kinds == {ADDS_UP: 0, SOME: 1, NONE: 1, MORE: 1}

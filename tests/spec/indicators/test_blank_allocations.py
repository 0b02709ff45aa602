"""A blank amount is missing, not nought; the project tells whether it hides money."""

from tests.spec.money_of_parts import ADDS_UP, BLANK, PARTS, SOME


def test_participations_without_an_amount_by_type_role_and_what_their_project_tells(world):
    desk = world(PARTS)
    assert desk.one("blank_allocations").value == 3  # A2, B1, S2
    assert {f.cut: f.value for f in desk.ask("blank_allocations", by="activity_type")} == {"prc": 2, "rec": 1}
    by_role = {f.cut: f.value for f in desk.ask("blank_allocations", by="role")}
    assert by_role == {"associated_partner": 1, "coordinator": 1, "participant": 1}
    assert {f.cut: f.value for f in desk.ask("blank_allocations", by="kind")} == {ADDS_UP: 1, BLANK: 1, SOME: 1}


def test_an_amount_of_nought_is_no_blank(world):
    desk = world("""
        participation
        participation_id | project_id
        Q1               | alpha
        Q2               | alpha

        allocation
        project_id | participation_id | amount | valid_on
        alpha      | Q1               | 0      | 2019-01-01
    """)
    assert desk.one("blank_allocations").value == 1

"""Blank amounts over all participations, by the register's type of organisation and by role."""

from tests.spec.money_of_parts import PARTS


def test_by_activity_type_and_role(world):
    desk = world(PARTS)
    assert desk.one("blank_allocations_share").exact == "3/8"
    shares = {f.cut: f.exact for f in desk.ask("blank_allocations_share", by="activity_type")}
    # prc: A2 and B1 of three; rec: S2 alone; hes: none of A1, S1, M1; of G1 no type is known
    assert shares == {"prc": "2/3", "rec": "1", "hes": "0", "(none)": "0"}
    roles = {f.cut: f.exact for f in desk.ask("blank_allocations_share", by="role")}
    assert roles == {"associated_partner": "1", "participant": "1", "coordinator": "1/6"}

"""Pairs of two different sectors, among all pairs of known sectors."""

from tests.spec.sectors import SECTORS


def test_pairs_of_an_unknown_sector_are_left_out(world):
    desk = world(SECTORS)
    # alpha: 4 of 10 pairs (a, b, c and d are academic, e is industry); beta: 1 of 1, because f is unknown; gamma has no pair
    by_project = {f.cut: (f.value, f.denominator) for f in desk.ask("cross_sector_pairs_share", by="project")}
    assert by_project == {"alpha": (0.4, 10), "beta": (1, 1)}
    whole = desk.one("cross_sector_pairs_share")
    assert round(whole.value, 4) == 0.4545  # 5 of 11
    assert whole.n == 2  # projects
    assert {f.cut: f.value for f in desk.ask("cross_sector_pairs_share", by="year")} == {"2010": 0.4, "2012": 1}

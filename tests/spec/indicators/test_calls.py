"""Calls count from the day they open."""


def test_calls_count_from_the_day_they_open(world):
    desk = world("""
        call
        call_id | programme_id | opened_on
        P1-C1   | P1           | 2008-04-30
        P1-C2   | P1           | 2009-11-27
        P2-C1   | P2           |
    """)
    assert desk.one("calls").value == 3
    assert desk.one("calls", {"programme": ["P1"]}).value == 2
    assert desk.one("calls", as_of="2008-12-31").value == 2  # P1-C1, and P2-C1, whose programme began in 2000
    assert {f.cut: f.value for f in desk.ask("calls", by="year")} == {"2008": 1, "2009": 1, "(none)": 1}

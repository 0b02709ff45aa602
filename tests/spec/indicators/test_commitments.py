"""A programme's commitment holds those of its calls."""

LEDGER = """
    call
    call_id | programme_id
    P1-C1   | P1
    P1-C2   | P1
    P2-C1   | P2

    commitment
    programme_id | call_id | payer    | amount | precision | valid_on
    P1           |         | eu       | 1000   | rounded   | 2008-01-01
    P1           |         | industry | 900    | rounded   | 2008-01-01
    P1           | P1-C1   | eu       | 110    | exact     | 2009-01-01
    P1           | P1-C2   | eu       | 80     | exact     | 2010-01-01
    P2           | P2-C1   | eu       | 50     | exact     | 2015-01-01
"""


def test_calls_are_part_of_their_programme_and_not_added_to_it(world):
    desk = world(LEDGER)
    assert desk.one("commitments", {"programme": ["P1"]}).value == 1900  # 1000 + 900
    assert desk.one("commitments").value == 1950  # P2 has the amount of a call alone: 1900 + 50
    assert {f.cut: f.value for f in desk.ask("commitments", by="payer")} == {"eu": 1050, "industry": 900}


def test_by_call_the_calls_own_amounts_stand_beside_the_remainder(world):
    desk = world(LEDGER)
    assert desk.one("commitments", {"call": ["P1-C1"]}).value == 110
    # what is for no call: 1000 - 110 - 80 = 810 of the EU, 900 of industry
    cuts = {f.cut: f.value for f in desk.ask("commitments", {"programme": ["P1"]}, by="call")}
    assert cuts == {"P1-C1": 110, "P1-C2": 80, "(none)": 1710}


def test_commitments_count_from_their_date(world):
    assert world(LEDGER).one("commitments", as_of="2009-12-31").value == 1900  # C1 alone is known, and is part of it


def test_other_currencies_are_left_out(world):
    desk = world("""
        commitment
        programme_id | payer | amount | currency | valid_on
        P1           | eu    | 10     | EUR      | 2008-01-01
        P1           | other | 99     | USD      | 2008-01-01
    """)
    assert desk.one("commitments").value == 10

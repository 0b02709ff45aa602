"""Pairs that shared a project begun in an earlier year."""


def test_a_pair_has_met_before_from_the_next_year_on(world):
    desk = world("""
        project
        project_id | programme_id | start_on
        alpha      | P1           | 2010-03-01
        beta       | P1           | 2010-11-01
        gamma      | P2           | 2012-01-01
        delta      | P2           | 2012-06-01

        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | industry
        alpha      | c               | sme
        beta       | b               | industry
        beta       | a               | academic
        gamma      | b               | industry
        gamma      | a               | academic
        gamma      | d               | academic
        gamma      | d               | academic
        delta      | d               | academic
        delta      | a               | academic
    """)
    # 2010: ab (twice), ac, bc, none met before. 2012: ab, ad (twice), bd; ab met before, ad met in the same year only
    by_year = {f.cut: (round(f.value, 4), f.n) for f in desk.ask("met_before_share", by="year")}
    assert by_year == {"2010": (0, 3), "2012": (0.3333, 3)}
    assert round(desk.one("met_before_share").value, 4) == 0.1667  # one of 3 + 3 pairs
    assert round(desk.one("met_before_share", {"programme": ["P2"]}).value, 4) == 0.3333

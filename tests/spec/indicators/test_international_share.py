"""Two countries on one paper; papers without a known country are left out."""


def test_countries_are_counted_over_the_whole_paper(world):
    desk = world("""
        work
        work_id
        w1
        w2
        w3
        w4

        project_work
        project_id | work_id
        alpha      | w1
        beta       | w1
        alpha      | w2
        beta       | w3
        beta       | w4

        authorship
        work_id | country
        w1      | NL
        w1      | SE
        w2      | NL
        w2      | NL
        w3      |
        w4      | DE
        w4      |
    """)
    figure = desk.one("international_share")
    assert (round(figure.value, 4), figure.denominator) == (0.3333, 3)  # w1 of w1, w2, w4; w3 names no country
    assert {f.cut: f.value for f in desk.ask("international_share", by="project")} == {"alpha": 0.5, "beta": 0.5}

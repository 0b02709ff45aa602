"""Two sectors on one paper; papers without a known sector are left out."""


def test_sectors_are_counted_over_the_whole_paper(world):
    desk = world("""
        work
        work_id
        w1
        w2
        w3

        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        beta       | w1
        beta       | w3

        authorship
        work_id | sector
        w1      | academic
        w1      | industry
        w1      | academic
        w2      | academic
        w2      | academic
        w2      | unknown
        w3      | unknown
    """)
    figure = desk.one("cross_sector_share")
    assert (figure.value, figure.denominator) == (0.5, 2)  # w1 yes, w2 no; of w3 no sector is known
    assert {f.cut: f.value for f in desk.ask("cross_sector_share", by="project")} == {"beta": 1, "alpha": 0.5}

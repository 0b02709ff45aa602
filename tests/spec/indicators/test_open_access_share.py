"""Open in any way, among the papers of which it is known, each paper once."""


def test_a_paper_of_two_projects_weighs_once(world):
    desk = world("""
        work
        work_id | open_access
        w1      | gold
        w2      | closed
        w3      | bronze
        w4      | unknown
        w5      |
        w6      | closed

        project_work
        project_id | work_id
        alpha      | w1
        beta       | w1
        alpha      | w2
        beta       | w3
        beta       | w4
        beta       | w5
        beta       | w6
    """)
    figure = desk.one("open_access_share")
    assert (figure.value, figure.denominator) == (0.5, 4)  # w1 and w3 of w1, w2, w3, w6
    cut = {f.cut: round(f.value, 4) for f in desk.ask("open_access_share", by="project")}
    assert cut == {"beta": 0.6667, "alpha": 0.5}  # beta: w1 and w3 of w1, w3, w6; alpha: w1 of w1 and w2
    assert 0 <= figure.low <= figure.value <= figure.high <= 1

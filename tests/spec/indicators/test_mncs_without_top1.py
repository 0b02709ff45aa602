"""The hundredth part of the papers with the highest scores is taken away exactly, the last of them in part."""

from tests.spec.scored import SCORED


def test_of_four_papers_a_twenty_fifth_of_the_best_one_goes(world):
    desk = world(SCORED)
    # 0.01 × 4 = 0.04 of w1 goes: (0.96 × 4 + 1.5 + 0.5 + 0) / 3.96 = 5.84 / 3.96 = 146/99
    assert desk.one("mncs_without_top1").exact == "146/99"
    # alpha: 0.02 of w1 goes: (0.98 × 4 + 1.5) / 1.98 = 5.42 / 1.98 = 271/99
    assert {f.cut: f.exact for f in desk.ask("mncs_without_top1", by="project")}["alpha"] == "271/99"


def test_of_two_hundred_papers_two_go_whole(world):
    numbers = range(1, 201)
    works = "".join(f"    w{n} | article | 2015\n" for n in numbers)
    scores = "".join(f"    w{n} | ours | base | 2020-06-30 | {n}\n" for n in numbers)
    desk = world(
        "work\n    work_id | work_type | published_on\n" + works
        + "\n    project_work\n    project_id | work_id\n" + "".join(f"    alpha | w{n}\n" for n in numbers)
        + "\n    work_score\n    work_id | method | database | scored_on | ncs\n" + scores
    )  # fmt: skip
    figure = desk.one("mncs_without_top1")
    assert (figure.value, figure.few) == (99.5, False)  # 1 to 198 are left: (1 + 198) / 2; 199 and 200 are gone
    assert desk.one("mncs").value == 100.5

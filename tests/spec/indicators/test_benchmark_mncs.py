"""Works of a comparison group, by the rules and the method of the programme's own papers."""

from tests.spec.scored import GROUPS, SCORED


def test_each_group_by_the_method_of_the_programme(world):
    desk = world(SCORED + GROUPS)
    cuts = {f.cut: (f.label, f.value, f.denominator) for f in desk.ask("benchmark_mncs", by="benchmark")}
    assert cuts == {"eu": ("EU-28", 1, 3), "other": ("Another funder", 6, 1)}  # eu: (2 + 1 + 0) / 3
    eu = {"benchmark": ["eu"]}
    assert {f.cut: f.value for f in desk.ask("benchmark_mncs", eu, by="year")} == {"2015": 1.5, "2016": 0}
    assert {f.cut: f.value for f in desk.ask("benchmark_mncs", eu, by="field")} == {"medicine": 1.5, "biology": 0}
    assert desk.one("benchmark_mncs", eu).few


def test_where_the_programme_has_no_scores_the_method_of_most_works_counts(world):
    desk = world(GROUPS)
    assert desk.one("benchmark_mncs", {"benchmark": ["eu"]}).value == 1  # ours has 6 works, theirs 1


def test_a_work_of_two_groups_counts_once_in_both_together(world):
    desk = world(
        GROUPS.replace(
            "| b6   | ours   | base 20  | 2020-06-30 | 2016 | article   | medicine | 6 ",
            "| b1   | ours   | base 20  | 2020-06-30 | 2015 | article   | medicine | 2 ",
        )
    )
    assert (desk.one("benchmark_mncs").value, desk.one("benchmark_mncs").n) == (1, 3)

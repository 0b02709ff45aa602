"""Which score counts, what a figure over scores says of itself, and how shares of things weigh."""

from fractions import Fraction

from benchside.figures.explain import explain
from benchside.figures.reduce import contrast, mean, mean_without_top, median

TWO_WORKS = """
    work
    work_id | work_type | published_on
    w1      | article   | 2013
    w2      | article   | 2014
    w3      | article   | 2015

    project_work
    project_id | work_id
    alpha      | w1
    alpha      | w2
"""


def scores(*lines: str) -> str:
    return (
        TWO_WORKS
        + "\n    work_score\n    work_id | method | database | scored_on | ncs\n"
        + "".join(f"    {line}\n" for line in lines)
    )


def test_the_method_with_most_scored_papers_of_projects_counts_alone(world):
    desk = world(
        scores(
            "w1 | aa | base | 2020-01-01 | 9",
            "w3 | aa | base | 2020-01-01 | 9",  # w3 belongs to no project
            "w1 | bb | base | 2020-01-01 | 1",
            "w2 | bb | base | 2020-01-01 | 2",
        )
    )
    assert desk.one("mncs").value == 1.5
    assert "scored by bb (base), citations up to 2020-01-01" in desk.one("mncs").notes


def test_ties_between_methods_go_by_name_and_undefined_scores_do_not_help(world):
    tied = scores("w1 | bb | base | 2020-01-01 | 9", "w1 | aa | base | 2020-01-01 | 1")
    assert world(tied).one("mncs").value == 1
    empty = scores("w1 | aa | base | 2020-01-01 |", "w2 | aa | base | 2020-01-01 |", "w2 | bb | base | 2020-01-01 | 3")
    assert world(empty).one("mncs").value == 3


def test_a_change_of_database_is_a_break_here_and_between_years(world):
    desk = world(scores("w1 | aa | old | 2018-01-01 | 1", "w2 | aa | new | 2020-01-01 | 3"))
    notes = desk.one("mncs").notes
    assert "scored by aa (new), citations up to 2020-01-01" in notes
    assert "scored by aa (old), citations up to 2018-01-01" in notes
    assert "series break: the value mixes scores that are not comparable" in notes
    first, second = desk.ask("mncs", by="year")
    assert "series break: other parts of this cut are scored by aa (new)" in first.notes
    assert "series break: other parts of this cut are scored by aa (old)" in second.notes
    assert not [n for n in desk.one("publications").notes if "break" in n]


def test_several_census_dates_in_one_series_are_named(world):
    desk = world(scores("w1 | aa | base | 2019-01-01 | 1", "w2 | aa | base | 2020-01-01 | 3"))
    assert "scored by aa (base), citations up to dates from 2019-01-01 to 2020-01-01" in desk.one("mncs").notes


def test_a_new_score_replaces_the_old_one_of_the_same_method(world):
    desk = world(scores("w1 | aa | old | 2018-01-01 | 1", "w1 | aa | new | 2020-01-01 | 3"))
    assert (desk.one("mncs").value, desk.one("mncs", as_of="2019-01-01").value) == (3, 1)


def test_young_papers_are_those_of_the_census_year_and_the_year_before(world):
    line = "w2 | aa | base | {} | 3"  # w2 appeared in 2014
    assert world(scores(line.format("2015-12-31"))).one("mncs").status == "no_value"
    assert world(scores(line.format("2016-01-01"))).one("mncs").value == 3


def test_values_over_few_papers_come_last_and_are_not_ranked(world):
    numbers = range(30)
    text = "work\n    work_id | work_type | published_on\n" + "".join(
        f"    {w} | article | 2013\n" for w in [*(f"m{n}" for n in numbers), "x", "y"]
    )
    text += "\n    project_work\n    project_id | work_id\n    alpha | y\n    beta | x\n"
    text += "".join(f"    many | m{n}\n" for n in numbers)
    text += "\n    work_score\n    work_id | method | database | scored_on | ncs\n"
    text += "    x | aa | base | 2020-01-01 | 9\n    y | aa | base | 2020-01-01 | 5\n"
    text += "".join(f"    m{n} | aa | base | 2020-01-01 | 1\n" for n in numbers)
    found = world(text).ask("mncs", by="project")
    assert [(f.cut, f.few) for f in found] == [
        ("many", False),
        ("alpha", True),
        ("beta", True),
    ]  # by name, not 9 before 5


def test_a_mean_is_opened_with_its_companions(world):
    opened = explain(world(scores("w1 | aa | base | 2020-01-01 | 9", "w2 | aa | base | 2020-01-01 | 1")), "mncs")
    assert [(c.id, c.value) for c in opened.companions][:1] == [("median_ncs", 5)]
    assert [c["id"] for c in opened.as_json()["companions"]] == ["median_ncs", "top10_share", "mncs_without_top1"]


def test_the_list_of_fields_that_sorts_most_works_counts(world):
    desk = world(
        TWO_WORKS
        + """
    work_field
    work_id | scheme | field    | share
    w1      | aa     | medicine | 1
    w1      | bb     | heart    | 1
    w2      | bb     | lung     | 1
"""
    )
    assert {f.cut: f.value for f in desk.ask("publications", by="field")} == {"heart": 1, "lung": 1}


def test_a_mean_over_areas_weighs_a_thing_by_the_largest_share_of_its_rows(world):
    desk = world("""
        project_area
        project_id | area_id | weight
        alpha      | heart   | 0.25
        alpha      | lung    | 0.75
        beta       | heart   | 1

        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        beta       | w2

        work
        work_id | open_access
        w1      | gold
        w2      | closed
    """)
    cuts = {f.cut: (f.exact, f.n) for f in desk.ask("open_access_share", by="area")}
    # heart: w1 0.25 open, w2 1 closed: 0.25 / 1.25; lung: 0.75 / 1.5
    assert cuts == {"heart": ("1/5", 2), "lung": ("1/2", 2)}
    assert {f.cut: f.value for f in desk.ask("publications", by="area")} == {"heart": 2, "lung": 2}  # counts stay whole


def test_reducers_over_levels_by_hand():
    levels = [(10, True, 1), (2, False, 3), (4, True, 1)]
    assert mean(levels) == 4  # (10 + 6 + 4) / 5
    assert median(levels) == 2  # 2, 2, 2, 4, 10
    assert median([(1, False, 1), (3, False, 1)]) == 2
    assert median([(1, False, 3), (3, False, 1), (7, False, 2)]) == 2  # half of 6 is reached exactly at 1
    assert mean_without_top(levels) == Fraction(20 * 100 - 50, 495)  # 0.05 of the 10 goes: (20 - 0.5) / 4.95
    assert contrast(levels) == Fraction(7, 2)  # (10 + 4) / 2 over 2
    assert contrast([(1, True, 1)]) is None
    assert contrast([(1, True, 1), (0, False, 2)]) is None  # the other mean is nought
    assert mean([]) is median([]) is mean_without_top([]) is None

from benchside.charts.counted import Counted, draw
from tests.unit.charts.made import asking, figure

WHAT = Counted(
    id="outputs_by_kind",
    indicator="assets",
    by="kind",
    dimension="Kind",
    things="results",
    finding="{first} comes first: {count} of {all}, {share}",
    definition="Made.",
    limit=3,
)


def drawn(figures, total=None, what=WHAT):
    whole = [figure(None, total, by=None)] if total is not None else []
    return draw(what, asking({("assets", "kind"): figures, ("assets", None): whole}), {})


def labels(drawing):
    return [v["label"] for v in drawing.spec["data"]["values"]]


def test_finding_speaks_of_the_largest_that_has_a_name():
    drawing = drawn([figure("other", 60), figure("tool", 30), figure("cohort", 10)], 100)
    assert drawing.title == "Tool comes first: 30 of 100, 30\u202f%"
    assert labels(drawing) == ["Tool", "Cohort", "Other"]


def test_equals_are_all_named():
    drawing = drawn([figure("tool", 3), figure("cohort", 3), figure("other", 4)], 10)
    assert drawing.title == "Most frequent among 10 results: tool and cohort (3 each)"


def test_nothing_named_is_said():
    assert drawn([figure("other", 3), figure("(none)", 1)], 4).title == "None of 4 results bears a kind that names it"


def test_of_what_nobody_told_apart_there_is_no_picture():
    assert drawn([figure("(none)", 4)], 4) is None
    assert drawn([figure("(none)", 4), figure("unknown", 2)], 6) is None


def test_a_finding_that_speaks_of_the_smaller_part_says_so():
    # 6 of 10 bear no kind; 5 of 10 are not more than half.
    assert (
        drawn([figure("tool", 4), figure("(none)", 6)], 10).title
        == "Tool comes first: 4 of 10, 40\u202f%; not recorded: 6"
    )
    assert drawn([figure("tool", 5), figure("(none)", 5)], 10).title == "Tool comes first: 5 of 10, 50\u202f%"


def test_what_exceeds_the_limit_is_added_up():
    figures = [figure(letter, value) for letter, value in zip("abcdef", (9, 8, 7, 3, 2, 1), strict=True)]
    drawing = drawn(figures, 30)
    # The fourth to sixth are 3 + 2 + 1.
    assert [(v["label"], v["value"]) for v in drawing.spec["data"]["values"]] == [
        ("A", 9.0), ("B", 8.0), ("C", 7.0), ("3 more together", 6.0),
    ]  # fmt: skip
    assert len(drawing.rows) == 6


def test_one_more_than_the_limit_is_not_called_others():
    assert labels(drawn([figure(letter, 1) for letter in "abcd"], 4)) == ["A", "B", "C", "D"]


def test_a_value_that_is_not_shown_says_so_in_the_table():
    drawing = drawn([figure("tool", 3), figure("cohort", None, status="protected")], 5)
    assert drawing.rows == (("Tool", "3", "60\u202f%"), ("Cohort", "too few people to show", ""))
    assert labels(drawing) == ["Tool"]


def test_parts_that_overlap_are_said_to():
    drawing = drawn([figure("tool", 8), figure("cohort", 4)], 10)
    assert drawing.rows[0] == ("Tool", "8", "80\u202f%")
    assert "several bars" in drawing.definition


def test_a_published_total_does_not_divide_what_was_counted():
    figures = [figure("tool", 3), figure("cohort", 1)]
    ask = asking({("assets", "kind"): figures, ("assets", None): [figure(None, 460, by=None, status="reported")]})
    assert draw(WHAT, ask, {}).rows[0] == ("Tool", "3", "75\u202f%")


def test_nothing_to_draw():
    assert drawn([]) is None
    assert drawn([figure("tool", 0)], 0) is None
    assert drawn([figure("tool", None)]) is None
    assert draw(WHAT, asking({}), {}) is None

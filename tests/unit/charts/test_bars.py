from benchside.charts.bars import Bar, bars, distinct
from benchside.charts.theme import ACCENT, BLUE, GREY


def test_every_part_is_in_the_data_in_its_order():
    spec = bars(
        [Bar("a", {"x": 3.0, "y": 1.0}, "4"), Bar("b", {"x": 2.0, "y": 0.0}, "2")],
        colours={"x": "#111111", "y": "#222222"},
    )
    assert [(v["label"], v["part"], v["order"], v["value"]) for v in spec["data"]["values"]] == [
        ("a", "x", 0, 3.0), ("a", "y", 1, 1.0), ("b", "x", 0, 2.0), ("b", "y", 1, 0.0),
    ]  # fmt: skip


def test_two_rows_of_one_name_stay_two():
    rows = distinct([Bar("Phoenix", {"": 1.0}, "1"), Bar("Phoenix", {"": 2.0}, "2")])
    assert [row.label for row in rows] == ["Phoenix", "Phoenix (2)"]


def test_tones_stand_out_or_back():
    spec = bars([Bar("a", {"": 1.0}, ""), Bar("b", {"": 1.0}, "", "out"), Bar("c", {"": 1.0}, "", "back")])
    assert [v["tone"] for v in spec["data"]["values"]] == [BLUE, ACCENT, GREY]


def test_words_on_parts_stand_in_their_middle():
    row = Bar("a", {"x": 4.0, "y": 2.0}, "6", inside={"x": "67 %", "y": "33 %"})
    spec = bars([row], colours={"x": BLUE, "y": GREY})
    inside = spec["layer"][1]["data"]["values"]
    # The first part runs from 0 to 4, the second from 4 to 6.
    assert [v["value"] for v in inside] == [2.0, 5.0]
    assert [v["ink"] for v in inside] == ["#ffffff", "#1c2430"]

"""The picture of a pathway: stages from left to right, arrows by grade, free rows where an arrow passes a stage."""

import pytest

from benchside.charts.pathway import STYLES, Line, Spot, Words, draw
from benchside.charts.render import png, svg

WORDS = Words("What became of the vaccine", "Arrows by grade.", "Source: made.", ("Relation",))
SPOTS = [
    Spot("money", "input", "EUR 100"),
    Spot("project", "activity", "EBO"),
    Spot("vaccine", "output", "A vaccine"),
    Spot("use", "use", "Somebody tries it"),
    Spot("saved", "impact", "People are saved <b> & well"),
]
LINES = [
    Line("money", "project", "documented", ("funded",)),
    Line("project", "vaccine", "documented", ("produced",)),
    Line("vaccine", "use", "claimed", ("led to",)),
    Line("use", "saved", "independent", ("had the effect",)),
    Line("project", "saved", "claimed", ("led to",)),
]


def values(drawing, sort):
    return [v for v in drawing.spec["data"]["values"] if v["sort"] == sort]


def test_stages_stand_from_left_to_right_and_those_that_do_not_occur_take_no_room():
    found = draw("made", SPOTS, LINES, WORDS)
    # No outcome among the spots: the impact stands in the fifth column.
    assert [t["label"] for t in sorted(values(found, "title"), key=lambda t: t["x"])] == [
        "Input",
        "Activity",
        "Output",
        "Use",
        "Impact",
    ]
    columns = {b["label"]: int(b["x"]) for b in values(found, "box")}
    assert columns == {"EUR 100": 0, "EBO": 1, "A vaccine": 2, "Somebody tries it": 3, "People are saved <b> & well": 4}


def test_no_two_boxes_overlap_and_no_arrow_passes_behind_a_box_it_does_not_touch():
    found = draw("made", SPOTS, LINES, WORDS)
    boxes = values(found, "box")
    for a in boxes:
        for b in boxes:
            apart = a["x2"] <= b["x"] or b["x2"] <= a["x"] or a["y2"] <= b["y"] or b["y2"] <= a["y"]
            assert a is b or apart
    for point in values(found, "line"):
        inside = [b for b in boxes if b["x"] < point["x"] < b["x2"] and b["y"] < point["y"] < b["y2"]]
        assert not inside
    # The short cut from the project to the impact passes two stages: two points in each, besides its ends.
    assert sum(p["line"] == 4 for p in values(found, "line")) == 2 + 2 * 2


def test_claims_are_dashed_and_what_a_document_shows_is_solid():
    assert STYLES["documented"][1] == [1, 0] != STYLES["claimed"][1]
    found = draw("made", SPOTS, LINES, WORDS)
    drawn = next(layer for layer in found.spec["layer"] if layer["mark"]["type"] == "line")
    scale = drawn["encoding"]["strokeDash"]["scale"]
    assert scale["domain"] == ["independent", "documented", "claimed"]
    assert scale["range"] == [STYLES[g][1] for g in scale["domain"]]


def test_the_same_data_stand_in_a_table():
    found = draw("made", SPOTS, LINES, WORDS)
    assert found.columns == ("From", "To", "Support", "Relation")
    assert found.rows[3] == ("Somebody tries it", "People are saved <b> & well", "independent", "had the effect")


def test_without_an_arrow_there_is_no_picture():
    assert draw("made", SPOTS, [], WORDS) is None
    assert draw("made", SPOTS, [Line("money", "elsewhere", "claimed")], WORDS) is None


@pytest.mark.parametrize("width", [720, 360])
def test_it_is_drawn_with_every_word_of_its_labels(width):
    found = draw("made", SPOTS, LINES, WORDS)
    picture = svg(found, width)
    for words in ("EBO", "Somebody", "saved", "&lt;b&gt;", "documented", "Impact"):
        assert words in picture
    assert svg(found, width) == picture


def test_circles_ways_back_and_many_records_are_drawn_too():
    many = [Spot(f"a{n}", "output", f"Result {n}") for n in range(12)]
    lines = [Line(f"a{n}", f"a{(n + 1) % 12}", "claimed") for n in range(12)]
    back = [Line("a3", "money", "not graded"), Line("a4", "odd", "registry")]
    found = draw("made", [*many, SPOTS[0], Spot("odd", None, "No stage has it")], [*lines, *back], WORDS)
    assert len(values(found, "box")) == 14
    assert png(found, 1)[:4] == b"\x89PNG"

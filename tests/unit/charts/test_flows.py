"""Streams from money to outcome: as thick as what flows, never from euro into results, and whole at many areas."""

import pytest

from benchside.charts.catalogue import chart
from benchside.charts.flows import FULL, Block, Part, flows
from tests.unit.charts.made import asking, figure

MILLION = 1_000_000


def drawn(answers):
    return chart("money_to_outcome").draw(asking(answers), {})


def thickness(spec):
    """band → its thickness at every point."""
    found = {}
    for point in spec["data"]["values"]:
        found.setdefault(point["band"], set()).add(round(point["y2"] - point["y"], 4))
    return found


def labels(spec):
    return [v["text"] for layer in spec["layer"] if layer["mark"]["type"] == "text" for v in layer["data"]["values"]]


def by_payer(answers):
    return lambda scope: answers[scope["payer"][0]]


def test_ribbons_are_as_thick_as_what_flows_and_blocks_as_what_flows_through_them():
    left = (Block("a", "A", "3", "#000000", 3), Block("b", "B", "1", "#000000", 1))
    right = (Block("x", "X", "4", "#000000", 4),)
    spec = flows([Part(("left", "right"), (left, right), {(0, "a", "x"): 3, (0, "b", "x"): 1})], "")
    # A whole is 0.4 of the height: three quarters of it are 0.3, a quarter is 0.1, all along the ribbon.
    assert thickness(spec) == {"0 0 a x": {0.3}, "0 0 b x": {0.1}}
    blocks = spec["layer"][1]["data"]["values"]
    assert [round(b["y2"] - b["y"], 4) for b in blocks] == [0.3, 0.1, FULL]
    # The two ribbons arrive one below the other and fill the block they flow to.
    ends = [p for p in spec["data"]["values"] if p["x"] == max(q["x"] for q in spec["data"]["values"])]
    assert min(p["y"] for p in ends) == blocks[2]["y"]
    assert max(p["y2"] for p in ends) == pytest.approx(blocks[2]["y2"])


def test_a_second_part_has_a_scale_of_its_own_below_a_break():
    money = Part(
        ("left", "right"),
        ((Block("a", "A", "", "#000000", 9e9),), (Block("x", "X", "", "#000000", 9e9),)),
        {(0, "a", "x"): 9e9},
    )
    things = Part(
        ("left", "right"),
        ((Block("k", "K", "", "#000000", 2),), (Block("u", "U", "", "#000000", 2),)),
        {(0, "k", "u"): 2},
    )
    spec = flows([money, things], "Here euro end.")
    assert thickness(spec) == {"0 0 a x": {FULL}, "1 0 k u": {FULL}}
    assert "Here euro end." in labels(spec)
    assert "Here euro end." not in labels(flows([money], "Here euro end."))


def test_no_euro_flow_into_results():
    answers = {
        ("total_cost", "payer"): [figure("eu", 8 * MILLION)],
        ("total_cost", "area"): [figure("cancer", 8 * MILLION, label="Cancer")],
        ("assets", "kind"): [figure("tool", 6)],
    }
    drawing = drawn(answers)
    euro = {a for a, b, much in drawing.rows if "€" in much} | {b for a, b, much in drawing.rows if "€" in much}
    counted = {a for a, b, much in drawing.rows if "€" not in much}
    assert euro == {"European Union", "Cancer", "Receiver not recorded"}
    assert counted == {"Tool or method"}
    assert "no record says what a single result cost" in " ".join(labels(drawing.spec))


def test_small_areas_stand_together_and_keep_their_money():
    areas = [figure(f"a{n:02}", (20 - n) * MILLION, label=f"Area {n}") for n in range(18)]
    drawing = drawn({("total_cost", "payer"): [figure("eu", 1)], ("total_cost", "area"): areas})
    paid = [(b, much) for a, b, much in drawing.rows if a == "European Union"]
    # The ten smallest: 12 + 11 + 10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 = 75 million.
    assert paid[0] == ("Area 0", "€20.0\u202fm")
    assert paid[-1] == ("10 other areas", "€75.0\u202fm")
    assert len(paid) == 9


def test_more_than_a_grant_leaves_nothing_without_a_receiver():
    answers = {
        ("total_cost", "payer"): [figure("eu", 10 * MILLION), figure("other", 4 * MILLION)],
        ("total_cost", "area"): by_payer({
            "eu": [figure("cancer", 10 * MILLION, label="Cancer")], "other": [figure("cancer", 4 * MILLION, label="Cancer")],
        }),
        ("allocated_funding", "group"): [figure("academic", 12 * MILLION)],
        ("allocated_funding", "area"): [figure("cancer", 12 * MILLION, label="Cancer")],
    }  # fmt: skip
    received = {b: much for a, b, much in drawn(answers).rows if a == "Cancer"}
    # The 4 million of another payer have no receiver on record; of the grant nothing is left, and less than nothing is not drawn.
    assert received == {"Universities and public research": "€12.0\u202fm", "Receiver not recorded": "€4.0\u202fm"}


def test_money_whose_areas_and_receivers_nobody_knows_is_no_stream():
    answers = {("total_cost", "payer"): [figure("eu", MILLION)], ("total_cost", "area"): [figure("(none)", MILLION)]}
    assert drawn(answers) is None
    assert drawn(answers | {("assets", "kind"): [figure("tool", 1)]}).title == "Of 1 results, none is known to be used"


def test_no_more_of_a_kind_are_used_than_there_are():
    answers = {("assets", "kind"): [figure("tool", 2)], ("assets_in_use", "kind"): [figure("tool", 3)]}
    assert drawn(answers).rows == (("Tool or method", "Used", "2 results"),)

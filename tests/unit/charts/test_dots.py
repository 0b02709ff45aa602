from benchside.charts.dots import dots
from benchside.charts.theme import ACCENT, BLUE


def placed(values, **more):
    spec = dots(values, line=2, below="some below 2", axis="euro", named=more.pop("named", 3))
    return spec["data"]["values"], spec


def texts(spec):
    return [
        value["text"]
        for layer in spec["layer"]
        if layer["mark"]["type"] == "text"
        for value in layer.get("data", {}).get("values", [])
        if "text" in value
    ]


def test_no_dot_crosses_the_line():
    values = [("a", 1.0), ("b", 1.9999), ("c", 2.0), ("d", 2.0001), ("e", 3.0)]
    dots_, _ = placed(values)
    assert [d["at"] < 2 for d in dots_] == [True, True, False, False, False]
    assert [d["colour"] for d in dots_] == [ACCENT, ACCENT, BLUE, BLUE, BLUE]


def test_equal_values_are_stacked():
    dots_, _ = placed([("a", 2.5), ("b", 2.5), ("c", 2.5)])
    assert len({d["at"] for d in dots_}) == 1
    assert [round(d["level"], 1) for d in dots_] == [0.6, 1.6, 2.6]


def test_a_far_value_stays_at_the_edge_with_its_number():
    dots_, spec = placed([(f"p{n}", 2.0) for n in range(20)] + [("far", 36.17)])
    # The ninth decile is 2, so that all above 4 is far; the axis ends at 2 and a margin.
    assert dots_[-1]["at"] < 3
    assert "far 36.2 →" in texts(spec)


def test_the_lowest_bear_their_names_and_ties_are_not_chosen_among():
    _, spec = placed([("a", 1.0), ("b", 1.2), ("c", 1.5), ("d", 1.5), ("e", 1.8), ("f", 2.5)])
    assert sorted(texts(spec)) == ["a 1.00", "b 1.20", "c 1.50", "d 1.50"]
    _, spec = placed([(f"p{n}", 1.0) for n in range(9)] + [("z", 2.5)])
    assert texts(spec) == ["9 at 1.00"]


def test_one_value_can_be_drawn():
    dots_, _ = placed([("a", 2.0)])
    assert len(dots_) == 1


def test_long_names_are_cut_so_that_two_fit_side_by_side():
    _, spec = placed([("A consortium with a long name", 1.0), ("b", 2.5)])
    assert texts(spec) == ["A consortium wit… 1.00"]

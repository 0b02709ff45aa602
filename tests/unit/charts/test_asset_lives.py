"""Swim lanes: where bars, squares and dots stand, and which results are shown."""

from benchside.charts.asset_lives import MOST
from benchside.charts.asset_steps import MOST_STEPS
from benchside.charts.catalogue import chart
from benchside.charts.lanes import ASIDE, Lane, Stretch, lanes
from tests.unit.charts.made import asking, figure


def test_bars_begin_at_their_years_and_squares_stand_left_of_all_years():
    lane = Lane(
        "a", (Stretch("Developed", 2012, 2015), Stretch("In use", 2015, 2021)), ("Identified",), (2016,), (2010, 2015)
    )
    spec = lanes([lane], {"Identified": "#111111", "Developed": "#222222", "In use": "#333333"}, 2020)
    bars = spec["data"]["values"]
    assert [(b["name"], b["x"], b["x2"]) for b in bars[:2]] == [("Developed", 2012, 2015), ("In use", 2015, 2021)]
    # From 2010 to the end of 2020 are 11 years; the room before them is 15 % of that.
    assert (bars[2]["name"], bars[2]["x"]) == ("Identified", round(2010 - 11 * ASIDE, 4))
    assert bars[2]["x2"] < 2010
    dots = next(layer for layer in spec["layer"] if layer["mark"].get("shape") == "circle")
    assert [v["x"] for v in dots["data"]["values"]] == [2016.5]  # the middle of the year, because the day is not drawn


def answers(steps):
    """What a chart gets for (asset, stage, year) with one step each."""

    def events(by):
        place = {"asset": 0, "stage": 1, "year": 2}[by]

        def found(scope):
            fitting = [
                s for s in steps if all(s[{"asset": 0, "stage": 1, "year": 2}[k]] in v for k, v in scope.items())
            ]
            return [
                figure(cut, sum(s[place] == cut for s in fitting), by=by) for cut in sorted({s[place] for s in fitting})
            ]

        return found

    return {("stage_events", by): events(by) for by in ("asset", "stage", "year")}


def test_two_stages_of_one_year_share_it_in_their_order():
    drawing = chart("asset_lives").draw(asking(answers([("a", "in_use", "2014"), ("a", "developed", "2014")])), {})
    bars = [(b["name"], b["x"], b["x2"]) for b in drawing.spec["data"]["values"]]
    # Half a year each; the last goes on to the end of 2026, the year of asking.
    assert bars == [("Developed", 2014, 2014.5), ("In use", 2014.5, 2027)]
    assert drawing.title == "All 2 recorded steps of results bear a date"


def test_only_the_results_with_most_dated_steps_are_shown():
    steps = [(f"a{n:02}", "developed", "2012") for n in range(MOST + 5)]
    drawing = chart("asset_lives").draw(asking(answers([*steps, ("a24", "in_use", "2015")])), {})
    assert len(drawing.rows) == MOST
    assert ("A24", "no project recorded", "developed 2012; in use 2015", "", "") in drawing.rows
    assert (
        f"The {MOST} results with most dated steps and uses, of equals those that came furthest, of 25 with a dated step."
        in drawing.definition
    )


def test_of_equals_those_that_came_furthest_are_shown_and_no_alphabet_chooses():
    steps = [(f"a{n:02}", "developed", "2012") for n in range(MOST)]
    drawing = chart("asset_lives").draw(
        asking(answers([*steps, ("z", "in_use", "2020"), ("y", "withdrawn", "2011")])), {}
    )
    names = [row[0] for row in drawing.rows]
    # Of 22 with one step each 20 are shown: z is in use and comes first, given up is no way forward and comes last.
    assert len(names) == MOST
    assert "Z" in names
    assert not {"Y", f"A{MOST - 1:02}"} & set(names)


def test_without_a_dated_step_there_is_no_life_and_too_many_steps_are_not_asked_for():
    assert chart("asset_lives").draw(asking(answers([("a", "developed", "(none)")])), {}) is None
    many = {("stage_events", "stage"): [figure("developed", MOST_STEPS + 1)]}
    assert chart("asset_lives").draw(asking(many), {}) is None

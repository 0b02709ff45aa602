"""Stages year by year: at or beyond a stage, as things stood at the end of each year."""

from dataclasses import replace

from benchside.charts.catalogue import chart
from tests.unit.charts.made import figure

AT = {
    "2012-12-31": {"candidate": 4},
    "2013-12-31": {"candidate": 3, "validated": 1},
    "2014-12-31": {"candidate": 1, "validated": 1, "in_use": 2},
    None: {"candidate": 1, "in_use": 4},
}
"""date → the results exactly at each stage; what is asked without a date is answered as of 31 March 2015."""


def ask(indicator, scope=None, *, by=None, as_of=None):
    if (indicator, by) == ("assets", "stage"):
        return [replace(figure(s, v), as_of="2015-03-31") for s, v in AT[as_of].items()]
    return {("assets", "year"): [figure("2012", 5)], ("stage_events", "year"): [figure("2013", 3)]}[indicator, by]


def test_a_result_counts_at_every_stage_up_to_its_own_and_once_in_each():
    drawing = chart("stages_over_time").draw(ask, {})
    assert drawing.columns == ("End of", "Identified or further", "Validated or further", "In use")
    # 2014: 1 + 1 + 2, 1 + 2, 2. By 2015 the validated ones have moved on and are still at least validated.
    assert drawing.rows == (
        ("2012", "4", "0", "0"),
        ("2013", "4", "1", "0"),
        ("2014", "4", "3", "2"),
        ("2015", "5", "4", "4"),
    )
    assert drawing.title == "Results in use: 2 at the end of 2014, 4 by 31 March 2015"
    assert "of 2015: on 31 March 2015" in drawing.definition


def test_what_nobody_dated_is_said_only_where_there_is_any():
    assert "bear no date" not in chart("stages_over_time").draw(ask, {}).definition

    def undated(indicator, scope=None, *, by=None, as_of=None):
        figures = ask(indicator, scope, by=by, as_of=as_of)
        return [*figures, figure("(none)", 9)] if by == "year" else figures

    definition = chart("stages_over_time").draw(undated, {}).definition
    # 3 dated and 9 undated steps; 5 results with a date and 9 without.
    assert "Of 12 recorded steps 9 bear no date" in definition
    assert "Of 14 results 9 bear no date of their own" in definition

"""The pictures of citation impact: what must never be drawn as comparable."""

from dataclasses import replace

import pytest

from benchside.charts.catalogue import chart
from benchside.charts.trend import Point, is_steep
from tests.unit.charts.made import asking, figure

OURS = "Ours (Base 2020)"
THEIRS = "Ours (Base 2024)"


def trend(means, recent=()):
    years = [*means, *(figure(y, 9) for y in recent)]
    return chart("citation_trend").draw(asking({("mncs", "year"): means, ("scored_papers", "year"): years}), {})


def layer(spec, text):
    """The layers whose words hold the text."""
    return [part for part in spec["layer"] if part["mark"].get("text") and text in part["mark"]["text"]]


def test_a_series_break_is_a_gap_with_its_mark():
    means = [replace(figure(str(y), 1.5), series=(OURS if y < 2016 else THEIRS,)) for y in range(2013, 2019)]
    drawing = trend(means)
    # The line has two parts, and the mark stands between 2015 and 2016.
    assert {v["part"] for v in drawing.spec["data"]["values"]} == {"Mean 0", "Mean 1"}
    assert [v["at"] for v in layer(drawing.spec, "series")[0]["data"]["values"]] == [2015.5]
    assert "The series breaks at 2016" in drawing.definition


def test_one_series_has_no_break_and_a_missing_year_is_a_gap():
    drawing = trend([replace(figure(y, 1.5), series=(OURS,)) for y in ("2013", "2014", "2016")])
    assert not layer(drawing.spec, "series")
    assert [v["part"] for v in drawing.spec["data"]["values"]] == ["Mean 0", "Mean 0", "Mean 1"]


def test_years_that_are_too_recent_have_a_band_and_no_point():
    drawing = trend([figure("2013", 1.5), figure("2014", 1.2)], recent=("2015", "2016"))
    band = layer(drawing.spec, "recent")[0]["data"]["values"][0]
    assert (band["at"], band["to"]) == (2014.5, 2016.6)
    assert {v["year"] for v in drawing.spec["data"]["values"]} == {2013, 2014}


def test_a_trend_begins_with_the_first_year_of_enough_papers():
    early = [replace(figure(str(y), 9.0), few=True) for y in range(1940, 1943)]
    drawing = trend([*early, *(figure(str(y), 1.2) for y in range(2010, 2014))])
    assert min(v["year"] for v in drawing.spec["data"]["values"]) == 2010
    assert "3 years before 2010, of few papers each, are in the table alone." in drawing.definition
    assert drawing.rows[0][0] == "1940"


def test_a_single_year_is_no_trend():
    assert trend([figure("2013", 1.5)]) is None


def test_one_steep_value_narrows_the_scale():
    flat = [Point(2010 + n, 1.0, None, None) for n in range(5)]
    assert not is_steep({"Mean": [*flat, Point(2016, 8.0, None, None)]})
    assert is_steep({"Mean": [*flat, Point(2016, 8.1, None, None)]})


def projects(few):
    figures = [figure(name, value, label=name, few=name in few) for name, value in (("b", 3.0), ("a", 1.0), ("c", 2.0))]
    return chart("impact_by_project").draw(asking({("mncs", "project"): figures}), {})


def test_projects_stand_by_name_and_those_of_few_papers_are_grey():
    rows = [v for v in projects(few=("b",)).spec["data"]["values"] if "value" in v]
    assert [v["label"] for v in rows] == ["0: a", "0: b", "0: c"]
    grey = {v["label"]: v["tone"] for v in rows}
    assert grey["0: b"] != grey["0: a"] == grey["0: c"]


def test_where_no_project_has_enough_papers_the_title_claims_nothing():
    assert projects(few=("a", "b", "c")).title == "No project has enough papers for its mean to be compared"


def test_an_interval_far_out_is_cut_off_with_an_arrow():
    made = figure("a", 1.0, label="a", low=0.1, high=90.0)
    spec = chart("impact_by_project").draw(asking({("mncs", "project"): [made]}), {}).spec
    row = next(v for v in spec["data"]["values"] if "value" in v)
    # The scale ends at 1.8 times the largest value, 1: the interval up to 90 ends there.
    assert (row["far"], row["high"], round(row["value"] * 1.8, 9)) == (True, 1.0, 1.0)


def test_groups_scored_in_another_way_are_named():
    answers = {
        ("mncs", None): [replace(figure(None, 2.0, by=None), series=(OURS,))],
        ("benchmark_mncs", "benchmark"): [replace(figure("eu", 1.0, label="EU-28"), series=(THEIRS,))],
    }
    drawing = chart("impact_against_benchmark").draw(asking(answers), {})
    assert "Not comparable, because scored in another way: EU-28." in drawing.definition


@pytest.mark.parametrize("missing", [("mncs", None), ("benchmark_mncs", "benchmark")])
def test_without_either_side_there_is_no_comparison(missing):
    answers = {("mncs", None): [figure(None, 2.0, by=None)], ("benchmark_mncs", "benchmark"): [figure("eu", 1.0)]}
    answers[missing] = []
    assert chart("impact_against_benchmark").draw(asking(answers), {}) is None


def test_bands_keep_their_order_and_what_is_in_none_is_counted():
    figures = [figure("above 8", 1), figure("0", 3), figure("(none)", 4)]
    drawing = chart("impact_profile").draw(asking({("impact_profile", "kind"): figures}), {})
    assert [v["band"] for v in drawing.spec["data"]["values"]][:3] == ["0", "to ⅛", "to ¼"]
    assert drawing.rows[-1] == ("band not known", "4", "")
    assert "4 papers in no band are left out." in drawing.definition

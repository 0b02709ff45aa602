from fractions import Fraction

import pytest

from benchside.charts import words
from tests.unit.charts.made import figure


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1234, 0, "1\u202f234"),
        (Fraction(5, 2), 0, "3"),
        (-1500, 0, "−1\u202f500"),
        (Fraction(1, 8), 2, "0.13"),
        (-0.001, 1, "0.0"),
    ],
)
def test_decimals_rounds_halves_up_and_sets_thousands_apart(value, places, expected):
    assert words.decimals(value, places) == expected


@pytest.mark.parametrize(
    ("euro", "expected"),
    [
        (345_306_290, "€345.3\u202fm"),
        (2_179_900_000, "€2\u202f179.9\u202fm"),
        (40_000, "€0.04\u202fm"),
        (0, "€0.0\u202fm"),
    ],
)
def test_millions_of_euro(euro, expected):
    assert words.millions(euro) == expected


def test_percent_does_not_call_something_nothing():
    # 1 of 300 is 0.33 per cent; 1 of 200 is 0.5 per cent and rounds up to 1.
    assert words.percent(1, 300) == "<1\u202f%"
    assert words.percent(1, 200) == "1\u202f%"
    assert words.percent(0, 300) == "0\u202f%"
    assert words.percent(1, 0) == ""


def test_inside_keeps_acronyms():
    assert words.inside("Infectious diseases") == "infectious diseases"
    assert words.inside("HIV and tuberculosis") == "HIV and tuberculosis"
    assert words.inside("iPSC banks") == "iPSC banks"


def test_label_prefers_given_words_then_the_name_then_the_code_list():
    assert words.label(figure("(none)", 1), none="not said") == "not said"
    assert words.label(figure("x", 1, label="Long X"), words={"x": "short x"}) == "short x"
    assert words.label(figure("x", 1, label="Long X")) == "Long X"
    assert words.label(figure("DE", 1), "country") == "Germany"
    assert words.label(figure("zz", 1), "country") == "zz"


def test_source_says_date_documents_and_build():
    many = [figure("a", 1, origins=[f"D{n}" for n in range(1, 9)])]
    assert (
        words.source(many) == "As of 22 November 2026. Documents: D1, D2, D3, D4, D5, D6 and 2 others. Build 0001-made."
    )
    assert words.source([figure("a", 1)]) == "As of 22 November 2026. Document: D1. Build 0001-made."


def test_set_back_puts_what_names_nothing_last():
    figures = [figure(cut, 1) for cut in ("(none)", "other", "sme", "unknown", "academic")]
    assert [f.cut for f in words.set_back(figures)] == ["sme", "academic", "other", "unknown", "(none)"]

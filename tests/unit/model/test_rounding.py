"""Numbers as people print them, written and read."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchside.errors import UsageError
from benchside.model.rounding import STYLES, THIN, last_digit, printed, read, says


@pytest.mark.parametrize(
    ("value", "style", "step", "text"),
    [
        (465, "plus", 10, "460+"),
        (1134, "plus", 1, "1 134+"),
        (7123, "over", 1000, "over 7 000"),
        (7000, "over", 1000, "over 6 000"),  # 7 000 is not over 7 000
        (14800, "nearly", 1000, "nearly 15 000"),
        (15000, "nearly", 1000, "15 000"),
        (12950, "around", 1000, "around 13 000"),
        (1_918_875_722, "euro_bn", 1, "€1.9 bn"),
        (18_170_217, "euro", 1, "€18 170 217"),
        (Fraction(74, 100), "percent", 1, "74 %"),
        (Fraction(158, 1000), "percent1", 1, "15.8 %"),
        (Fraction(9667, 1000), "decimal2", 1, "9.67"),
        (Fraction(25, 10), "decimal1", 1, "2.5"),
        (Fraction(1, 200), "decimal2", 1, "0.01"),  # halves go up
        (Fraction(-1, 1000), "decimal2", 1, "0.00"),  # no minus before a nought
        (0, "exact", 1, "0"),
    ],
)
def test_a_value_in_a_style(value, style, step, text):
    assert printed(Fraction(value), style, step).replace(THIN, " ") == text


def test_a_floor_that_leaves_nothing_is_refused():
    with pytest.raises(UsageError, match="leaves nothing"):
        printed(Fraction(7), "plus", 10)


def test_an_unknown_style_is_told_with_the_known_ones():
    with pytest.raises(UsageError, match="plus"):
        printed(Fraction(7), "floor")


@pytest.mark.parametrize(
    ("text", "comparator", "value", "high", "unit"),
    [
        ("460+", "ge", 460, None, ""),
        ("over 7 000", "gt", 7000, None, ""),
        ("nearly 15 000", "approx", 15000, None, ""),
        ("€1.9 bn", "eq", 1_900_000_000, None, "EUR"),
        ("74 %", "eq", Fraction(74, 100), None, "share"),
        ("15.8%", "eq", Fraction(158, 1000), None, "share"),
        ("at least €2", "ge", 2, None, "EUR"),
        ("between 3 and 5.7", "range", 3, Fraction(57, 10), ""),
        ("6 816–12 950", "range", 6816, 12950, ""),
        ("+300", "ge", 300, None, ""),
        ("€ 671 635 805", "eq", 671_635_805, None, "EUR"),
        ("USD 1 million", "eq", 1_000_000, None, "USD"),
        ("up to 200", "le", 200, None, ""),
    ],
)
def test_a_printed_number_is_read(text, comparator, value, high, unit):
    found = read(text)
    assert (found.comparator, found.value, found.value_high, found.unit) == (comparator, value, high, unit)


def test_a_text_without_a_number_is_refused():
    with pytest.raises(UsageError, match="no number"):
        read("a number of projects")


@given(
    st.integers(1, 10**12),
    st.sampled_from(sorted(set(STYLES) - {"percent", "percent1", "range"})),
    st.sampled_from([1, 10, 1000]),
)
def test_what_is_printed_never_says_more_than_the_value(value, style, step):
    """A printed floor lies at or below the value, a printed exact number on it, a rounded one within its last digit."""
    if (style == "plus" and value < step) or (style == "over" and value <= step):
        return
    text = printed(Fraction(value), style, step)
    found, slack = read(text), last_digit(text)
    if style in ("plus", "over"):
        assert found.value <= value < found.value + step + (style == "over")
        assert says(found.comparator, found.value, Fraction(value))
    elif style in ("nearly", "around"):
        assert abs(found.value - value) <= step
    else:
        assert abs(found.value - value) <= max(slack / 2, 0)


@pytest.mark.parametrize(
    ("comparator", "published", "computed", "step", "holds"),
    [
        ("eq", "0.158", "0.1579", "0.001", True),  # 15.79 % prints as 15.8 %
        ("eq", "0.158", "0.1574", "0.001", False),
        ("eq", "20", "20", "0", True),
        ("eq", "20", "21", "0", False),
        ("ge", "460", "460", "0", True),
        ("gt", "7000", "7000", "0", False),
        ("approx", "13000", "12950", "0", True),
        ("approx", "13000", "12000", "0", False),  # more than five per cent away
        ("le", "200", "199", "0", True),
    ],
)
def test_a_computed_value_bears_out_a_printed_one(comparator, published, computed, step, holds):
    assert says(comparator, Fraction(published), Fraction(computed), step=Fraction(step)) is holds

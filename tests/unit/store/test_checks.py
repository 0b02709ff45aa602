"""What a cell is kept as: dates, amounts, decimals, shares, whole numbers and flags, by hand."""

import datetime

import duckdb
import pytest

from benchside.model.columns import Amount, Column, Date, Decimal, Flag, Integer, Kind, Share, Text
from benchside.store.checks import kept, name, quoted


def value(kind: Kind, text: str | None):
    """What the engine keeps of a cell."""
    column = Column("cell", kind, "help")
    row = duckdb.execute(f"SELECT {kept(column)} FROM (SELECT ?::VARCHAR AS cell)", [text]).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-02-28", datetime.date(2015, 2, 28)),
        (" 2015-02-28 ", datetime.date(2015, 2, 28)),
        # A month or a year alone stands for its last day.
        ("2015", datetime.date(2015, 12, 31)),
        ("2015-04", datetime.date(2015, 4, 30)),
        # 2016 and 2000 are leap years; 2015 is none, and 1900 is none because 100 divides it and 400 does not.
        ("2016-02", datetime.date(2016, 2, 29)),
        ("2015-02", datetime.date(2015, 2, 28)),
        ("2000-02", datetime.date(2000, 2, 29)),
        ("1900-02", datetime.date(1900, 2, 28)),
        ("2016-02-29", datetime.date(2016, 2, 29)),
        ("2015-02-29", None),
        ("2015-02-31", None),
        ("2015-13", None),
        ("31/02/2015", None),
        ("0000", None),
        ("0000-01-01", None),
        ("", None),
        ("  ", None),
        (None, None),
    ],
)
def test_a_date_is_the_last_day_its_text_allows(text, day):
    assert value(Date(), text) == day


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        # Cents: 18 170 217.50 euro.
        (Amount(), "18170217.50", 1817021750),
        (Amount(), "18170217", 1817021700),
        (Amount(), "0.1", 10),
        (Amount(), "0", 0),
        (Amount(), "999999999999999.99", 99999999999999999),
        (Amount(), "1 200", None),
        (Amount(), "1 2O0", None),
        (Amount(), "1,200", None),
        (Amount(), "9" * 40, None),
        (Amount(), "", None),
        # Millionths.
        (Decimal(), "14.4", 14400000),
        (Decimal(), "-0.000001", -1),
        (Decimal(), "0,5", None),
        # 18 digits fit the engine's decimals; a million times as many no longer fit a whole number of 64 bits.
        (Decimal(), "9" * 18, None),
        (Share(), "0.158", 158000),
        (Share(), "1", 1000000),
        (Integer(), "12", 12),
        (Integer(), "-3", -3),
        (Integer(), "12a", None),
        (Flag(), "yes", True),
        (Flag(), "no", False),
        (Flag(), "Yes", None),
        (Text(), "  a b ", "a b"),
        (Text(), "'; DROP TABLE x; --", "'; DROP TABLE x; --"),
    ],
)
def test_a_cell_is_kept_in_whole_units(kind, text, number):
    assert value(kind, text) == number


def test_names_and_texts_cannot_break_out_of_their_marks():
    assert quoted("it's") == "'it''s'"
    assert name('a"b') == '"a""b"'

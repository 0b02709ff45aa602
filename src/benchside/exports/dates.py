"""Dates as the standards for works write them: with the parts that are known.

The model keeps a year or a month alone as its last day. So the last day of a year is written as the year, the last day of
a month as the month: a work that did appear on such a day loses its day, none is given a day that nobody stated. Read
again as the model reads dates, each gives the day that was kept.
"""

import calendar
from datetime import date


def parts(day: date | None) -> tuple[int, ...]:
    """(year), (year, month) or (year, month, day); empty where there is no date."""
    if day is None:
        return ()
    if (day.month, day.day) == (12, 31):
        return (day.year,)
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return (day.year, day.month)
    return (day.year, day.month, day.day)


def iso(day: date | None) -> str:
    """The same as ISO text: 2014, 2015-06 or 2016-02-05."""
    return "-".join(f"{part:02d}" if i else f"{part:04d}" for i, part in enumerate(parts(day)))

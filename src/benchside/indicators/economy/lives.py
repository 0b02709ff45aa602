"""Spin-offs that somebody has followed: from when, and until which day they are known to have lived or on which they ended.

A spin-off is followed where readings of its employees point to its record. A reading of nought says that it has ended; one above nought that
it lived on that day, and nobody knows what came after.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.outputs import reporters

TABLES = ("exploitation_event", "observation_history", *reporters.TABLES)


def followed(t) -> ir.Table:
    """Evidence rows: `num` the day of its founding, `den` that of its end (`reached`) or of the last sign of life (`seen`)."""
    event, sign = t.exploitation_event, _signs(t)
    firms = event.filter((event.kind == "spin_off") & (event["count"].fill_null(1) == 1))
    joined = firms.join(sign, firms.exploitation_event_id == sign.of_event)
    known = joined.select(*[firms[c] for c in firms.columns], lived_on=sign.lived_on, ended_on=sign.ended_on)
    known = reporters.of_each_project(t, known, "exploitation_event_id")
    founded = known.happened_on
    ending = ibis.cases((founded.isnull(), "unbegun"), (known.ended_on.notnull(), "reached"), else_="seen")
    return evidence(
        known, num=_number(founded), den=_number(known.ended_on.fill_null(known.lived_on)), thing="exploitation_event_id",
        project="project_id", year=founded.year(), ending=ending,
    )  # fmt: skip


def _signs(t) -> ir.Table:
    """event → the last day on which it is known to have lived, and the first day after that on which it had nobody."""
    reading = t.observation_history
    of_firms = (reading.subject_type == "exploitation_event") & (reading.measure == "employees")
    dated = reading.filter(of_firms & reading.observed_on.notnull())
    dated = dated.mutate(
        lives=((dated.value > 0) & (dated.bound != "upper")).fill_null(False),
        is_empty=((dated.value == 0) & dated.bound.isin(("exact", "upper"))).fill_null(False),
    )
    dated = dated.mutate(lived_on=dated.lives.ifelse(dated.observed_on, ibis.null("date")))
    dated = dated.mutate(last_lived=dated.lived_on.max().over(group_by="subject_id"))
    is_end = dated.is_empty & (dated.last_lived.isnull() | (dated.observed_on > dated.last_lived))
    dated = dated.mutate(end=is_end.ifelse(dated.observed_on, ibis.null("date")))
    found = dated.group_by(of_event=dated.subject_id).agg(lived_on=dated.last_lived.max(), ended_on=dated.end.min())
    return found.filter(found.lived_on.notnull() | found.ended_on.notnull())


def _number(day):
    """Days since 1970."""
    return day.delta(ibis.date(1970, 1, 1), unit="day")

"""Readings of the number of employees of firms, and for each firm the latest and the first of them.

A firm is known by the organisation that an observation points to, otherwise by the words of the observation, and each project's
observations of it stand apart, as they do in the record type.
"""

import ibis
import ibis.expr.types as ir


def employees(t) -> ir.Table:
    """Every reading, with its `firm`, its `organisation` where it is a partner, and the firm's latest date as `last_on`."""
    o = t.observation_history.filter(t.observation_history.measure == "employees")
    organisation = (o.subject_type == "organisation").ifelse(o.subject_id, ibis.null("string"))
    o = o.mutate(organisation=organisation)
    o = o.mutate(firm=o.project_id.fill_null("") + "|" + o.organisation.fill_null(o.subject))
    o = o.mutate(last_on=o.observed_on.max().over(group_by="firm"))
    return o.mutate(last_year=o.last_on.year())


def latest_reading(known: ir.Table) -> ir.Table:
    """The reading of each firm's latest date; ties as for other readings (known later, later document, later key)."""
    found = known.filter(known.observed_on == known.last_on)
    order = [ibis.desc(found[c], nulls_first=False) for c in ("known_on", "document_id", "observation_id")]
    return _one_for_each(found, order)


def earlier_reading(known: ir.Table) -> ir.Table:
    """The first reading from before the latest date. One without a date comes first, since nothing says when it was true
    but that a later one is dated; of several, the largest number, so that growth is not overstated.
    """
    found = known.filter(known.last_on.notnull())
    found = found.filter(found.observed_on.isnull() | (found.observed_on < found.last_on))
    order = [ibis.asc(found.observed_on, nulls_first=True), found.value.desc(), found.observation_id]
    return _one_for_each(found, order)


def _one_for_each(found: ir.Table, order: list) -> ir.Table:
    ranked = found.mutate(_rank=ibis.row_number().over(group_by="firm", order_by=order))
    return ranked.filter(ranked._rank == 0).drop("_rank")

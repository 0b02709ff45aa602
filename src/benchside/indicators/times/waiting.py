"""The things that wait for something, each with the day its waiting begins, and the day and manner in which it ends.

What has not happened by the day of asking still waits. A thing of which it is known that it happened and not when, or that bears no
beginning, has no time; it stays among the rows, so that the figure can say how many there are.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence

KEYS = ("project", "kind", "ending")

LIMITS = (
    "Counts what somebody recorded: what happened and was never recorded still waits here, so that times come out too long where records "
    "are few. A date known by its year or month alone stands for that period's last day. It says how long it took, and nothing of why."
)

SOURCE = (
    "Kaplan and Meier (1958), with competing ends Aalen and Johansen (1978); intervals on the scale of the logarithm."
)


def assets_of_projects(t) -> ir.Table:
    """Every asset from the day its project began; one record is one thing, whatever number it stands for."""
    asset, project = t.asset, t.project
    joined = asset.left_join(project, asset.project_id == project.project_id)
    found = joined.select(*[asset[c] for c in asset.columns], began=project.start_on)
    return found.mutate(waits=found.asset_id)


def projects(t) -> ir.Table:
    """Every project from its first day; a project has no kind."""
    return t.project.mutate(began=t.project.start_on, waits=t.project.project_id, kind=ibis.null("string"))


def first(events: ir.Table, of: str, on: str) -> ir.Table:
    """thing → the first day on which it happened (missing where no record bears a day)."""
    known = events.filter(events[of].notnull())
    return known.group_by(of_thing=known[of]).agg(day=known[on].min(), dated=known[on].count(), told=known.count())


def uses(t) -> ir.Table:
    """What tells that an asset is used: a use of it, or the stage `in_use`."""
    use, event = t.asset_use, t.stage_event
    staged = event.filter(event.stage == "in_use")
    return ibis.union(
        use.select(asset_id=use.asset_id, on=use.used_on), staged.select(asset_id=staged.asset_id, on=staged.reached_on)
    )


def market(t, of: str) -> ir.Table:
    """What brings to the market the thing named in the column `of`: a commercialisation, or a marketing authorisation that was positive."""
    event, step = t.exploitation_event, t.regulatory_procedure
    sold = event.filter(event.kind == "commercialisation")
    authorised = step.filter((step.kind == "marketing_authorisation") & (step.outcome == "positive"))
    return ibis.union(
        sold.select(sold[of], on=sold.happened_on), authorised.select(authorised[of], on=authorised.decided_on)
    )


def of_projects(events: ir.Table, t) -> ir.Table:
    """The same events with the project of their asset."""
    joined = events.join(t.asset, events.asset_id == t.asset.asset_id)
    return joined.select(project_id=t.asset.project_id, on=events.on)


def lost_assets(t) -> ir.Table:
    """What ends an asset's waiting otherwise: it was withdrawn."""
    event = t.stage_event
    return first(event.filter(event.stage == "withdrawn"), "asset_id", "reached_on")


def waited(things: ir.Table, happened: ir.Table, lost: ir.Table | None = None) -> ir.Table:
    """Evidence rows: `num` the day on which the waiting began, `den` the day on which it ended, and its `ending`."""
    end, gone = happened, lost if lost is not None else happened.filter(ibis.literal(False))
    gone = gone.rename(gone_thing="of_thing", gone_day="day", gone_told="told").drop("dated").view()
    joined = things.left_join(end, things.waits == end.of_thing)
    joined = joined.left_join(gone, things.waits == gone.gone_thing)
    found = joined.select(
        *[things[c] for c in things.columns], day=end.day, told=end.told, gone_day=gone.gone_day, gone_told=gone.gone_told
    )  # fmt: skip
    ended = ibis.least(found.day.fill_null(found.gone_day), found.gone_day.fill_null(found.day))
    return evidence(
        found, num=_number(found.began), den=_number(ended), thing="waits", project="project_id", kind="kind",
        ending=_ending(found),
    )  # fmt: skip


def _ending(found: ir.Table):
    """`reached`, `withdrawn`, nothing while it waits; `undated` and `unbegun` where no time can be taken."""
    is_lost = found.gone_day.notnull() & (found.day.isnull() | (found.gone_day < found.day))
    # Known to have happened on a day nobody recorded: an earlier or a later end is no help, because which came first is not known.
    is_undated = (found.told.notnull() & found.day.isnull()) | (found.gone_told.notnull() & found.gone_day.isnull())
    return ibis.cases(
        (found.began.isnull(), "unbegun"),
        (is_undated, "undated"),
        (is_lost, "withdrawn"),
        (found.day.notnull(), "reached"),
    )


def _number(day):
    """Days since 1970."""
    return day.delta(ibis.date(1970, 1, 1), unit="day")

"""Sizes of networks, known in two ways: sites listed one by one, or a number somebody observed.

Of each network the larger of the two counts (the list where they are equal), so that neither is added to the other.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence, stack

TABLES = ("network", "site", "observation")
KEYS = ("project", "country")

LIMITS = (
    "An observed number counts only where its record points to a network, at its latest date; undated ones do not "
    "count. A lower bound counts as it is printed. An observed number has no country."
)


def sized(t, measure: str, *columns: str) -> ir.Table:
    """Evidence rows: what the columns tell apart among a network's sites, or the observed number of `measure`."""
    listed, observed = _listed(t, columns), _observed(t, measure)
    many = listed.group_by("network_id").agg(many=listed.thing.nunique())
    most = observed.group_by("network_id").agg(most=observed.value.max())
    both = most.left_join(many, most.network_id == many.network_id).select(
        network_id=most.network_id, exceeds=most.most > many.many.fill_null(0)
    )
    beyond = both.filter(both.exceeds)
    listed = listed.filter(listed.network_id.notin(beyond.network_id))
    observed = observed.filter(observed.network_id.isin(beyond.network_id))
    return stack(
        evidence(listed, thing="thing", project="project_id", country="country"),
        evidence(observed, num=observed.value, thing="network_id", project="project_id"),
    )


def _listed(t, columns: tuple[str, ...]) -> ir.Table:
    site, network = t.site, t.network
    joined = site.join(network, site.network_id == network.network_id)
    rows = joined.select(*[site[c] for c in site.columns], project_id=network.project_id)
    return rows.mutate(thing=ibis.literal("|").join([rows[c] for c in ("network_id", *columns)]))


def _observed(t, measure: str) -> ir.Table:
    seen, network = t.observation, t.network
    seen = seen.filter((seen.measure == measure) & (seen.subject_type == "network"))
    joined = seen.join(network, seen.subject_id == network.network_id)
    return joined.select(
        *[seen[c] for c in ("evidence_id", "document_id", "source", "grade", "value")],
        network_id=network.network_id,
        project_id=network.project_id.fill_null(seen.project_id),
    )

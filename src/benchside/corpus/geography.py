"""How far apart the addresses of a paper lie: the largest great circle between any two of them."""

import ibis.expr.types as ir

EARTH_RADIUS_KM = 6371.01
"""The radius that CWTS uses."""


def great_circle(lat_1: ir.Value, lon_1: ir.Value, lat_2: ir.Value, lon_2: ir.Value) -> ir.Value:
    """Kilometres between two points given in degrees.

    Written with the arc tangent of two arguments, which is exact for near and for opposite points alike; the arc
    sine of the haversine loses digits at the far end and can leave its range there.
    """
    phi_1, phi_2, turn = lat_1.radians(), lat_2.radians(), (lon_2 - lon_1).radians()
    across = phi_2.cos() * turn.sin()
    along = phi_1.cos() * phi_2.sin() - phi_1.sin() * phi_2.cos() * turn.cos()
    inner = phi_1.sin() * phi_2.sin() + phi_1.cos() * phi_2.cos() * turn.cos()
    return EARTH_RADIUS_KM * (across * across + along * along).sqrt().atan2(inner)


def spans(rows: ir.Table) -> ir.Table:
    """work_id, km: the largest distance between two addresses, for every work with at least two located ones.

    An address is an organisation at a point, so two organisations in one place lie 0 km apart, and two authors of one
    organisation have one address. A work with fewer than two located addresses has no row: its distance is unknown.
    """
    located = rows.filter(rows.lat.notnull() & rows.lon.notnull())
    located = located.select("work_id", "organisation_id", "lat", "lon").distinct()
    several = located.group_by("work_id").agg(addresses=located.count()).filter(lambda t: t.addresses > 1)
    points = located.select("work_id", "lat", "lon").distinct().semi_join(several, "work_id")
    others = points.select("work_id", lat_2="lat", lon_2="lon")
    pairs = points.join(others, "work_id")
    # Each pair once; a point with itself stays, so that organisations in one place have a distance.
    once = pairs.filter((pairs.lat < pairs.lat_2) | ((pairs.lat == pairs.lat_2) & (pairs.lon <= pairs.lon_2)))
    apart = once.select("work_id", km=great_circle(once.lat, once.lon, once.lat_2, once.lon_2))
    return apart.group_by("work_id").agg(km=apart.km.max())

"""How a country stands to the European Union, by one fixed list for all years, so that years can be compared.

`EU-15`: members before 2004, the United Kingdom among them; `EU-13`: those that joined from 2004 on; `associated`: associated to Horizon 2020
at some time (European Commission, list of associated countries); `third`: all others.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION
from benchside.indicators.dimension import Dimension
from benchside.model.country_groups import FIXED, eu_members_on

EU_15 = eu_members_on(FIXED["EU-15"])
EU_13 = tuple(c for c in eu_members_on(FIXED["EU-28"]) if c not in EU_15)
ASSOCIATED = ("AL", "AM", "BA", "CH", "FO", "GE", "IL", "IS", "MD", "ME", "MK", "NO", "RS", "TN", "TR", "UA")
GROUPS = {"EU-15": EU_15, "EU-13": EU_13, "associated": ASSOCIATED}
THIRD = "third"


def group_of(country: str) -> str:
    """The group of a country by its ISO code.

    >>> [group_of(c) for c in ("GB", "HR", "CH", "US")]
    ['EU-15', 'EU-13', 'associated', 'third']
    """
    return next((name for name, countries in GROUPS.items() if country in countries), THIRD)


def members(t) -> ir.Table:
    known = t.organisation.filter(t.organisation.country.notnull())
    branches = [(known.country.isin(countries), name) for name, countries in GROUPS.items()]
    return known.select(
        key=known.organisation_id, value=ibis.cases(*branches, else_=THIRD), weight=ibis.literal(MILLION, "int64")
    )


DIMENSION = Dimension(
    id="country_group",
    title="Group of countries",
    key="organisation",
    tables=("organisation",),
    members=members,
    is_scope=True,
)

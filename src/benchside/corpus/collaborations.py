"""Who took part in a paper: how many organisations, countries and sectors, and how far apart they lie."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from benchside.corpus.geography import spans
from benchside.corpus.organisations import addresses
from benchside.corpus.tables import Corpus

COMPANY = "company"


def collaborations(corpus: Corpus, works: ir.Table, country_map: Mapping[str, str]) -> ir.Table:
    """work_id, organisations, countries, sectors, companies, km: one row for each work, zeros where nothing is known.

    Countries are counted after the map (Hong Kong into China, say) and also where the organisation is missing. `km` is
    missing where fewer than two addresses are located.
    """
    rows = addresses(corpus).semi_join(works, "work_id")
    country = rows.country.substitute(dict(country_map)) if country_map else rows.country
    rows = rows.mutate(country=country)
    counts = rows.group_by("work_id").agg(
        organisations=rows.organisation_id.nunique(),
        countries=rows.country.nunique(),
        sectors=rows.sector.nunique(),
        companies=ibis.ifelse(rows.sector == COMPANY, 1, 0).sum(),
    )
    joined = works.select("work_id").left_join(counts, "work_id").drop("work_id_right")
    joined = joined.left_join(spans(rows), "work_id").drop("work_id_right")
    return joined.mutate(
        **{name: joined[name].fill_null(0) for name in ("organisations", "countries", "sectors", "companies")}
    )

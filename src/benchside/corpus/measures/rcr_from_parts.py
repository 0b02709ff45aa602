"""Relative Citation Ratio of published records, from their citations, years and expected citation rate."""

from typing import Any

from benchside.corpus.params import Measure, Params
from benchside.corpus.rates import citation_rate, ratio
from benchside.corpus.tables import Corpus
from benchside.corpus.units import column, units


def compute(corpus: Corpus, params: Params) -> dict[str, dict[str, float | None]]:
    return {row["unit"]: _parts(row) for row in units(corpus)}


def _parts(row: dict[str, Any]) -> dict[str, float | None]:
    rate = citation_rate(column(row, "citations"), column(row, "year"), column(row, "current_year"))
    expected = column(row, "ecr")
    return {"acr": rate, "fcr": row.get("fcr"), "ecr": expected, "rcr": ratio(rate, expected)}


MEASURE = Measure(
    id="rcr_from_parts",
    title="Relative Citation Ratio from published parts",
    formula="acr = citations / (current_year − year); rcr = acr / ecr",
    unit="ratio; 1 is the rate expected of a benchmark paper",
    nulls="no rate in the publication year or before; no ratio without a positive expected rate",
    ties="none arise",
    source="Hutchins et al. 2016; iCite",
    compute=compute,
)

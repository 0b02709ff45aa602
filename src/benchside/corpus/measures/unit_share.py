"""A total of each published unit divided by its number of papers."""

from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus
from benchside.corpus.units import column, units
from benchside.errors import UsageError


def compute(corpus: Corpus, params: Params) -> dict[str, float | None]:
    name = params.extra.get("numerator")
    if name is None:
        raise UsageError(
            "unit_share was asked without a numerator, expected a total column of units. Say numerator = its name."
        )
    rows = units(corpus)
    return {row["unit"]: _share(column(row, name), column(row, "P")) for row in rows}


def _share(total: float | None, papers: float | None) -> float | None:
    return None if total is None or not papers else total / papers


MEASURE = Measure(
    id="unit_share",
    title="Size-independent indicator of published units",
    formula="total / P",
    unit="share, or citations per paper where the total counts citations",
    nulls="a unit without a total, or with no paper, has no value",
    ties="none arise",
    source="CWTS Leiden Ranking 2020, methodology: size-dependent = P × size-independent",
    compute=compute,
    params=("numerator",),
)

"""How each work is spread over bands of its cells' distribution of citations."""

from fractions import Fraction
from itertools import pairwise

from benchside.corpus import answers, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError


def compute(corpus: Corpus, params: Params) -> dict[str, list[float] | None]:
    """work id → its share in each band; band n lies between bounds n - 1 and n, the first starts at 0."""
    bounds = _bounds(params)
    columns = [f"above_{n}" for n in range(len(bounds))]
    table = scores.band_shares(corpus, params, [Fraction(0), *bounds])
    found = answers.by_work(corpus, params, table, *columns, f"above_{len(bounds)}")
    return {work: None if None in above else [a - b for a, b in pairwise(above)] for work, above in found.items()}


def _bounds(params: Params) -> list[Fraction]:
    given = params.extra.get("bounds") or ()
    bounds = [Fraction(str(bound)) for bound in given]
    if not bounds or bounds != sorted(set(bounds)) or not 0 <= bounds[0] <= bounds[-1] <= 1:
        raise UsageError(f"bounds = {given!r}, expected rising upper ends of bands from 0 to 1, such as [0.5, 0.9, 1].")
    return bounds


MEASURE = Measure(
    id="percentile_bands",
    title="Shares in percentile bands",
    formula="Σ_f w_f · (share of the work's quantile interval in the cell that lies in the band)",
    unit="shares",
    nulls="missing without citations, year, type or field, or in an empty cell",
    ties="tied works share the interval of their class",
    source="Waltman & Schreiber 2013",
    compute=compute,
    params=(
        "bounds",
        "works",
    ),
)

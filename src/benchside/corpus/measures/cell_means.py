"""The expected citations of every cell."""

from benchside.corpus import cells, scores
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, float | None]:
    """The mean of each cell by its keys joined with `|`, in the order of `cell_keys`."""
    rows, keys = scores.field_rows(corpus, params), params.cell_keys
    found = corpus.fetch(cells.means(cells.histogram(rows, keys), keys).order_by(*keys))
    return {"|".join(str(row[key]) for key in keys): row["mean"] for row in found}


MEASURE = Measure(
    id="cell_means",
    title="Expected citations of the cells",
    formula="e = Σ w c / Σ w over the works of the cell; w = 1 with full baselines",
    unit="citations per work",
    nulls="works without year, type, field or citations are in no cell; a cell that only works outside the reference have is undefined",
    ties="none arise",
    source="Waltman et al. 2011; CWTS OpenAlex databases (SQL)",
    compute=compute,
)

"""pySciSci: its own functions on a frame read as in the careful pandas way.

It has no score normalised by field. The nearest: its `groupby_total` for the weight and the weighted citations of each cell,
whose ratio is the mean (`groupby_mean` would count every field of a work as a whole work), and its `citation_rank` within
cells. That ranks every row of the corpus and puts tied works in an order of chance, so that only `ncs` is the same job; the
share in the top tenth is written as `p_rank10`: 1 for a rank of 0.9 and more.
"""

from pathlib import Path

from clock import measured
from pandas_way import CELL, read_asked, read_rows, write
from pyscisci.methods.publication import citation_rank
from pyscisci.utils import groupby_total


def score(corpus: Path, works: Path, out: Path) -> None:
    rows = read_rows(corpus)
    rows["cited"] = rows["weight"] * rows["citations"]
    cells = groupby_total(rows, CELL, "weight").merge(groupby_total(rows, CELL, "cited"), on=CELL)
    cells["mean"] = cells["citedTotal"] / cells["weightTotal"]
    rows = citation_rank(rows, colgroupby=CELL, colrankby="citations", normed=True)
    parts = rows[rows["key"].isin(read_asked(works))].merge(cells, on=CELL)
    parts["ncs"] = (parts["citations"] / parts["mean"]).where(parts["mean"] != 0, 1.0) * parts["weight"]
    parts["p_rank10"] = (parts["citationsRank"] >= 0.9) * parts["weight"]
    write(parts, ["ncs", "p_rank10"], out)


if __name__ == "__main__":
    measured(score)

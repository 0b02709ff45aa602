"""The quartile of a published rank among a number of journals."""

from typing import Any

from benchside.corpus.journals import quartile
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus
from benchside.corpus.units import column, units
from benchside.errors import UsageError


def compute(corpus: Corpus, params: Params) -> Any:
    """One quartile for `rank` and `n`; a list where they are lists; without them a dictionary over the rows of `units`."""
    if not params.extra:
        return {row["unit"]: _checked(column(row, "rank"), column(row, "n")) for row in units(corpus)}
    rank, journals = params.extra.get("rank"), params.extra.get("n")
    if isinstance(rank, list) and isinstance(journals, list):
        return [_checked(r, n) for r, n in zip(rank, journals, strict=True)]
    return _checked(rank, journals)


def _checked(rank: Any, journals: Any) -> int | None:
    if rank is None or journals is None:
        return None
    if not 1 <= rank <= journals:
        raise UsageError(
            f"rank {rank!r} of {journals!r} journals, expected a rank from 1 to their number. Correct the two."
        )
    return quartile(rank, journals)


MEASURE = Measure(
    id="quartile_from_rank",
    title="Quartile of a rank",
    formula="Z = rank / n; Q1 for Z ≤ 0.25, Q2 ≤ 0.5, Q3 ≤ 0.75, else Q4",
    unit="quartile, 1 to 4",
    nulls="no quartile without a rank or a number of journals",
    ties="as the rank was given",
    source="InCites and Journal Citation Reports help",
    compute=compute,
    params=("rank", "n"),
)

"""Whether the whole citation window of each work had passed when the data end."""

from benchside.corpus import answers
from benchside.corpus.params import Measure, Params
from benchside.corpus.scoping import population
from benchside.corpus.tables import Corpus
from benchside.corpus.windows import is_complete


def compute(corpus: Corpus, params: Params) -> dict[str, bool | None]:
    works = population(corpus, params)
    passed = works.select("work_id", value=is_complete(corpus, params, works))
    return answers.by_work(corpus, params, passed)


MEASURE = Measure(
    id="window_complete",
    title="Window complete",
    formula="year + length - 1 ≤ last year of the data; for a window until a year: year ≤ that year",
    unit="yes or no",
    nulls="missing without a year, and where citations are given",
    ties="none arise",
    source="CWTS OpenAlex databases (SQL)",
    compute=compute,
    params=("works",),
)

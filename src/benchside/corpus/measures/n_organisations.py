"""The number of different organisations."""

from benchside.corpus.asking import answered, asked
from benchside.corpus.organisations import addresses
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> int | dict[str, int | None]:
    works = asked(corpus, params)
    rows = addresses(corpus).semi_join(works, "work_id")
    if params.extra.get("works") is None:
        return corpus.fetch(rows.agg(organisations=rows.organisation_id.nunique()))[0]["organisations"]
    counts = corpus.fetch(rows.group_by("work_id").agg(organisations=rows.organisation_id.nunique()))
    none = {row["work_id"]: 0 for row in corpus.fetch(works)}
    return answered(corpus, params, none | {row["work_id"]: row["organisations"] for row in counts})


MEASURE = Measure(
    id="n_organisations",
    title="Number of organisations",
    formula="different organisation ids among the authorships of the papers in scope; with `works` of each paper",
    unit="organisations",
    nulls="an authorship without organisation counts nothing",
    ties="ids that differ only in Unicode form or in blanks are one",
    source="by definition",
    compute=compute,
    params=("works",),
)

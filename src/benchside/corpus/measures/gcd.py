"""The largest great-circle distance between the addresses of a paper."""

from benchside.corpus.asking import answered, asked
from benchside.corpus.choices import chosen
from benchside.corpus.geography import spans
from benchside.corpus.organisations import addresses
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, float | None]:
    unknown_as = {"null": None, "zero": 0.0}[chosen(params, "missing_distance", ("null", "zero"))]
    works = asked(corpus, params)
    rows = corpus.fetch(spans(addresses(corpus).semi_join(works, "work_id")))
    found = {row["work_id"]: unknown_as for row in corpus.fetch(works)}
    return answered(corpus, params, found | {row["work_id"]: row["km"] for row in rows})


MEASURE = Measure(
    id="gcd",
    title="Great-circle distance of a paper",
    formula="the largest distance between two addresses on a sphere of radius 6371.01 km",
    unit="km, by work",
    nulls="fewer than two located addresses: unknown, or 0 km (missing_distance zero, as CWTS)",
    ties="two organisations in one place lie 0 km apart; the authors of one organisation share its address",
    source="CWTS-OpenAlex databases (SQL)",
    compute=compute,
    params=("works", "missing_distance"),
)

"""The quartile of a journal in its category and year, and of a paper's journal in its publication year."""

from benchside.corpus import dedupe
from benchside.corpus.asking import answered, asked
from benchside.corpus.journals import best, standings
from benchside.corpus.params import Measure, Params
from benchside.corpus.tables import Corpus


def compute(corpus: Corpus, params: Params) -> dict[str, int | None]:
    papers = answered(corpus, params, _of_papers(corpus, params))
    return papers if params.extra.get("works") is not None or params.scope else {**_of_journals(corpus), **papers}


def _of_papers(corpus: Corpus, params: Params) -> dict[str, int]:
    works = dedupe.works(corpus, params).semi_join(asked(corpus, params), "work_id")
    rows = works.select("work_id", "source_id", "year").join(best(corpus), ["source_id", "year"])
    return {row["work_id"]: row["quartile"] for row in corpus.fetch(rows)}


def _of_journals(corpus: Corpus) -> dict[str, int]:
    """'source|category|year' and, for the best category, 'source|year'; where all journals are of one year also 'source'."""
    in_category = corpus.fetch(standings(corpus).order_by("source_id", "category", "year"))
    in_year = corpus.fetch(best(corpus).order_by("source_id", "year"))
    found = {f"{row['source_id']}|{row['category']}|{row['year']}": row["quartile"] for row in in_category}
    found |= {f"{row['source_id']}|{row['year']}": row["quartile"] for row in in_year}
    if len({row["year"] for row in in_year}) == 1:
        found |= {row["source_id"]: row["quartile"] for row in in_year}
    return found


MEASURE = Measure(
    id="journal_quartile",
    title="Journal quartile",
    formula="Z = rank / number of ranked journals of the category and year; Q1 for Z ≤ 0.25, Q2 ≤ 0.5, Q3 ≤ 0.75, else Q4; of several categories the best",
    unit="quartile 1 to 4: by 'source|category|year' and 'source|year' (and 'source' where all are of one year), and by work; "
    "with a scope or `works` by work only",
    nulls="a journal without metric is not ranked; a paper of an unranked journal, or without journal or year, has none",
    ties="journals of equal metric share the better rank",
    source="InCites and Journal Citation Reports help",
    compute=compute,
    params=("works",),
)

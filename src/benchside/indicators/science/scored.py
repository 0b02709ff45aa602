"""Papers with their scores: citations compared with those of all works of the same field, year and type.

One method counts in all figures: that by which most papers of projects have a score at the date, ties by name. So no figure mixes
methods, and figures that stand side by side rest on the same one. Papers too young to be judged are told from the others here.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import MILLION, evidence
from benchside.indicators.science import merged, papers

TABLES = (*papers.TABLES, "work_score")
KEYS = (*papers.KEYS, "series", "census")

FEW = 30
"""Below so many papers a value over scores is shown as few and never ranked."""

YOUNGEST = 2
"""So many years must lie between the year of a paper and the year up to which its citations were counted."""

SOURCE = "Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters)."

RULE = (
    "Articles, reviews and conference papers count, by the one method by which most papers of projects have a score at the "
    "date (ties by name), each paper once."
)

SETTLED = (
    " Papers that appeared in the year up to which citations were counted or in the year before, and papers without a "
    "year, do not enter."
)

LIMITS = (
    papers.LIMITS
    + " Papers that the method does not score are left out: see the share of papers with a score. A score says how much "
    "others took notice, compared with works of the same field, year and type; it does not say why, and what is associated "
    "with a programme need not be its effect. It is not made for judging persons. A change of database or method breaks the series."
)


def method_of_most(t) -> ir.Table:
    """The method that counts, as a table of one row (`chosen`), or of none where no paper of a project has a score."""
    score = t.work_score
    ours = score.semi_join(t.project_work, score.work_id == t.project_work.work_id)
    return most_used(ours)


def most_used(scores: ir.Table) -> ir.Table:
    """The method with the most normalised scores, ties by name, in one row (`chosen`)."""
    methods = scores.group_by(scores.method.name("chosen")).agg(scored=scores.ncs.count())
    return methods.order_by([methods.scored.desc(), methods.chosen]).limit(1).select("chosen")


def scored(t, measure: str) -> ir.Table:
    """The citable papers of projects whose `measure` (a column of the score) is known; the rows stand for their score records."""
    score, found = _scores(t, measure), citable(t)
    joined = score.join(found, score.kept_id == found.work_id)
    both = joined.select(
        *[score[c] for c in ("evidence_id", "document_id", "source", "grade", "ncs", "top10", "top1", "citations")],
        *[score[c] for c in ("scored_on", "method", "database")],
        *[found[c] for c in ("project_id", "work_id", "work_type", "year")],
    )
    return with_series(both)


def citable(t) -> ir.Table:
    """The citable papers of projects, one row for each project and paper."""
    found = papers.papers(t)
    return papers.once_a_project(found.filter(found.work_type.isin(papers.CITABLE)))


def _scores(t, measure: str) -> ir.Table:
    """One score for each work, by the method that counts: the kept record's, or where it has none a merged one's."""
    of = method_of_most(t)
    by_method = t.work_score.semi_join(of, t.work_score.method == of.chosen)
    return merged.values_of_kept(t, by_method.filter(by_method[measure].notnull()))


def with_series(rows: ir.Table) -> ir.Table:
    """The rows with `series` (method and database) and `census` (the date up to which citations were counted)."""
    return rows.mutate(series=rows.method + " (" + rows.database + ")", census=rows.scored_on.cast("string"))


def settled(rows: ir.Table) -> ir.Table:
    """The rows of papers old enough for their citations to say something; those without a year are left out."""
    return rows.filter(rows.year <= rows.scored_on.year() - YOUNGEST)


def counted(rows: ir.Table, *, num=1, den=0, kind="work_type") -> ir.Table:
    """Evidence rows of scored papers."""
    return evidence(
        rows, num=num, den=den, thing="work_id", project="project_id", year="year", kind=kind, work="work_id",
        series="series", census="census",
    )  # fmt: skip


def values(t, measure: str) -> ir.Table:
    """Evidence rows: the `measure` of each settled paper, in millionths (citations: whole)."""
    rows = settled(scored(t, measure))
    return counted(rows, num=rows[measure])


def contrasted(t, marks: ir.Table) -> ir.Table:
    """Evidence rows: the normalised score of each settled paper that `marks` speaks of, `den` 1 where the mark holds."""
    rows = settled(scored(t, "ncs"))
    joined = rows.join(marks, rows.work_id == marks.of_work)
    both = joined.select(*[rows[c] for c in rows.columns], holds=marks.holds)
    return counted(both, num=both.ncs, den=both.holds.cast("int64"))


BANDS = (
    ("0", 0), ("up to 1/8", MILLION // 8), ("up to 1/4", MILLION // 4), ("up to 1/2", MILLION // 2), ("up to 1", MILLION),
    ("up to 2", 2 * MILLION), ("up to 4", 4 * MILLION), ("up to 8", 8 * MILLION), ("above 8", None),
)  # fmt: skip
"""The bands of an impact profile in their order, each with its upper end in millionths, the end included."""


def band(ncs):
    """The band of a normalised score."""
    cases = [(ncs <= upper, name) for name, upper in BANDS if upper is not None]
    return ibis.cases(*cases, else_=BANDS[-1][0])


def covered(t) -> ir.Table:
    """Evidence rows: every citable paper, 1 where it has a normalised score; none where no paper has one."""
    found, score = citable(t), _scores(t, "ncs")
    known = with_series(score).select("series", "census", of_work="kept_id")
    joined = found.left_join(known, found.work_id == known.of_work)
    both = joined.select(
        *[found[c] for c in found.columns], series=known.series, census=known.census, held=known.of_work
    )
    any_score = both.mutate(scored=both.held.count().over())
    kept = any_score.filter(any_score.scored > 0)
    return counted(kept, num=kept.held.notnull().cast("int64"))

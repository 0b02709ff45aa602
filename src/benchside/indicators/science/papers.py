"""The papers of projects: one row for each project and record of a paper; a paper of two projects counts once in both together.

Records that are judged to be one work are one paper: `work_id` is the work that is kept. Shares of papers are means of
noughts and ones over papers, each paper once.
"""

import ibis
import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.science import merged

TABLES = ("project_work", "work", *merged.TABLES)
KEYS = ("project", "year", "kind", "work")

CITABLE = ("article", "review", "conference_paper")
"""The types that are compared by citations. Conference papers belong to them because some fields publish little else."""

LIMITS = (
    "A paper of two projects counts once in each of them and once in the programme, so projects do not add up to the "
    "programme. Papers that no record attributes to a project are missing. Records judged to be one work count as one, "
    "with what is known of the kept one; duplicates that nobody found count apart."
)

_DESCRIBED = ("title", "work_type", "journal", "issn", "open_access", "published_on")


def papers(t) -> ir.Table:
    """The attributions of papers to projects with what is known of the paper and the `year` it appeared."""
    attributed = merged.resolved(t, t.project_work)
    work = _described(t)
    joined = attributed.join(work, attributed.kept_id == work.of_kept)
    both = joined.select(
        *[attributed[c] for c in ("evidence_id", "document_id", "source", "grade", "project_id")],
        *[work[c] for c in _DESCRIBED],
        work_id=attributed.kept_id,
    )
    return both.mutate(year=both.published_on.year())


def _described(t) -> ir.Table:
    """One row for each paper (`of_kept`): the kept record's values, and where it has none the first known of the merged ones."""
    of, work = merged.kept(t), t.work
    alone = work.anti_join(of, work.work_id == of.of_work).select(*_DESCRIBED, of_kept="work_id")
    joined = work.join(of, work.work_id == of.of_work)
    several = joined.select(*[work[c] for c in ("work_id", *_DESCRIBED)], of_kept=of.kept_id)
    several = several.mutate(rank=(several.work_id == several.of_kept).ifelse("", several.work_id))
    first = several.group_by("of_kept").agg(**{c: several[c].first(order_by=several["rank"]) for c in _DESCRIBED})
    return ibis.union(alone.select("of_kept", *_DESCRIBED), first.select("of_kept", *_DESCRIBED))


def counted(found: ir.Table, *, num=1, thing="work_id") -> ir.Table:
    """Evidence rows of papers."""
    return evidence(found, num=num, thing=thing, project="project_id", year="year", kind="work_type", work="work_id")


def once_a_project(found: ir.Table) -> ir.Table:
    """One row for each project and paper, where several records of the paper are attributed to the project."""
    first = found.mutate(first=found.evidence_id.min().over(group_by=["project_id", "work_id"]))
    return first.filter(first.evidence_id == first.first).drop("first")


def marked(found: ir.Table, marks: ir.Table) -> ir.Table:
    """The papers that `marks` (columns `of_work`, `holds`) speaks of, as evidence: 1 where it holds, otherwise 0."""
    joined = found.join(marks, found.work_id == marks.of_work)
    both = joined.select(*[found[c] for c in found.columns], holds=marks.holds)
    return counted(both, num=both.holds.cast("int64"))


def held_by_several(t, column: str, *, unknown: str = "") -> ir.Table:
    """`of_work` and `holds` for the papers whose authors' `column` is known: has it more than one value? `unknown` names no value."""
    author = t.authorship
    known = merged.values_of_kept(t, author.filter(author[column].notnull() & (author[column] != unknown)))
    return known.group_by(known.kept_id.name("of_work")).agg(holds=known[column].nunique() > 1)

"""The papers of projects: one row for each project and paper; a paper of two projects counts once in both together.

Shares of papers are means of noughts and ones over papers, each paper once.
"""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("project_work", "work")
KEYS = ("project", "year", "kind")

LIMITS = (
    "A paper of two projects counts once in each of them and once in the programme, so projects do not add up to the "
    "programme. Papers that no record attributes to a project are missing."
)


def papers(t) -> ir.Table:
    """The attributions of papers to projects, with what is known of the paper and the `year` it appeared."""
    attributed, work = t.project_work, t.work
    joined = attributed.join(work, attributed.work_id == work.work_id)
    both = joined.select(
        *[attributed[c] for c in ("evidence_id", "document_id", "source", "grade", "project_id", "work_id")],
        *[work[c] for c in ("work_type", "journal", "issn", "open_access", "published_on")],
    )
    return both.mutate(year=both.published_on.year())


def counted(found: ir.Table, *, num=1, thing="work_id") -> ir.Table:
    """Evidence rows of papers."""
    return evidence(found, num=num, thing=thing, project="project_id", year="year", kind="work_type")


def marked(found: ir.Table, marks: ir.Table) -> ir.Table:
    """The papers that `marks` (columns `of_work`, `holds`) speaks of, as evidence: 1 where it holds, otherwise 0."""
    joined = found.join(marks, found.work_id == marks.of_work)
    both = joined.select(*[found[c] for c in found.columns], holds=marks.holds)
    return counted(both, num=both.holds.cast("int64"))


def held_by_several(t, column: str, *, unknown: str = "") -> ir.Table:
    """`of_work` and `holds` for the papers whose authors' `column` is known: has it more than one value? `unknown` names no value."""
    author = t.authorship
    known = author.filter(author[column].notnull() & (author[column] != unknown))
    return known.group_by(known.work_id.name("of_work")).agg(holds=known[column].nunique() > 1)

"""Papers with their citations at the latest census, one row for each project, paper and database."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("citation_count", "project_work", "work")
KEYS = ("project", "year", "kind")

LIMITS = (
    "Databases count differently: where several counted a paper, the highest count stands; cut by kind (the database) "
    "to keep to one. Papers that no database counted are left out. Citations grow with age and differ between fields, "
    "which this does not correct."
)


def citations(t) -> ir.Table:
    """Evidence rows: the citations of each paper of each project, in each database."""
    count, attributed, work = t.citation_count, t.project_work, t.work
    dated = attributed.join(work, attributed.work_id == work.work_id)
    papers = dated.select(of_work=attributed.work_id, project_id=attributed.project_id, year=work.published_on.year())
    joined = count.join(papers, count.work_id == papers.of_work)
    rows = joined.select(*[count[c] for c in count.columns], project_id=papers.project_id, year=papers.year)
    return evidence(rows, num=rows.citations, thing="work_id", project="project_id", year="year", kind="database")

"""Papers with their citations at the latest census, one row for each project, paper and database."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence
from benchside.indicators.science import merged
from benchside.indicators.science.papers import KEYS as KEYS
from benchside.indicators.science.papers import TABLES as PAPERS
from benchside.indicators.science.papers import papers

TABLES = ("citation_count", *PAPERS)

LIMITS = (
    "Databases count differently: where several counted a paper, the highest count stands; cut by kind (the database) "
    "to keep to one. Papers that no database counted are left out. Of records judged to be one work the kept one's count "
    "stands; where it has none, that of the merged one. Citations grow with age and differ between fields, which this does "
    "not correct."
)


def citations(t) -> ir.Table:
    """Evidence rows: the citations of each paper of each project, in each database."""
    count = merged.values_of_kept(t, t.citation_count, "database")
    found = papers(t).select("project_id", "year", of_work="work_id").distinct()
    joined = count.join(found, count.kept_id == found.of_work)
    rows = joined.select(*[count[c] for c in count.columns], project_id=found.project_id, year=found.year)
    return evidence(
        rows, num=rows.citations, thing="kept_id", project="project_id", year="year", kind="database", work="kept_id"
    )

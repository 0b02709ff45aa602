"""Papers that nobody has cited."""

from benchside.indicators.base import Indicator
from benchside.indicators.science import merged
from benchside.indicators.science.scored import (
    FEW,
    KEYS,
    LIMITS,
    RULE,
    SETTLED,
    SOURCE,
    TABLES,
    counted,
    scored,
    settled,
)


def rows(t):
    found, most = settled(scored(t, "ncs")), _most_counted(t)
    joined = found.left_join(most, found.work_id == most.of_work)
    both = joined.select(*[found[c] for c in found.columns], elsewhere=most.most)
    known = both.mutate(cited=both.citations.fill_null(both.elsewhere))
    known = known.filter(known.cited.notnull())
    return counted(known, num=(known.cited == 0).cast("int64"))


def _most_counted(t):
    """`of_work` and `most`: the highest number of citations that any database counts for a work."""
    count = merged.values_of_kept(t, t.citation_count, "database")
    return count.group_by(of_work="kept_id").agg(most=count.citations.max())


INDICATOR = Indicator(
    id="uncited_share",
    title="Share of uncited publications",
    family="science",
    question="How many of the publications has nobody cited?",
    why="It shows the side of the work that means and top shares leave in the dark.",
    unit="share",
    tables=(*TABLES, "citation_count"),
    counts=("project_work", "work_score"),
    rows=rows,
    reducer="mean",
    keys=KEYS,
    direction="less",
    interval=True,
    printed="percent1",
    few=FEW,
    definition=(
        "The share of papers with no citation, among scored papers whose citations are known: as the score counts them, "
        "or where the method does not say, as the records of citations do, the highest count of a database. "
        + RULE
        + SETTLED
    ),
    definition_source=SOURCE,
    limits=(LIMITS + " Databases miss citations, most of all from books and reports."),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Journals in which the papers appeared."""

import ibis

from benchside.indicators.base import Indicator
from benchside.indicators.science.papers import KEYS, LIMITS, TABLES, counted, papers

IN_JOURNALS = ("article", "review", "conference_paper")


def rows(t):
    found = papers(t)
    found = found.filter(found.work_type.isin(IN_JOURNALS))
    name = found.journal.lower()
    shared = found.issn.min().over(group_by=name)
    issn = found.issn.fill_null(name.notnull().ifelse(shared, ibis.null("string")))
    found = found.mutate(periodical=issn.fill_null(name))
    return counted(found.filter(found.periodical.notnull()), thing="periodical")


INDICATOR = Indicator(
    id="journals",
    title="Journals",
    family="science",
    question="In how many journals did the publications appear?",
    why="It shows how widely the work spreads over fields.",
    unit="journals",
    tables=TABLES,
    counts=("project_work",),
    rows=rows,
    reducer="distinct",
    keys=KEYS,
    direction="neutral",
    printed="exact",
    definition=(
        "The number of distinct journals in which articles, reviews and conference papers appeared: by ISSN, "
        "otherwise by the ISSN that a paper of the same journal bears, otherwise by name."
    ),
    definition_source="Benchside, after the yearly bibliometric reports for IMI (the first by Thomson Reuters).",
    limits=(
        LIMITS
        + " A journal with a printed and an electronic ISSN on different papers is two. Papers without journal and "
        "ISSN are left out."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Where a journal stands in its categories: rank, number of journals, quartile.

A journal without a metric in a category and year is not ranked there and does not count among the journals. Journals
of equal metric share the better rank.
"""

import ibis
import ibis.expr.types as ir

from benchside.corpus.tables import Corpus


def quartile(rank, journals):
    """1 to 4 from a rank among a number of journals: Z = rank / journals; 1 up to a quarter, 2 up to a half, and so on.

    Whole numbers are compared, so that rank 2 of 8 is exactly a quarter. The only journal of a category has Z = 1.

    >>> quartile(78, 314), quartile(102, 204), quartile(1, 1)
    (1, 2, 4)
    """
    return 1 + sum(int(4 * rank > part * journals) for part in (1, 2, 3))


def standings(corpus: Corpus) -> ir.Table:
    """source_id, category, year, rank, journals, quartile: one row for each ranked journal in each category and year."""
    rows = corpus.journals.filter(corpus.journals.metric.notnull())
    rows = rows.group_by("source_id", "category", "year").agg(metric=rows.metric.max())
    within = {"group_by": [rows.category, rows.year]}
    ranked = rows.mutate(
        rank=ibis.rank().over(ibis.window(**within, order_by=rows.metric.desc())) + 1,
        journals=rows.count().over(ibis.window(**within)),
    )
    above = [(4 * ranked.rank > part * ranked.journals).cast("int64") for part in (1, 2, 3)]
    return ranked.mutate(quartile=above[0] + above[1] + above[2] + 1)


def best(corpus: Corpus) -> ir.Table:
    """source_id, year, quartile: the best of a journal's quartiles over its categories in a year."""
    rows = standings(corpus)
    return rows.group_by("source_id", "year").agg(quartile=rows.quartile.min())

"""Titles that projects reported, among the titles of works: equal in all but signs and mark-up, or near.

A title that many works bear (short, or beginning as replies and errata do) finds nothing. Years may be one apart, because a work
appears online before it is printed. A near title is a candidate to be looked at: at most one letter in ten differs.
"""

import ibis
import ibis.expr.types as ir

LEAST_WORDS, LEAST_LETTERS, MOST_YEARS = 4, 16, 1
NEAR = 10
"""One letter in so many may differ."""

GENERIC = (
    r"^(abstract|acknowledg|appendix|author (correction|response)|comment|contents|corrigend|correction|data from|discussion of|editorial"
    r"|errat|foreword|index|introduction|letter|preface|publisher correction|referee|reply|response to|retraction|review of|supplement"
    r"|supporting information|table of)"
)


def by_title(works: ir.Table, reported: ir.Table) -> ir.Table:
    """Works whose title a project reported, `title_exact`, and those whose title is near, `title_near`."""
    left = _keyed(works).select("work_id", "title", "year", "key", "block")
    right = _keyed(reported).select(
        "project_id", reported_year="year", reported_key="key", reported_block="block"
    )  # fmt: skip
    both = left.join(right, left.block == right.reported_block)
    both = both.filter(((both.year - both.reported_year).abs() <= MOST_YEARS).fill_null(True))
    exact = both.filter(both.key == both.reported_key)
    differs = both.key.levenshtein(both.reported_key)
    near = both.filter((both.key != both.reported_key) & (differs * NEAR <= both.reported_key.length()))
    return ibis.union(_found(exact, "title_exact"), _found(near, "title_near"))


def title_key(title: ir.StringColumn) -> ir.StringColumn:
    """A title as it is compared: small letters and digits, without mark-up; accents count."""
    bare = title.re_replace(r"</?[A-Za-z][^<>]*>", "").lower()
    return bare.re_replace(r"[^\p{L}\p{N}\p{M}]+", " ").strip()


def _keyed(table: ir.Table) -> ir.Table:
    """The rows with a telling title; only titles that begin with the same two words are compared."""
    known = table.mutate(key=title_key(table.title))
    words = known.key.split(" ")
    telling = (words.length() >= LEAST_WORDS) & (known.key.length() >= LEAST_LETTERS)
    kept = known.filter(known.key.notnull() & telling & ~known.key.re_search(GENERIC))
    return kept.mutate(block=kept.key.re_extract(r"^\S+ \S+", 0))


def _found(rows: ir.Table, strategy: str) -> ir.Table:
    return rows.select(
        "project_id", "work_id", found_by=ibis.literal("title"), strategy=ibis.literal(strategy), matched="title"
    )  # fmt: skip

"""One row for each work: duplicates found, and the other tables brought to the works that stay.

The first row of a work id wins, with all its values. With `dedupe: doi`, works of the same DOI are one work as well:
the first keeps its id, values, fields and addresses; citations to or from any of its versions are its citations.
A missing DOI is like no other.
"""

import string

import ibis
import ibis.expr.types as ir

from benchside.corpus.params import Params
from benchside.corpus.tables import Corpus

RESOLVER = r"^((https?://)?([a-z0-9-]+\.)*doi\.org/|info:doi/|urn:doi:|doi(:|\s)\s*)+"
"""What is written before a DOI and is not part of it, in lower case."""


def bare_doi(doi: ir.StringValue) -> ir.StringValue:
    """A DOI without resolver and outer blanks, ASCII letters in lower case; missing if nothing is left."""
    lower = doi.strip().translate(string.ascii_uppercase, string.ascii_lowercase)
    return lower.re_replace(RESOLVER, "").strip().nullif("")


def works(corpus: Corpus, params: Params) -> ir.Table:
    """The works, each once."""
    first = _first(corpus)
    if params.dedupe == "work_id":
        return first
    return first.filter(first.work_id == _leader(first)).drop("file_row")


def canonical(corpus: Corpus, params: Params) -> ir.Table | None:
    """`version_id` → `work_id` of the work it belongs to; None where every id stands for itself."""
    if params.dedupe == "work_id":
        return None
    first = _first(corpus)
    return first.select(version_id=first.work_id, work_id=_leader(first))


def known_as(corpus: Corpus, params: Params, ids: list[str]) -> dict[str, str]:
    """For ids that a caller wrote: the id of the work that stands for each."""
    versions = canonical(corpus, params)
    if versions is None:
        return {i: i for i in ids}
    found = corpus.fetch(versions.semi_join(id_table(ids, "version_id"), "version_id"))
    return {i: i for i in ids} | {row["version_id"]: row["work_id"] for row in found}


def id_table(ids: list[str], name: str = "work_id") -> ir.Table:
    """Ids as a table of one column, each once."""
    return ibis.memtable({name: sorted(set(ids))}, schema={name: "string"})


def edges(corpus: Corpus, params: Params) -> ir.Table:
    """`citing_id`, `cited_id`: each pair of known works once, no work citing itself."""
    pairs = corpus.citations
    for column in ("citing_id", "cited_id"):
        pairs = _renamed(pairs, column, corpus, params)
    return pairs.filter(pairs.citing_id != pairs.cited_id).distinct()


def fields(corpus: Corpus) -> ir.Table:
    """`work_id`, `field`, `weight`: each field of a work once, weights above zero.

    Rows of one field are added, unless the weights of the work then exceed one: such rows are the same row twice.
    """
    rows = corpus.work_fields.filter(corpus.work_fields.weight > 0)
    each = rows.group_by("work_id", "field").agg(added=rows.weight.sum(), largest=rows.weight.max())
    whole = each.group_by("work_id").agg(total=each.added.sum())
    both = each.join(whole, "work_id").select("work_id", "field", "added", "largest", "total")
    weight = (both.total > 1 + 1e-6).ifelse(both.largest, both.added)
    return both.mutate(weight=weight).select("work_id", "field", "weight")


def _first(corpus: Corpus) -> ir.Table:
    rows = corpus.works.filter(corpus.works.work_id.notnull()).mutate(file_row=ibis.row_number())
    ranked = rows.mutate(again=ibis.row_number().over(group_by="work_id", order_by="file_row"))
    return ranked.filter(ranked.again == 0).drop("again")


def _leader(first: ir.Table) -> ir.StringColumn:
    """The id of the first work of the same DOI; a work without DOI leads itself."""
    doi = bare_doi(first.doi)
    alone = doi.isnull().ifelse(first.work_id, "")
    return first.work_id.first().over(ibis.window(group_by=[doi, alone], order_by="file_row"))


def _renamed(pairs: ir.Table, column: str, corpus: Corpus, params: Params) -> ir.Table:
    """Only pairs whose `column` is a known work, under the id of the work it belongs to."""
    versions = canonical(corpus, params)
    if versions is None:
        known = works(corpus, params).select(**{column: "work_id"})
        return pairs.semi_join(known, column)
    named = versions.select(**{column: "version_id", "stands_for": "work_id"})
    joined = pairs.join(named, column)
    return joined.mutate(**{column: joined.stands_for}).select("citing_id", "cited_id")

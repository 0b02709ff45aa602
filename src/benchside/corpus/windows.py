"""How many citations a work has under a citation window, and whether the window was full.

`given` takes the column `citations`. The others count the pairs of works: `fixed` those whose citing year is at most
`length` - 1 years after the publication year (the publication year counts), none later than `data_end_year`; `until`
those of citing years up to `year`; `all` every one. A citation dated before its paper has a negative lag: `clamp`
takes it as 0, `drop` leaves it out. A work whose citations cannot be told has none stated, which is not 0.
"""

import ibis
import ibis.expr.types as ir

from benchside.corpus import dedupe
from benchside.corpus.params import Params
from benchside.corpus.tables import Corpus


def with_citations(corpus: Corpus, params: Params) -> ir.Table:
    """The works, each once, with `c`: citations within the window, missing where unknown or left out."""
    works = dedupe.works(corpus, params)
    if params.window["kind"] == "given":
        return works.mutate(c=works.citations)
    found = _counts(corpus, params, works)
    counts = found.select(cited_id="cited_id", found="found")
    joined = works.left_join(counts, works.work_id == counts.cited_id).drop("cited_id")
    counted = joined.mutate(c=joined.found.fill_null(0).cast("int64")).drop("found")
    if params.window["kind"] != "fixed":
        return counted
    kept = counted.year.notnull()
    if params.window.get("incomplete", "truncate") == "exclude":
        kept &= is_complete(corpus, params, counted).fill_null(False)
    return counted.mutate(c=kept.ifelse(counted.c, ibis.null("int64")))


def is_complete(corpus: Corpus, params: Params, works: ir.Table) -> ir.BooleanValue:
    """Did the whole window of a work pass before the data end? Missing without a year, or where citations are given."""
    kind = params.window["kind"]
    if kind == "fixed":
        return works.year + params.window["length"] - 1 <= data_end(corpus, params)
    if kind == "until":
        return works.year <= params.window["year"]
    return ibis.null("boolean") if kind == "given" else ibis.literal(True)


def data_end(corpus: Corpus, params: Params) -> int:
    """The last year of the data: as stated, otherwise the latest year of any work."""
    stated = params.window.get("data_end_year")
    if stated is not None:
        return stated
    return corpus.engine.to_pyarrow(corpus.works.year.max()).as_py() or 0


def _counts(corpus: Corpus, params: Params, works: ir.Table) -> ir.Table:
    """`cited_id`, `found`: the pairs that the window lets in."""
    pairs = dedupe.edges(corpus, params)
    if params.window.get("self_citations", "include") == "exclude":
        pairs = pairs.anti_join(_of_common_author(corpus, params, pairs), ["citing_id", "cited_id"])
    dated = _with_year(_with_year(pairs, works, "citing_id", "citing_year"), works, "cited_id", "cited_year")
    let_in = dated.filter(_let_in(corpus, params, dated))
    return let_in.group_by("cited_id").agg(found=let_in.count())


def _with_year(pairs: ir.Table, works: ir.Table, column: str, name: str) -> ir.Table:
    years = works.select(**{column: "work_id", name: "year"})
    return pairs.join(years, column).select(*pairs.columns, name)


def _let_in(corpus: Corpus, params: Params, dated: ir.Table) -> ir.BooleanValue:
    window = params.window
    if window["kind"] == "all":
        return ibis.literal(True)
    if window["kind"] == "until":
        return dated.citing_year <= window["year"]
    lag = dated.citing_year - dated.cited_year
    let_in = (lag <= window["length"] - 1) & (dated.citing_year <= data_end(corpus, params))
    return let_in & (lag >= 0) if window.get("negative_lag", "clamp") == "drop" else let_in


def _of_common_author(corpus: Corpus, params: Params, pairs: ir.Table) -> ir.Table:
    """The pairs whose two works share an author id."""
    rows = corpus.authorships.filter(corpus.authorships.author_id.notnull()).select("work_id", "author_id").distinct()
    versions = dedupe.canonical(corpus, params)
    if versions is not None:
        named = versions.select(work_id="version_id", stands_for="work_id")
        rows = rows.join(named, "work_id").select(work_id="stands_for", author_id="author_id").distinct()
    citing = rows.select(citing_id="work_id", author_id="author_id")
    cited = rows.select(cited_id="work_id", author_id="author_id")
    writers = pairs.join(citing, "citing_id").select("citing_id", "cited_id", "author_id")
    return writers.join(cited, ["cited_id", "author_id"]).select("citing_id", "cited_id").distinct()

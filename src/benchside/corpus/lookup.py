"""The works that scores are asked for, and their rows of work and field.

A file of works has `work_id`, which is carried through as it stands, and may have `openalex_id`, which is then what is
looked up. Works that bring year, type, field, weight and citations are not looked up. An id is found by its number, the
column `key` of a corpus: numbers are compared at the speed of a scan.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from benchside.corpus.baselines import corpus_rows, name_corpus
from benchside.corpus.keys import key_of
from benchside.corpus.manifest import MANIFEST, read_manifest
from benchside.errors import InputError
from benchside.store.bench import Bench, text_of

FOUND = {
    "work_id": "string", "year": "int64", "type": "string", "field": "string", "weight": "float64", "citations": "int64",
}  # fmt: skip
"""A row of a work and a field; works that bring all these columns bring their own cells."""
ASKED = {"work_id": "string", "looked_up": "string", "key": "int64"}
"""The works asked for, each once: `looked_up` is its id in the corpus, `key` the number of that id."""
_PREFIX = r"^https?://(api\.)?openalex\.org/([a-z]+/)?"


def name_works(
    bench: Bench, against: Path, about: dict[str, Any], works: Path, meanwhile: Callable[[], object] = lambda: None
) -> None:
    """Make `asked`, the works of a file or prepared corpus, and `found`, their rows of work and field.

    `meanwhile` is called when the engine is about to scan the corpus, which leaves Python idle.
    Raises `InputError` where the file cannot be read, or brings ids alone and there is no corpus to look them up in.
    """
    try:
        columns = _name_given(bench, works)
        if columns is None:
            bench.make("found", corpus_found, "given")
        elif set(FOUND) <= set(columns):
            bench.make("found", own_found)
        else:
            bench.make("asked", asked_by_id, "openalex_id" in columns)
    except bench.errors as error:
        raise InputError(f"{works} could not be read: {str(error)[:300]}") from error
    if columns is None or set(FOUND) <= set(columns):
        bench.make("asked", asked_of_own, columns is None)
    elif about["kind"] == "corpus":
        name_corpus(bench, "corpus", against, about)
        look_up(bench, meanwhile)
    else:
        missing = ", ".join(c for c in FOUND if c not in columns)
        raise InputError(
            f"{works} lacks {missing}: against baselines each work brings its own cells. Or score against the corpus."
        )


def look_up(bench: Bench, meanwhile: Callable[[], object]) -> None:
    """Make `found`, the rows that `corpus` has of the works `asked`."""
    text_of(found_by_number, bench.dialect)
    meanwhile()
    bench.make("found", found_by_number)
    if named := bench.ask(without_key).column("looked_up").to_pylist():
        rows = {"looked_up": named, "key": [key_of(name) for name in named]}
        bench.name_rows("named", pa.table(rows, schema=pa.schema([("looked_up", pa.string()), ("key", pa.int64())])))
        bench.make("found", found_by_number_or_name)


def _name_given(bench: Bench, works: Path) -> list[str] | None:
    """Name the table `given`; its columns, all of them texts, or None for a prepared corpus."""
    if (works / MANIFEST).exists():
        name_corpus(bench, "given", works, read_manifest(works, "corpus"))
        return None
    if not works.exists():
        raise InputError(f"{works} is not there. Expected a .csv or .parquet file with a column work_id.")
    if works.suffix not in (".csv", ".parquet"):
        raise InputError(f"{works}: expected a .csv or .parquet file, or a prepared corpus.")
    bench.name_file("given", works)
    columns = bench.columns("given")
    if "work_id" not in columns:
        raise InputError(f"{works} has no column work_id; it has {', '.join(columns)}.")
    return columns


def corpus_found(name: str) -> ir.Table:
    """All rows of a prepared corpus."""
    return corpus_rows(name).select(*FOUND)


def own_found() -> ir.Table:
    """The rows of a file that are in a cell: no value missing, weight above zero."""
    given = ibis.table(dict.fromkeys(FOUND, "string"), name="given")
    texts = given.select(**{c: given[c].nullif("") for c in FOUND})
    # A whole number may be written with a decimal point.
    whole = {c: texts[c].cast("float64").cast("int64") for c, t in FOUND.items() if t == "int64"}
    rows = texts.mutate(**whole, weight=texts.weight.cast("float64"))
    return rows.filter(*(rows[c].notnull() for c in FOUND), rows.weight > 0)


def asked_of_own(all_in_cells: bool) -> ir.Table:
    """The ids of works that bring their own cells, also of those that are in none."""
    given = ibis.table({"work_id": "string"}, name="found" if all_in_cells else "given")
    ids = given.filter(given.work_id.nullif("").notnull()).select("work_id").distinct()
    return ids.mutate(looked_up=ibis.null("string"), key=ibis.null("int64"))


def asked_by_id(by_openalex_id: bool) -> ir.Table:
    """The ids of works to look up; `key` is missing where the id is not one of OpenAlex."""
    column = "openalex_id" if by_openalex_id else "work_id"
    given = ibis.table({"work_id": "string", column: "string"}, name="given")
    rows = given.filter(given.work_id.nullif("").notnull())
    rows = rows.group_by("work_id").agg(looked_up=rows[column].re_replace(_PREFIX, "").nullif("").min())
    number = rows.looked_up.re_search("^W[1-9][0-9]{0,17}$").ifelse(rows.looked_up.substr(1), ibis.null("string"))
    return rows.mutate(key=number.cast("int64"))


def without_key() -> ir.Table:
    """The ids that are none of OpenAlex."""
    asked = ibis.table(ASKED, name="asked")
    return asked.filter(asked.looked_up.notnull(), asked.key.isnull()).select("looked_up").distinct()


def found_by_number() -> ir.Table:
    """The rows of the works asked for by an id of OpenAlex, whose number is the id."""
    corpus, asked = corpus_rows(), ibis.table(ASKED, name="asked")
    asked = asked.filter(asked.key.notnull()).select("key", asked_id="work_id")
    rows = corpus.select("key", *(c for c in FOUND if c != "work_id")).join(asked, "key")
    return rows.select(work_id="asked_id", **{c: c for c in FOUND if c != "work_id"})


def found_by_number_or_name() -> ir.Table:
    """`found` and the rows of other ids; two of these may share a number, so the id itself is compared as well."""
    found, asked = ibis.table(FOUND, name="found"), ibis.table(ASKED, name="asked")
    named = ibis.table({"looked_up": "string", "key": "int64"}, name="named")
    names = asked.filter(asked.key.isnull()).select("looked_up", asked_id="work_id").join(named, "looked_up")
    names = names.select("asked_id", "key", named="looked_up")
    corpus = corpus_rows()
    rows = corpus.join(names, [corpus.key == names.key, corpus.work_id == names.named])
    return found.union(rows.select(work_id="asked_id", **{c: c for c in FOUND if c != "work_id"}))

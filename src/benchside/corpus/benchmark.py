"""The scores of a comparison group: all works of some countries, or of some funders, or a sample of them.

A work belongs to a group of countries with at least one address in a country that was a member in the year of
publication, however many addresses it has, and it is scored once. It belongs to a funder whom it names, which is also how a
programme's own works are found. A work whose countries or funders are unknown belongs to no group.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir

from benchside.corpus.baselines import batches, corpus_rows, name_corpus
from benchside.corpus.lookup import FOUND
from benchside.corpus.manifest import read_manifest
from benchside.corpus.scoring import TOP, check_ending, shares_of, write_scores
from benchside.errors import DataError, UsageError, unknown
from benchside.model.countries import COUNTRIES
from benchside.model.country_groups import periods
from benchside.store.bench import Bench
from benchside.store.benches import open_bench
from benchside.store.engine import DEFAULT_MEMORY

PLACED = {"key": "int64", "place": "int64"}
PRIME = 2**31 - 1
"""Places are numbers below this prime: the product of two of them still fits a whole number of 64 bits."""
Sample = tuple[int, int]
"""How many works to draw, and the seed."""


@dataclass(frozen=True)
class Group:
    """Whose works: those with an address in one of the countries of their year, or that name one of the funders.

    `stretches` are first year, last year and countries; all years where the years are missing.
    """

    name: str
    stretches: tuple[tuple[int | None, int | None, tuple[str, ...]], ...] = ()
    funders: tuple[str, ...] = ()


def benchmark(
    corpus: Path,
    out: Path,
    *,
    countries: Sequence[str] = (),
    group: str | None = None,
    funders: Sequence[str] = (),
    years: tuple[int, int] | None = None,
    sample: int | None = None,
    seed: int = 0,
    top: Sequence[float] = TOP,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = lambda text: None,
    engine: str = "duckdb",
    master: str | None = None,
) -> dict[str, Any]:
    """Write the scores of a comparison group to `out` in the columns of `score` and `group`; say beside it what it is.

    One of `countries` (ISO codes), `group` (of `country_groups`) and `funders` (OpenAlex ids) names the works. A `sample` of
    them is the same for the same seed, on every engine and machine. Returns what is also written to a JSON file of the same
    name: the group, how many `works` it holds, and how many were `drawn` and scored.
    """
    about = read_manifest(corpus, "corpus")
    asked = sorted(int(y) for y in about["years"] if years is None or years[0] <= int(y) <= years[1])
    whose = find_group(countries, group, funders, asked)
    _check(out, years, sample)
    shares = shares_of(top)
    about = about | {"years": {str(y): about["years"][str(y)] for y in asked}}
    bench = open_bench(engine, memory=memory, scratch=out.with_suffix(".spill"), master=master)
    try:
        held = _choose(bench, corpus, about, whose, None if sample is None else (sample, seed), progress)
        progress("scoring")
        told = write_scores(bench, corpus, about, out, shares, group=whose.name)
    finally:
        bench.close()
    kept = {"countries": [[first, last, list(c)] for first, last, c in whose.stretches], "funders": list(whose.funders)}
    content = {
        "kind": "benchmark", "of": about["content_hash"], "group": whose.name, **kept, "years": years and list(years),
        "sample": sample, "seed": None if sample is None else seed, "works": held, "drawn": told["works"],
        "scored": told["scored"],
    }  # fmt: skip
    _write_beside(out, content)
    return content


def find_group(countries: Sequence[str], group: str | None, funders: Sequence[str], years: Sequence[int]) -> Group:
    """The one group that is named. `UsageError` for none, for several, and for a code that is none."""
    if sum(map(bool, (countries, group, funders))) != 1:
        raise UsageError("Name one of --countries, --group and --funder: a benchmark is one group of works.")
    for code in countries:
        if code not in COUNTRIES:
            raise unknown("country", code, COUNTRIES, do="Use ISO codes of two capitals, separated by commas.")
    bare = tuple(sorted({f.removeprefix("https://openalex.org/").removeprefix("funders/") for f in funders}))
    for funder in bare:
        if not re.fullmatch("F[1-9][0-9]*", funder):
            raise UsageError(f"{funder!r} is no funder; expected an id of OpenAlex such as F4320332161.")
    if countries:
        codes = tuple(sorted(set(countries)))
        return Group("|".join(codes), ((None, None, codes),))
    if group:
        return Group(group, tuple(periods(group, years[0], years[-1])) if years else ())
    return Group("|".join(bare), funders=bare)


def _check(out: Path, years: tuple[int, int] | None, sample: int | None) -> None:
    if years and years[0] > years[1]:
        raise UsageError(f"--years {years[0]}:{years[1]} ends before it begins; expected first and last year.")
    if sample is not None and sample < 1:
        raise UsageError(f"--sample {sample}, expected a number of works from 1.")
    check_ending(out)


def _choose(
    bench: Bench, corpus: Path, about: dict[str, Any], whose: Group, sample: Sample | None,
    progress: Callable[[str], None],
) -> int:  # fmt: skip
    """Make `asked` and `found` of the works of a group; how many works it holds, sample or not.

    Years are gone through in turn, so that the keys of a few of them are held at once; a work has one year.
    """
    _check_columns(about, whose)
    name_corpus(bench, "corpus", corpus, about)
    held = 0
    parts = []
    for years in batches(about):
        progress(f"the group in {years[0]} to {years[-1]}")
        parts.append(f"members_{years[0]}")
        bench.make("all_members", members, whose, tuple(years), sample and sample[1])
        held += bench.ask(_how_many, "all_members").column("rows")[0].as_py()
        bench.make(parts[-1], first_places, ("all_members",), sample and sample[0])
    if not held:
        raise DataError(f"{corpus} holds no work of {whose.name} in these years; see the years in its manifest.")
    bench.make("members", first_places, tuple(parts), sample and sample[0])
    bench.make("found", members_found)
    bench.make("asked", members_asked)
    return held


def _check_columns(about: dict[str, Any], whose: Group) -> None:
    """A corpus of an older format knows neither countries nor funders."""
    needed = "funders" if whose.funders else "countries"
    if needed not in about["columns"]:
        raise UsageError(f"The corpus has no column {needed}: prepare it again from works that have it.")


def members(whose: Group, years: tuple[int, ...], seed: int | None) -> ir.Table:
    """`key` of each work of a group once, and its `place` in the order in which a sample is drawn."""
    rows = corpus_rows(years=years)
    keys = rows.filter(_belongs(rows, whose)).select("key").distinct()
    return keys.mutate(place=ibis.literal(0, "int64") if seed is None else place_of(keys.key, seed))


def _belongs(rows: ir.Table, whose: Group) -> ir.BooleanValue:
    if whose.funders:
        return _names_one(rows.funders, whose.funders)
    # Where there is no year in common with a group, no work belongs.
    found: ir.Value = ibis.literal(False)
    for first, last, countries in whose.stretches:
        one = _names_one(rows.countries, countries)
        found = found | (one if first is None or last is None else one & rows.year.between(first, last))
    return found


def _names_one(column: ir.StringValue, codes: tuple[str, ...]) -> ir.BooleanValue:
    """Is one of the codes, which are letters and digits, among those that `|` separates?"""
    return column.re_search(rf"(^|\|)({'|'.join(codes)})(\||$)")


def place_of(key: ir.IntegerValue, seed: int) -> ir.IntegerValue:
    """A number from a key and a seed, in whose order a sample is drawn: a cubic over a prime with coefficients of the seed.

    Whole numbers alone, so that every engine draws the same works. Keys of more than 31 bits enter in two parts.
    """
    digest = hashlib.sha256(f"benchside sample {seed}".encode()).digest()
    a, b, c, d, e = (int.from_bytes(digest[4 * n : 4 * n + 4], "big") % (PRIME - 1) + 1 for n in range(5))
    low, high = key.abs() & PRIME, key.abs() >> 31
    cubic = (((low * a + b) % PRIME * low + c) % PRIME * low + d) % PRIME
    return ((cubic + high * e) % PRIME).cast("int64")


def first_places(names: tuple[str, ...], many: int | None) -> ir.Table:
    """The works of some tables that come first in the order of a sample, or all."""
    first, *more = (ibis.table(PLACED, name=name) for name in names)
    rows = first.union(*more) if more else first
    return rows if many is None else rows.order_by("place", "key").limit(many)


def members_found() -> ir.Table:
    """The rows of work and field of the works chosen."""
    rows = corpus_rows().select("key", *FOUND)
    return rows.semi_join(ibis.table(PLACED, name="members"), "key").select(*FOUND)


def members_asked() -> ir.Table:
    """The works chosen, each once."""
    found = ibis.table(FOUND, name="found")
    ids = found.select("work_id").distinct()
    return ids.mutate(looked_up=ids.work_id, key=ibis.null("int64"))


def _how_many(name: str) -> ir.Table:
    rows = ibis.table(PLACED, name=name)
    return rows.agg(rows=rows.count())


def _write_beside(out: Path, content: dict[str, Any]) -> None:
    path = out.with_suffix(".json")
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(beside, path)

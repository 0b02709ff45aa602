"""Commands on the world's literature: corpus prepare, corpus baselines, corpus score, corpus benchmark."""

from pathlib import Path
from typing import Annotated

import typer

from benchside.cli.find import find
from benchside.cli.screen import OUT, progress, show_table
from benchside.corpus.baselines import baselines as make_baselines
from benchside.corpus.benchmark import benchmark as make_benchmark
from benchside.corpus.prepare import prepare as make_corpus
from benchside.corpus.preparing.settings import CitationRule
from benchside.corpus.scoring import TOP
from benchside.corpus.scoring import score as make_scores
from benchside.errors import UsageError
from benchside.model.country_groups import GROUPS
from benchside.store.benches import ENGINES
from benchside.store.engine import DEFAULT_MEMORY

Memory = Annotated[str, typer.Option("--memory", metavar="SIZE", help="What is larger spills to disk.")]
Engine = Annotated[str, typer.Option("--engine", metavar="NAME", help=f"One of: {', '.join(ENGINES)}.")]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="URL", help="Spark's: local[2], spark://host:7077 …; default local[*]."),
]
Top = Annotated[
    list[float] | None,
    typer.Option("--top", metavar="X", help="A top share; may be repeated. 0.1 and 0.01 unless named."),
]

corpus_app = typer.Typer(no_args_is_help=True, help="Compare works with all works of their field, year and type.")
corpus_app.command()(find)


@corpus_app.command()
def prepare(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="OpenAlex works, plain tables, or a folder.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="CORPUS", help="A new folder.")],
    fields: Annotated[
        str, typer.Option("--fields", metavar="LEVEL", help="subfield, field, topic or domain.")
    ] = "subfield",
    citations: Annotated[
        str,
        typer.Option("--citations", metavar="RULE", help="total, by_year or edges: where citations are taken from."),
    ] = "total",
    window: Annotated[
        int | None,
        typer.Option("--window", metavar="L", help="Citations of the first L years; the publication year counts."),
    ] = None,
    without_self: Annotated[
        bool, typer.Option("--without-self", help="Of edges, only those between works without a common author.")
    ] = False,
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
    master: Master = None,
) -> None:
    """Make a prepared corpus, with its baselines; run it again after an interruption and it goes on."""
    rule = CitationRule(citations, window, not without_self)
    with progress("Preparing") as tell:
        made = make_corpus(
            source, out, memory=memory, fields=fields, citations=rule, progress=tell, engine=engine, master=master
        )
    rows = [(f"refused: {rule}", str(n)) for rule, n in made["refused"].items()]
    rows += [(f"left out: {rule}", str(n)) for rule, n in made["left_out"].items()]
    rows += [(f"references: {what}", str(n)) for what, n in made.get("references", {}).items()]
    show_table(("what", "works"), [("in cells", str(made["works"])), *rows], right=(1,))
    for name in made["passed_by"]:
        OUT.print(f"passed by: {name}", soft_wrap=True, markup=False)
    where = f" What was refused is in {out / 'refused.csv'}." if made["refused"] else ""
    OUT.print(f"{out}: {made['rows']} rows of work and field.{where}", soft_wrap=True, markup=False)


@corpus_app.command()
def baselines(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A prepared corpus.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="BASELINES", help="A new folder.")],
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
    master: Master = None,
) -> None:
    """Count the works of each field, year and type at each number of citations."""
    with progress("Counting") as tell:
        made = make_baselines(corpus, out, memory=memory, progress=tell, engine=engine, master=master)
    OUT.print(f"{out}: {made['rows']} rows.", soft_wrap=True, markup=False)


@corpus_app.command()
def score(
    against: Annotated[Path, typer.Argument(metavar="CORPUS|BASELINES", help="What works are compared with.")],
    works: Annotated[Path, typer.Argument(metavar="WORKS", help="CSV or Parquet with work_id, or a prepared corpus.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="SCORES", help="A .csv or .parquet file.")],
    top: Top = None,
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
    master: Master = None,
) -> None:
    """Score works: their normalised citations, and how much of each is in the top shares."""
    with progress("Scoring") as tell:
        made = make_scores(
            against, works, out, top=top or TOP, memory=memory, progress=tell, engine=engine, master=master
        )
    OUT.print(f"{out}: {made['scored']} of {made['works']} works scored.", soft_wrap=True, markup=False)


@corpus_app.command()
def benchmark(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="A prepared corpus.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="SCORES", help="A .csv or .parquet file.")],
    countries: Annotated[
        str, typer.Option("--countries", metavar="CODES", help="ISO codes, such as US,CA: works with an address there.")
    ] = "",
    group: Annotated[
        str | None, typer.Option("--group", metavar="NAME", help=f"Countries by name: {', '.join(GROUPS)}.")
    ] = None,
    funder: Annotated[
        list[str] | None,
        typer.Option("--funder", metavar="ID", help="A funder of OpenAlex, such as F4320332161; may be repeated."),
    ] = None,
    years: Annotated[
        str | None, typer.Option("--years", metavar="A:B", help="First and last year of publication.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", metavar="N", help="Draw so many of the works instead of all.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="Another seed draws other works.")] = 0,
    top: Top = None,
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
    master: Master = None,
) -> None:
    """Score a comparison group: all works of some countries or funders, or a sample of them."""
    with progress("Scoring") as tell:
        made = make_benchmark(
            corpus, out, countries=[c.strip() for c in countries.split(",") if c.strip()], group=group,
            funders=funder or (), years=_years(years), sample=sample, seed=seed, top=top or TOP, memory=memory,
            progress=tell, engine=engine, master=master,
        )  # fmt: skip
    drawn = f"{made['drawn']} drawn with seed {seed}" if sample else "all of them taken"
    OUT.print(
        f"{out}: {made['group']} has {made['works']} works, {drawn}, {made['scored']} scored. "
        f"What it is stands in {out.with_suffix('.json')}.", soft_wrap=True, markup=False,
    )  # fmt: skip


def _years(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    first, _, last = text.partition(":")
    if not (first.isdecimal() and last.isdecimal()):
        raise UsageError(f"--years {text!r}, expected a first and a last year such as 2012:2021.")
    return int(first), int(last)

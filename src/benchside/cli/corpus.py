"""Commands on the world's literature: corpus prepare, corpus baselines, corpus score."""

from pathlib import Path
from typing import Annotated

import typer

from benchside.cli.screen import OUT, progress, show_table
from benchside.corpus.baselines import baselines as make_baselines
from benchside.corpus.prepare import prepare as make_corpus
from benchside.corpus.scoring import TOP
from benchside.corpus.scoring import score as make_scores
from benchside.errors import unknown
from benchside.store.engine import DEFAULT_MEMORY

ENGINES = ("duckdb",)
Memory = Annotated[str, typer.Option("--memory", metavar="SIZE", help="What is larger spills to disk.")]
Engine = Annotated[str, typer.Option("--engine", metavar="NAME", help=f"One of: {', '.join(ENGINES)}.")]

corpus_app = typer.Typer(no_args_is_help=True, help="Compare works with all works of their field, year and type.")


@corpus_app.command()
def prepare(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="OpenAlex works, plain tables, or a folder.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="CORPUS", help="A new folder.")],
    fields: Annotated[
        str, typer.Option("--fields", metavar="LEVEL", help="subfield, field, topic or domain.")
    ] = "subfield",
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
) -> None:
    """Make a prepared corpus; run it again after an interruption and it goes on."""
    _check(engine)
    with progress("Preparing") as tell:
        made = make_corpus(source, out, memory=memory, fields=fields, progress=tell)
    rows = [(f"refused: {rule}", str(n)) for rule, n in made["refused"].items()]
    rows += [(f"left out: {rule}", str(n)) for rule, n in made["left_out"].items()]
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
) -> None:
    """Count the works of each field, year and type at each number of citations."""
    _check(engine)
    with progress("Counting") as tell:
        made = make_baselines(corpus, out, memory=memory, progress=tell)
    OUT.print(f"{out}: {made['rows']} rows.", soft_wrap=True, markup=False)


@corpus_app.command()
def score(
    against: Annotated[Path, typer.Argument(metavar="CORPUS|BASELINES", help="What works are compared with.")],
    works: Annotated[Path, typer.Argument(metavar="WORKS", help="CSV or Parquet with work_id, or a prepared corpus.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="SCORES", help="A .csv or .parquet file.")],
    top: Annotated[
        list[float] | None,
        typer.Option("--top", metavar="X", help="A top share; may be repeated. 0.1 and 0.01 unless named."),
    ] = None,
    memory: Memory = DEFAULT_MEMORY,
    engine: Engine = "duckdb",
) -> None:
    """Score works: their normalised citations, and how much of each is in the top shares."""
    _check(engine)
    with progress("Scoring") as tell:
        made = make_scores(against, works, out, top=top or TOP, memory=memory, progress=tell)
    OUT.print(f"{out}: {made['scored']} of {made['works']} works scored.", soft_wrap=True, markup=False)


def _check(engine: str) -> None:
    if engine not in ENGINES:
        raise unknown("engine", engine, ENGINES)

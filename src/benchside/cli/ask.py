"""Commands that ask: figures, explain, check."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.screen import OUT, progress, show_table, write_csv, write_json
from benchside.model.figure import JSON_FIELDS, Figure

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The programme's folder.")]
Scope = Annotated[
    list[str] | None,
    typer.Option("--scope", metavar="KEY=VALUE", help="Only this part; several values joined by |. May be repeated."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="What was true at this date (2015-12-31).")]
BuildName = Annotated[str | None, typer.Option("--build", metavar="NAME", help="An earlier build.")]


class Form(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    csv = "csv"


class Plain(StrEnum):
    """How an answer with rows is written."""

    table = "table"
    json = "json"


def figures(
    folder: Folder,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Which indicators; all where none is named.")
    ] = None,
    as_of: AsOf = None,
    build: BuildName = None,
    scope: Scope = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="DIMENSION", help="One figure for each value of a dimension.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="table, json or csv.")] = Form.table,
) -> None:
    """Ask indicators of a programme."""
    with progress("Asking") as tell:
        found = main.figures(folder, ids or [], as_of=as_of, build=build, scope=scope or [], by=by, progress=tell)
    if form is Form.json:
        write_json([f.as_json() for f in found])
    elif form is Form.csv:
        write_csv([f.as_json() for f in found], JSON_FIELDS)
    else:
        _show(found)


def _show(found: list[Figure]) -> None:
    if not found:
        OUT.print("No evidence in this scope at this date, so there is nothing to divide.", markup=False)
        return
    by = any(f.by for f in found)
    spread = any(main.spread(f) for f in found)
    columns = (
        "id",
        *((found[0].by or "",) if by else ()),
        "value",
        *(("95 % interval",) if spread else ()),
        "unit",
        "n",
        "status",
        "coverage",
        "as of",
    )
    rows = [
        (
            f.id,
            *((f.label or f.cut or "",) if by else ()),
            main.shown(f),
            *((main.spread(f),) if spread else ()),
            f.unit,
            str(f.n),
            f.status,
            f.coverage,
            f.as_of,
        )
        for f in found
    ]
    show_table(columns, rows, right=(1 + by, 3 + by + spread), dim=[n for n, f in enumerate(found) if f.few])
    for note in dict.fromkeys(n for f in found for n in f.notes):
        OUT.print(f"note: {note}", soft_wrap=True, markup=False)


def explain(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="ID", help="The indicator.")],
    as_of: AsOf = None,
    build: BuildName = None,
    scope: Scope = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
) -> None:
    """Open a figure: its definition, value, rows and documents."""
    found = main.explain(folder, name, as_of=as_of, build=build, scope=scope or [])
    if form is Plain.json:
        write_json(found.as_json())
        return
    f, i = found.figure, found.indicator
    OUT.print(
        f"{i.title}: {main.shown(f)}{f' ({main.spread(f)})' if main.spread(f) else ''} {f.unit}  ({f.status}, coverage {f.coverage}, as of {f.as_of}, build {f.build})",
        markup=False,
        soft_wrap=True,
    )
    for words in (
        i.question,
        f"Definition. {i.definition}",
        f"Source of the definition. {i.definition_source}",
        f"Limits. {i.limits}",
        *f.notes,
        *(f"Beside it. {c.title}: {main.shown(c)} {c.unit}" for c in found.companions),
        *found.coverage_reasons,
        *found.bases,
    ):
        OUT.print(words, markup=False, soft_wrap=True)
    columns = list(dict.fromkeys(c for row in found.rows for c in row if c != "observed"))
    show_table(columns, [[str(row.get(c, "")) for c in columns] for row in found.rows])
    OUT.print(f"{len(found.rows)} rows listed, {found.masked} counted and not listed.", markup=False)
    for d in found.documents:
        OUT.print(f"{d['id']}: {d['title']}. {d['publisher'] or ''} {d['url'] or ''}", markup=False, soft_wrap=True)


def check(
    folder: Folder,
    build: BuildName = None,
    form: Annotated[Plain, typer.Option("--format", help="table or json.")] = Plain.table,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 where a published figure differs or is contradicted.")
    ] = False,
) -> None:
    """Hold published figures against computed ones."""
    with progress("Checking") as tell:
        found = main.check(folder, build=build, progress=tell)
    if form is Plain.json:
        write_json([c.as_json() for c in found])
    else:
        rows = [(c.figure_id, c.quotation, c.verdict, *main.beside(c), c.cause or c.missing) for c in found]
        show_table(("id", "words", "verdict", "published", "computed", "cause, or what is missing"), rows, right=(3, 4))
        tally = {
            v: sum(c.verdict == v for c in found) for v in ("reproduced", "differs", "contradicted", "not_recomputable")
        }
        OUT.print(", ".join(f"{n} {v}" for v, n in tally.items()), markup=False)
    if strict and any(c.verdict in ("differs", "contradicted") for c in found):
        raise typer.Exit(1)

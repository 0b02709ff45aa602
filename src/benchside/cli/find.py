"""The command that finds a programme's works: corpus find."""

from pathlib import Path
from typing import Annotated, Any

import typer

from benchside import main
from benchside.cli.screen import OUT, progress, show_table
from benchside.corpus.attribution import Marks
from benchside.corpus.finding import find_in
from benchside.errors import UsageError, unknown
from benchside.store.engine import DEFAULT_MEMORY
from benchside.store.reading import Build


def find(
    works: Annotated[Path, typer.Argument(metavar="WORKS", help="OpenAlex works: JSON lines, Parquet, or a folder.")],
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The programme's folder; its build gives grant numbers.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="CANDIDATES", help="A .csv file.")],
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="TEXT", help="How awards name the programme, such as IMI. May be repeated."),
    ] = None,
    funder: Annotated[
        list[str] | None,
        typer.Option("--funder", metavar="ID", help="The programme's OpenAlex funder id. May be repeated."),
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="KEY", help="The project that works of the funder belong to.")
    ] = None,
    memory: Annotated[
        str, typer.Option("--memory", metavar="SIZE", help="What is larger spills to disk.")
    ] = DEFAULT_MEMORY,
) -> None:
    """Find a programme's works by grant number, funder, reported identifier and title; each way leaves a row."""
    with main.open_build(folder) as build:
        marks = marks_of(build, tuple(name or ()), tuple(funder or ()), project)
    with progress("Finding") as tell:
        told = find_in(works, out, marks, memory=memory, progress=tell)
    show_table(("strategy", "works"), [(s, str(n)) for s, n in told["found"].items()], right=(1,))
    OUT.print(
        f"{out}: {sum(told['found'].values())} rows from {told['works']} works; {told['passed_by']} lines without a work passed by.",
        soft_wrap=True, markup=False,
    )  # fmt: skip


def marks_of(build: Build, names: tuple[str, ...], funders: tuple[str, ...], project: str | None) -> Marks:
    """What a build tells of the programme's works: grant numbers, names of its programmes, works reported by projects."""
    projects = build.fetch(build.table("project").select("project_id", "grant_number"))
    keys = [p["project_id"] for p in projects]
    if project is not None and project not in keys:
        raise unknown("project", project, keys)
    owner = project or (keys[0] if len(keys) == 1 else None)
    if funders and owner is None:
        raise UsageError(
            "--funder finds works of the whole programme. Say with --project which project they belong to."
        )
    programmes = build.fetch(build.table("programme").select("programme_id", "name"))
    return Marks(
        grants=tuple((p["project_id"], p["grant_number"]) for p in projects if p["grant_number"]),
        names=tuple(
            dict.fromkeys((*names, *(p["name"] for p in programmes), *(p["programme_id"] for p in programmes)))
        ),
        funders=tuple((owner or "", f) for f in funders),
        reported=tuple(_reported(build)),
    )


def _reported(build: Build) -> list[dict[str, Any]]:
    """The works that projects told of; works found in another way are no mark."""
    told = build.fetch(build.table("project_work").select("project_id", "work_id", "found_by"))
    works = build.fetch(build.table("work").select("work_id", "doi", "pmid", "title", "published_on"))
    by_key = {w["work_id"]: w for w in works}
    found = [(t["project_id"], by_key[t["work_id"]]) for t in told if t["found_by"] == "reported"]
    return [
        {
            "project_id": project, "doi": w["doi"], "pmid": w["pmid"], "title": w["title"],
            "year": w["published_on"].year if w["published_on"] else None,
        }
        for project, w in found
    ]  # fmt: skip

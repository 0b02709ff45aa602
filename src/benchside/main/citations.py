"""A programme's works found in the world's, and citation indicators for Python."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchside.corpus.attribution import Marks
from benchside.corpus.catalogue import all_measures
from benchside.corpus.catalogue import measure as measure_citations
from benchside.corpus.finding import find_in
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError, unknown
from benchside.main.opening import open_build, silent
from benchside.networks.organisations import describe as describe_network
from benchside.store.engine import DEFAULT_MEMORY
from benchside.store.reading import Build


def find_works(
    works: Path,
    folder: Path,
    out: Path,
    *,
    names: Iterable[str] = (),
    funders: Iterable[str] = (),
    project: str | None = None,
    memory: str = DEFAULT_MEMORY,
    progress: Callable[[str], None] = silent,
) -> dict[str, Any]:
    """A programme's works in files of OpenAlex works, by what its build knows; the candidates are written to `out`."""
    with open_build(folder) as build:
        marks = marks_of(build, tuple(names), tuple(funders), project)
    return find_in(works, out, marks, memory=memory, progress=progress)


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


def measures() -> dict[str, tuple[str, ...]]:
    """The citation indicators of the Python API and `network`, each with the parameters that only it takes."""
    return {name: found.params for name, found in all_measures().items()} | {"network": ("weight",)}


def measure(corpus: Corpus, indicator: str, **params: Any) -> Any:
    """The value of a citation indicator or, for `network`, the network of the organisations that publish together."""
    if indicator not in measures():
        raise unknown("citation indicator", indicator, measures())
    if indicator != "network":
        return measure_citations(corpus, indicator, **params)
    own = {name: params.pop(name) for name in measures()["network"] if name in params}
    return describe_network(**measure_citations(corpus, "joint_papers", **params), **own)

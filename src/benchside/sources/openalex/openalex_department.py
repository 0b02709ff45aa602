"""The works of a department as OpenAlex gives them in three flat tables: works, their topics, and their institutions.

Read are `works.csv`, `work_topics.csv` and `work_institutions.csv`. A work of several of the department's authors may stand in
several rows; it is taken once. The tables give neither types nor countries: the type is `other`, no work is scored, and nothing
is said of international papers. Names and ids of authors are not taken.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from benchside.errors import InputError
from benchside.model.identifiers import SCHEMES
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.openalex.addresses import add_organisation
from benchside.sources.openalex.cells import Gathered, Line, bare_id, is_notes, not_a_file_of, read_lines
from benchside.sources.openalex.measures import add_citations, add_fields
from benchside.sources.openalex.merges import Version
from benchside.sources.openalex.openalex_programme import add_merges, add_project
from benchside.sources.openalex.options import Options, parse
from benchside.sources.openalex.works import doi_of, published_on, title_of

WORKS = ("work_id", "doi", "title", "publication_date", "year", "venue", "citations")
_PERSONS = "would name persons"
IGNORED = {
    "author_openalex_id": _PERSONS,
    "first_author_last_name": _PERSONS,
    "all_authors": _PERSONS,
    "coauthor_openalex_ids": _PERSONS,
    "program": "empty throughout",
    "topic_id": "the name says the same",
    "institution_id": "the name says the same",
}
FILES = {
    "works": (WORKS, tuple(IGNORED)),
    "work_topics": (("work_id", "topic_name"), ("topic_id",)),
    "work_institutions": (("work_id", "institution_name"), ("institution_id",)),
}
SCHEME = "OpenAlex topics"

ORIGIN = Origin(
    producer="OpenAlex (OurResearch)",
    title="Works of a department, from OpenAlex",
    citation="OpenAlex, openalex.org; works, topics and institutions as in the tables of geosciencearabia/idb03",
    licence="CC0-1.0",
    url="https://github.com/geosciencearabia/idb03",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from the three files; works of the project are those of its authors' addresses."""
    said = parse(SOURCE.id, options)
    found = _lines(files)
    into = Gathered(document=f"openalex-{said.project}")
    add_project(into, said, ORIGIN, ", ".join(sorted(files)))
    _add_works(found["works"], into, said)
    _add_topics(found.get("work_topics", []), into)
    for line in _known("authorship", found.get("work_institutions", []), into):
        add_organisation(line, bare_id(line["work_id"]), line["institution_name"], into)
    into.pass_by_notes(files)
    for name in sorted(n for n in files if not is_notes(n)):
        stem = PurePosixPath(name).stem
        into.count(name, [line.place for line in found[stem]], f"read as {stem} of a department")
    return Extract(into.pieces(), into.decisions, into.refusals)


def _lines(files: Mapping[str, Path]) -> dict[str, list[Line]]:
    found = {}
    for name, path in sorted(files.items()):
        place = PurePosixPath(name)
        if is_notes(name):
            continue
        if place.stem not in FILES or place.suffix.lower() not in (".csv", ".parquet"):
            raise not_a_file_of("openalex_department", name, FILES)
        found[place.stem] = read_lines(name, path, *FILES[place.stem])
    if "works" not in found:
        raise InputError("openalex_department: no works.csv found. Put the works there.")
    return found


def _add_works(lines: list[Line], into: Gathered, options: Options) -> None:
    first: dict[str, Line] = {}
    for line in lines:
        work = bare_id(line["work_id"])
        if not SCHEMES["openalex"].is_valid(work):
            into.lose("work", line, "work_id", f"expected {SCHEMES['openalex'].expected}", "Correct the id.")
        elif work not in first:
            first[work] = line
            _add_work(line, work, into, options)
        elif unlike := [c for c in WORKS if line[c] != first[work][c]]:
            into.lose(
                "work", line, unlike[0], f"{first[work].place} says {first[work][unlike[0]]!r} of the same work", "Make the two rows agree."
            )  # fmt: skip
        else:
            into.settle(
                "work",
                work,
                "work_id",
                line.place,
                first[work].place,
                "the same work under another author of the department",
            )
    if first:
        into.settle(
            "work", options.project, "work_type", "no column of types", "other", f"{len(first)} works: without a type none is compared with others"
        )  # fmt: skip
    add_merges([_version(work, into) for work in first], into, options)


def _add_work(line: Line, work: str, into: Gathered, options: Options) -> None:
    into.add(
        "work", work, line.place, "registry", work_id=work, openalex_id=work, doi=doi_of(line, work, into), title=title_of(line, work, into),
        work_type="other", journal=line["venue"], published_on=published_on(line, work, "publication_date", into, options),
    )  # fmt: skip
    into.add(
        "project_work", work, line.place, "documented", project_id=options.project, work_id=work, found_by="affiliation"
    )  # fmt: skip
    add_citations(line, work, "citations", into, options)


def _version(work: str, into: Gathered) -> Version:
    taken = into.records["work"][work][0]
    cited = into.records.get("citation_count", {}).get(work, ({}, ""))[0].get("citations", "0")
    return Version(work, taken["title"], taken["doi"], taken["published_on"][:4], citations=int(cited))


def _known(table: str, lines: list[Line], into: Gathered) -> list[Line]:
    """The rows of works that were taken; the others are refused."""
    for line in lines:
        if bare_id(line["work_id"]) not in into.records.get("work", {}):
            into.lose(
                table, line, "work_id", "no record of this work was taken", "Add the work, or see why it was refused."
            )
    return [line for line in lines if bare_id(line["work_id"]) in into.records.get("work", {})]


def _add_topics(lines: list[Line], into: Gathered) -> None:
    """Topics stand for fields: the tables do not say which field a topic belongs to."""
    named: dict[str, list[Line]] = {}
    for line in _known("work_field", lines, into):
        named.setdefault(bare_id(line["work_id"]), []).append(line)
    for work, rows in named.items():
        add_fields(rows[0], work, [r["topic_name"] for r in rows if r["topic_name"]], SCHEME, into)


SOURCE = Source(id="openalex_department", origin=ORIGIN, files="*", read=read, ignored=IGNORED)

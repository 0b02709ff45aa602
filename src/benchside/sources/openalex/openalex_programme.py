"""A programme's works as a study of OpenAlex gives them: flat works, how each was found, and a check of each.

Read are `works` (CSV or Parquet, one row for each candidate), and beside it `candidates.csv` (which strategies found it;
where it is missing the columns of `works` say so) and `verification.csv` (labels). Every candidate becomes a work; those that the rule
of the option `accept` takes become works of the project. Texts (`*.txt`, `*.md`) beside the files are passed by.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from benchside.errors import InputError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.openalex.candidates import (
    LABEL_COLUMNS,
    LABEL_KNOWN,
    PREFIX,
    add_accepted,
    add_candidates,
    add_labels,
    add_not_searches,
    searches,
)
from benchside.sources.openalex.cells import Gathered, Line, bare_id, is_notes, not_a_file_of, read_lines
from benchside.sources.openalex.merges import Version, merges
from benchside.sources.openalex.options import Options, parse
from benchside.sources.openalex.works import SERIES, add_work

NEEDED = (
    "work_id", "doi", "title", "year", "date", "type", "venue", "venue_type", "oa_status", "cited_by_count", "fwci", "cnp_value",
    "is_top_1pct", "is_top_10pct", "topics_json", "institution_ids", "institution_names", "countries",
)  # fmt: skip

_FOLLOWS = "follows from other columns"
IGNORED = {
    "abstract": "text under the authors' rights, not needed",
    "author_ids": "would name persons",
    "author_names": "would name persons",
    "n_authors": "no place in the list of authors is given, so that no author can be told from the next",
    "language": "no figure asks for it",
    "is_oa": _FOLLOWS,
    "referenced_works_count": "no figure asks for it",
    "primary_topic": "one of the topics",
    "primary_field": "the field of one of the topics",
    "primary_domain": _FOLLOWS,
    "grant_funders": "names other funders, not whose work it is",
    "provenance_list": _FOLLOWS,
    "n_strategies": _FOLLOWS,
    "has_strong_prov": _FOLLOWS,
}

_KINDS = ("works", "candidates", "verification")

ORIGIN = Origin(
    producer="OpenAlex (OurResearch)",
    title="Works of a programme, from OpenAlex",
    citation="OpenAlex, openalex.org; flat works, candidates and labels as in the funder impact example of ourresearch/openalex-walden",
    licence="CC0-1.0",
    url="https://github.com/ourresearch/openalex-walden",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from the files, under the options of `openalex_options`."""
    said = parse(SOURCE.id, options, known=("accept", "strategies"))
    named = _named(files)
    into = Gathered(document=f"openalex-{said.project}")
    add_project(into, said, ORIGIN, ", ".join(sorted(files)))
    into.pass_by_notes(files)
    lines = read_lines(*named["works"], NEEDED, tuple(IGNORED))
    taken = [line for line in lines if add_work(line, into, said)]
    add_merges([version_of(line, into) for line in taken], into, said)
    into.count(named["works"][0], [line.place for line in lines], "read as works of a programme")
    _add_attribution(named, lines, into, said)
    return Extract(into.pieces(), into.decisions, into.refusals)


def _named(files: Mapping[str, Path]) -> dict[str, tuple[str, Path]]:
    """The files by what they hold."""
    found: dict[str, tuple[str, Path]] = {}
    for name, path in sorted(files.items()):
        place = PurePosixPath(name)
        if is_notes(name):
            continue
        if place.stem not in _KINDS or place.suffix.lower() not in (".csv", ".parquet"):
            raise not_a_file_of("openalex_programme", name, _KINDS)
        if place.stem in found:
            raise InputError(f"openalex_programme: {found[place.stem][0]} and {name} hold the same. Keep one of them.")
        found[place.stem] = (name, path)
    if "works" not in found:
        raise InputError("openalex_programme: no works.csv or works.parquet found. Put the works there.")
    return found


def add_project(into: Gathered, options: Options, origin: Origin, names: str) -> None:
    """The programme, its one project, and the document that all records cite."""
    into.add(
        "document", into.document, names, document_key=into.document, title=f"{origin.title}: {options.acronym or options.project}",
        publisher=origin.producer, url=origin.url, printed_on=options.counted_on, licence=origin.licence,
    )  # fmt: skip
    into.add(
        "programme", options.programme, names, programme_id=options.programme, name=options.programme_name or options.programme,
    )  # fmt: skip
    into.add(
        "project", options.project, names, project_id=options.project, acronym=options.acronym or options.project,
        title=options.title, programme_id=options.programme,
    )  # fmt: skip


def version_of(line: Line, into: Gathered) -> Version:
    """The work of a row as the rules of merging look at it."""
    work = bare_id(line["work_id"])
    taken = into.records["work"][work][0]
    cited = into.records.get("citation_count", {}).get(work, ({}, ""))[0].get("citations", "0")
    is_copy = line["venue_type"] not in (*SERIES, "ebook platform", "")
    return Version(
        work, taken["title"], taken["doi"], taken["published_on"][:4], taken["work_type"], is_copy, int(cited)
    )


def add_merges(works: Sequence[Version], into: Gathered, options: Options) -> None:
    """Records that are one work, each with its rule, and what was left apart."""
    found, apart = merges(works)
    for m in found:
        place = into.records["work"][m.work_id][1]
        into.add(
            "work_merge", f"{m.work_id}|{m.kept_id}", place, "claimed", work_id=m.work_id, kept_id=m.kept_id, verdict="same", rule=m.rule,
            decided_on=options.counted_on,
        )  # fmt: skip
    for a in apart:
        into.settle("work_merge", " ".join(a.work_ids), a.column, a.shared, "apart", a.reason)


def _add_attribution(
    named: Mapping[str, tuple[str, Path]], lines: Sequence[Line], into: Gathered, options: Options
) -> None:
    rows, where = lines, named["works"][0]
    if "candidates" in named:
        where = named["candidates"][0]
        rows = read_lines(*named["candidates"], ("work_id",), (*NEEDED, *IGNORED))
    if not rows or not any(c.startswith(PREFIX) for c in rows[0].cells):
        raise InputError(f"{where} has no column {PREFIX}… that says how works were found. Add one for each strategy.")
    found = searches(rows[0], where, options)
    add_not_searches(rows[0], into, options)
    hits = add_candidates(rows, found, into, options)
    labelled = read_lines(*named["verification"], LABEL_COLUMNS, LABEL_KNOWN) if "verification" in named else []
    add_accepted(hits, add_labels(labelled, into, options), into, options)
    for kind, read in (("candidates", rows), ("verification", labelled)):
        if kind in named:
            into.count(named[kind][0], [line.place for line in read], f"read as {kind} of a programme")


SOURCE = Source(id="openalex_programme", origin=ORIGIN, files="*", read=read, ignored=IGNORED)

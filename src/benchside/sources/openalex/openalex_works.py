"""Works of OpenAlex in any of the forms in which they are downloaded, for programmes that no study of OpenAlex has been made of.

Reads pages of the interface (JSON), JSON lines, Parquet (nested as in the snapshot, or flat) and CSV or XLSX (the site's export,
flat works of others), each also compressed. Names, ids and ORCID iDs of authors, and abstracts, are not taken.
"""

from collections.abc import Mapping
from pathlib import Path

from benchside.errors import InputError
from benchside.model.origin import Extract, Origin
from benchside.sources.base import Source
from benchside.sources.openalex import nested, work_tables
from benchside.sources.openalex.attribution import Attribution, Award, attribution_of
from benchside.sources.openalex.cells import Gathered, Line, bare_id
from benchside.sources.openalex.fetching import FETCH
from benchside.sources.openalex.openalex_programme import add_merges, add_project, version_of
from benchside.sources.openalex.work_files import Objects, files_of, told, unknown_fields
from benchside.sources.openalex.works import add_work
from benchside.sources.tables.book import FILE, Book
from benchside.sources.tables.cells import slug
from benchside.sources.tables.files import Part
from benchside.sources.tables.json_records import Broken
from benchside.sources.tables.rows import recognise

ORIGIN = Origin(
    producer="OpenAlex (OurResearch)",
    title="Works of OpenAlex",
    citation="OpenAlex, openalex.org: works, as downloaded",
    licence="CC0-1.0",
    url="https://openalex.org",
)
KEEPS = "Correct it; the work was taken."


class _Reading:
    """What one reading gathers: records, the tallies of tables, and the works that were taken."""

    def __init__(self, said: Attribution, names: str):
        self.said, self.options = said, said.options
        self.into = Gathered(document=f"openalex-{said.texts.get('project') or slug(names)[:60]}")
        self.book = Book()
        self.taken: list[Line] = []
        self.unknown: set[tuple[str, str]] = set()

    def take(self, line: Line, awards: list[Award]) -> bool:
        """Keeps a work and whose it is; False where it was refused."""
        if not add_work(line, self.into, self.options):
            return False
        self.taken.append(line)
        work = bare_id(line["work_id"])
        for project, way in self.said.of(awards).items():
            self.into.add(
                "project_work",
                f"{project}|{work}",
                line.place,
                "registry",
                project_id=project,
                work_id=work,
                found_by=way,
            )
        return True


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from any number of files of works.

    A decision in the table `(file)` says of each file how many rows it has, how many were accepted and how many refused, by rule.
    Raises `InputError` where a file as a whole is unsafe or unreadable, or where none holds works.
    """
    said = attribution_of(SOURCE.id, options)
    objects, tables, passed = files_of(files)
    if not objects and not tables:
        names = ", ".join(sorted(files)) or "none"
        raise InputError(f"No works of OpenAlex found among {names}. Expected JSON, JSON lines, Parquet, CSV or XLSX.")
    reading = _Reading(said, "-".join(sorted(files)))
    _add_document(reading, ", ".join(sorted(files)))
    for each in objects:
        _read_objects(reading, each)
    for part in tables:
        _read_table(reading, part)
    return _extract(reading, passed)


def _add_document(reading: _Reading, names: str) -> None:
    """The document that all records cite; with `programme` also the programme and its project, which no other source describes."""
    if reading.options.programme and reading.options.project:
        add_project(reading.into, reading.options, ORIGIN, names)
        return
    reading.into.add(
        "document", reading.into.document, names, document_key=reading.into.document, title=f"{ORIGIN.title}: {names}"[:200],
        publisher=ORIGIN.producer, url=ORIGIN.url, printed_on=reading.options.counted_on, licence=ORIGIN.licence,
    )  # fmt: skip


def _read_objects(reading: _Reading, file: Objects) -> None:
    places = []
    for place, work in file.each():
        places.append(place)
        if isinstance(work, Broken):
            line = told(place, "(record)", work.text[:200])
            reading.into.lose("work", line, "(record)", work.why, "Fetch the file again, or mend the record.")
            continue
        _say_unknown(reading, file.name, place, unknown_fields(work))
        line = nested.flat(work, place)
        if reading.take(line, nested.awards_of(work)):
            _add_addresses(reading, line, work)
    reading.into.count(file.name, places, "read as works, each an object")


def _add_addresses(reading: _Reading, line: Line, work: Mapping) -> None:
    key = bare_id(line["work_id"])
    nested.add_addresses(work, line, key, reading.into)
    if work.get("is_authors_truncated"):
        reading.into.settle(
            "authorship", key, "authorships", "the first hundred authors", "these alone", "a list of the interface is cut; fetch the work by itself"
        )  # fmt: skip


def _say_unknown(reading: _Reading, file: str, place: str, fields: list[str]) -> None:
    for name in fields:
        if (file, name) not in reading.unknown:
            reading.unknown.add((file, name))
            do = "See whether it should be taken, and add it to the source."
            reading.into.refuse("work", told(place, name, name), name, "this field is not known, so it is not read", do)


def _read_table(reading: _Reading, part: Part) -> None:
    sheet = recognise(part, reading.book, work_tables.KNOWN)
    if sheet is None:
        return
    tally = reading.book.tallies[sheet.name]
    for row in sheet.rows():
        tally.rows += 1
        line = work_tables.line_of(row)
        if not reading.take(line, work_tables.awards_of(row)):
            rule = reading.into.lost[line.place]
            tally.refused[rule] = tally.refused.get(rule, 0) + 1


def _extract(reading: _Reading, passed: Mapping[str, str]) -> Extract:
    for name, why in passed.items():
        reading.book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    add_merges([version_of(line, reading.into) for line in reading.taken], reading.into, reading.options)
    tables = reading.book.extract()
    return Extract(
        reading.into.pieces(),
        [*reading.into.decisions, *tables.decisions],
        [*reading.into.refusals, *tables.refusals],
    )


SOURCE = Source(
    id="openalex_works",
    origin=ORIGIN,
    files="**/*",
    fetch=FETCH,
    read=read,
    expects={"work": (1, 2_000_000)},
    ignored={**work_tables.EXPORT.ignored, "prov_…": work_tables.SEARCH_REASON},
)
"""The bounds are those of any download, from one work to all of a large funder."""

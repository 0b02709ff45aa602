"""What the readers of all tables share: projects under their keys, documents, and dates.

A project is described by the table of projects. One that other tables name alone is kept with what they say of it, so that no
row of theirs is lost.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchside.errors import UsageError, unknown
from benchside.model.codes import CODES
from benchside.sources.cordis import cells
from benchside.sources.tables.book import Book, twin
from benchside.sources.tables.named_projects import NamedProjects
from benchside.sources.tables.rows import Row, Sheet

LICENCE = "© European Union, CORDIS; reuse authorised with acknowledgement (Decision 2011/833/EU), datasets CC BY 4.0"
PRODUCER = "Publications Office of the European Union, CORDIS"
UNSTATED = "unstated"


@dataclass(frozen=True)
class Options:
    """What `programme.toml` says: the day of the extract, the programme of projects that state none, keys, state of amounts.

    `project_ids` gives grant numbers the keys under which other sources know the projects.
    """

    as_of: str = ""
    programme: str = ""
    state: str = "registry"
    project_ids: Mapping[str, str] = field(default_factory=dict)


def options_of(written: Mapping[str, object]) -> Options:
    """The options as written; `UsageError` for one that is not known or not right."""
    known = ("as_of", "programme", "project_ids", "state")
    for name in written:
        if name not in known:
            raise unknown("option of the source cordis", name, known, do="Correct programme.toml.")
    as_of, programme = str(written.get("as_of", "")), str(written.get("programme", ""))
    state, keys = str(written.get("state", "registry")), written.get("project_ids", {})
    if not re.fullmatch(r"(\d{4}(-\d\d){0,2})?", as_of):
        raise UsageError(
            f"programme.toml: cordis, as_of = {as_of!r}, expected the day of the extract such as 2022-07-01."
        )
    if programme and programme not in cells.FRAMEWORKS:
        raise unknown("framework programme", programme, cells.FRAMEWORKS, do="Correct `programme` in programme.toml.")
    if state not in CODES["money_state"]:
        raise unknown("state of amounts", state, CODES["money_state"], do="Correct `state` in programme.toml.")
    if not isinstance(keys, Mapping):
        raise UsageError(
            'programme.toml: cordis, project_ids: expected grant number = key, such as 115303 = "abirisk".'
        )
    return Options(as_of, programme, state, {str(k): str(v) for k, v in keys.items()})


@dataclass
class Register:
    """The book, the options, and what the tables have said of projects so far."""

    book: Book
    options: Options
    named: NamedProjects = field(init=False)
    rcns: dict[str, str] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    topic_calls: dict[str, str] = field(default_factory=dict)
    first_topic: dict[str, tuple[str, str]] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)
    latest_of: dict[str, str] = field(default_factory=dict)
    participated: dict[str, str] = field(default_factory=dict)
    described: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """Project → file, place and day of the reading that is kept."""

    def __post_init__(self) -> None:
        self.named = NamedProjects(self.book, self.options.project_ids)

    def dated(self, row: Row) -> str:
        """The day on which the register last changed the row; without one the day of the extract, or nothing."""
        day = row.day("contentUpdateDate") if "contentUpdateDate" in row.sheet.at else ""
        if day > self.latest.get(row.sheet.name, ""):
            self.latest[row.sheet.name] = day
        return day or self.options.as_of

    def programme(self, code: str) -> str:
        """The programme's record, made where there is none; its key."""
        name = cells.FRAMEWORKS.get(code, "Framework programme not stated")
        self.book.add("programme", code, "", {"programme_id": code, "name": name})
        return code

    def finish(self, sheets: list[Sheet]) -> None:
        """Writes what only all tables together tell: topics, projects that no table describes, and the documents."""
        self._write_mentioned()
        for code, title in self.topics.items():
            self.book.add(
                "topic", code, "", {"topic_id": code, "call_id": self.topic_calls.get(code, ""), "title": title or code}
            )
        for sheet in sheets:
            self._write_document(sheet)

    def _write_mentioned(self) -> None:
        for key, said in self.named.mentions.items():
            if self.book.has("project", key):
                continue
            topic, framework = self.first_topic.get(key, ("", ""))
            programme = self.programme(said.programme or framework or self.options.programme or UNSTATED)
            reason = "no table of projects describes it: it is kept with what other tables say of it"
            self.book.add("project", key, said.place, {
                "project_id": key, "acronym": said.acronym or said.grant, "programme_id": programme, "grant_number": said.grant,
                "topic_id": topic, "document_id": said.document, "grade": "registry", "note": reason,
            })  # fmt: skip
            self.book.apply(
                "(all files)",
                "project",
                "acronym, title, dates",
                reason,
                key,
                said.acronym or "missing",
                said.acronym or said.grant,
            )

    def _write_document(self, sheet: Sheet) -> None:
        self.book.add("document", sheet.document, "", {
            "document_key": sheet.document, "title": f"CORDIS, {sheet.layout.id}: {sheet.name}", "publisher": PRODUCER,
            "url": "https://cordis.europa.eu", "printed_on": self.options.as_of or self.latest.get(sheet.name, ""), "licence": LICENCE,
        })  # fmt: skip


def classify(register: Register, row: Row, project: str, scheme: str, code: str, name: str, **more: str) -> None:
    """A project's class in a scheme. The same class twice in one file is refused; in two files it says nothing new."""
    key = f"{project}|{scheme}|{code}"
    values = {"project_id": project, "scheme": scheme, "code": code, "name": name, **more, **row.proof}
    if not register.book.add("project_class", key, row.place, values):
        at = register.book.records["project_class"][key][1]
        if at != row.place and at.rpartition(" row ")[0] == row.sheet.name:
            raise twin(scheme, code, "the project stands in this class", at)

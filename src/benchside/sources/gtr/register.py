"""What the readers of all tables of Gateway to Research share: projects and organisations under their keys, and outcomes.

A project and an organisation bear the register's id as their key. An outcome that several projects report bears one id of the
reporting system: it is one record, and each report of it is a record of its own that ties it to a project.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from benchside.errors import UsageError, unknown
from benchside.sources.gtr import cells
from benchside.sources.gtr.words import FUNDERS
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import Book, twin
from benchside.sources.tables.rows import Row, Sheet

LICENCE = "Open Government Licence v3.0"
PRODUCER = "UK Research and Innovation, Gateway to Research"
UNSTATED = "unstated"
PROJECT_RULE = "the register's id of a project"


@dataclass(frozen=True)
class Options:
    """What `programme.toml` says: the day of the extract, which is the date of amounts and of outcomes that bear none."""

    as_of: str = ""


def options_of(written: Mapping[str, object]) -> Options:
    """The options as written; `UsageError` for one that is not known or not right."""
    for name in written:
        if name != "as_of":
            raise unknown("option of the source gtr", name, ("as_of",), do="Correct programme.toml.")
    as_of = str(written.get("as_of", ""))
    if not re.fullmatch(r"(\d{4}(-\d\d){0,2})?", as_of):
        raise UsageError(f"programme.toml: gtr, as_of = {as_of!r}, expected the day of the extract such as 2018-04-06.")
    return Options(as_of)


@dataclass
class Mention:
    """A project that a table names: its reference and funder as far as rows tell, and where it was first named."""

    place: str
    document: str
    reference: str = ""
    funder: str = ""


@dataclass(frozen=True)
class Amount:
    """An amount of further funding: of which outcome, how much, in which currency, from whom."""

    outcome: str
    amount: Decimal
    currency: str
    funder: str


@dataclass
class Register:
    """The book, the options, and what the tables have said so far. `partners`: project and name → organisation."""

    book: Book
    options: Options
    mentions: dict[str, Mention] = field(default_factory=dict)
    partners: dict[tuple[str, str], str] = field(default_factory=dict)
    funding: list[Amount] = field(default_factory=list)

    def project(self, row: Row) -> str:
        """The key of the project that a row names, which is remembered as named."""
        key = row.need("project_id", table_cells.key, PROJECT_RULE)
        said = self.mentions.get(key)
        if said is None:
            said = self.mentions[key] = Mention(row.place, row.sheet.document)
        if not said.reference:
            said.reference, said.funder = row["grant_reference"], row["funder"]
            if row["lead_org_id"]:
                add_lead(self, row, key)
        return key

    def programme(self, row_funder: str) -> str:
        """The programme's record, made where there is none; its key."""
        key = table_cells.key(row_funder) or UNSTATED
        name = FUNDERS.get(row_funder, row_funder or "Funder not stated")
        self.book.add("programme", key, "", {"programme_id": key, "name": name})
        return key

    def finish(self, sheets: list[Sheet]) -> None:
        """Writes what only all tables together tell: projects that none describes, the documents, the weight of large amounts."""
        for key, said in self.mentions.items():
            if not self.book.has("project", key):
                self._write_mentioned(key, said)
        for sheet in sheets:
            self.book.add("document", sheet.document, "", {
                "document_key": sheet.document, "title": f"Gateway to Research, {sheet.layout.id}: {sheet.name}", "publisher": PRODUCER,
                "url": "https://gtr.ukri.org", "printed_on": self.options.as_of, "licence": LICENCE,
            })  # fmt: skip
        self._weigh_funding()

    def _write_mentioned(self, key: str, said: Mention) -> None:
        reason = "no table of projects describes it: it is kept with what the tables of outcomes say of it"
        named = said.reference or key
        self.book.add("project", key, said.place, {
            "project_id": key, "acronym": named, "programme_id": self.programme(said.funder), "document_id": said.document,
            "grade": "registry", "note": reason,
        })  # fmt: skip
        add_reference(self.book, key, said.reference, said.place, {"document_id": said.document, "grade": "registry"})
        self.book.apply("(all files)", "project", "title, dates", reason, key, named, named)

    def _weigh_funding(self) -> None:
        """Says what the largest amount weighs, and those that are not in pounds, although the column says pounds."""
        if not self.funding:
            return
        total = sum((f.amount for f in self.funding), Decimal(0))
        most = max(self.funding, key=lambda f: (f.amount, f.outcome))
        others = [f for f in self.funding if f.currency != "GBP"]
        foreign = sum((f.amount for f in others), Decimal(0))
        reason = (
            f"{_share(most.amount, total)} of the sum {total} of all {len(self.funding)} amounts as printed; given by {most.funder}. "
            "The column says pounds, the currency beside it says otherwise, and no rate is given"
        )
        if most.currency == "GBP":
            reason = reason.partition(". ")[0]
        kept = f"{most.amount}, currency {most.currency or 'not stated'}"
        self.book.settle("further_funding", most.outcome, "amount", f"the largest amount, {most.amount}", kept, reason)
        if others:
            self.book.settle(
                "further_funding", f"{len(others)} records", "currency", f"{foreign} printed as pounds", "kept, in no sum of pounds",
                f"{_share(foreign, total)} of the sum of all amounts is said to be in another currency, and nothing says that it was converted",
            )  # fmt: skip


def _share(part: Decimal, whole: Decimal) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "no part"


def add_reference(book: Book, project: str, reference: str, place: str, proof: dict[str, str]) -> None:
    """The funder's reference of a grant as an identifier of the project."""
    if reference:
        value = table_cells.key(reference)
        book.add("project_identifier", f"{project}|{value}", place, {
            "project_id": project, "scheme": "grant_number", "value": value, **proof,
        })  # fmt: skip


def organisation_key(text: str) -> str:
    """The key of an organisation by the register's id."""
    return f"gtr-{table_cells.key(text)}"


def add_organisation(register: Register, row: Row, own: str, name: str, country: str = "", postcode: str = "") -> str:
    """The organisation's record, made where there is none; a place where the row knows one. Its key."""
    key = organisation_key(own)
    register.book.add("organisation", key, row.place, {
        "organisation_id": key, "name": table_cells.words(name) or own, "country": country, **row.proof,
    })  # fmt: skip
    if country or postcode:
        register.book.add("organisation_place", key, row.place, {
            "organisation_place_id": f"{key}:1", "organisation_id": key, "country": country, "postcode": postcode, **row.proof,
        })  # fmt: skip
    return key


def add_participation(register: Register, row: Row, project: str, organisation: str, role: str) -> bool:
    """An organisation that the grant names; the register does not say of which sort it is."""
    key = f"{project}:{organisation}"
    return register.book.add("participation", key, row.place, {
        "participation_id": key, "project_id": project, "organisation_id": organisation, "partner_group": "unknown",
        "group_basis": "the register does not say it", "role": role, **row.proof,
    })  # fmt: skip


def add_lead(register: Register, row: Row, project: str) -> None:
    """The organisation that leads a project, where the row names it."""
    organisation = add_organisation(register, row, row["lead_org_id"], row["lead_org_name"])
    add_participation(register, row, project, organisation, "coordinator")


def add_outcome(register: Register, row: Row, kind: str, values: dict[str, str]) -> tuple[str, str, bool]:
    """An outcome that a row reports: its key, the project, and whether this is the first report of it.

    The same outcome twice by one project in one file is refused. Of reports that differ the first counts, and it is said.
    """
    book, project = register.book, register.project(row)
    key = f"{kind}:{row.need('outcomeId', cells.own_id, 'the id of an outcome')}"
    tie = f"{project}|{key}"
    if not book.add("project_outcome", tie, row.place, {"project_id": project, "outcome_id": key, **row.proof}):
        at = book.records["project_outcome"][tie][1]
        if at.rpartition(" row ")[0] == row.sheet.name:
            raise twin("outcomeId", key, "the project reports this outcome", at)
    said = {"outcome_id": key, "kind": kind, **values}
    if book.add("outcome", key, row.place, {**said, **row.proof}):
        return key, project, True
    before = book.get("outcome", key)
    for column, value in said.items():
        if value != before.get(column, "") and column != "organisation_id":
            row.apply(column, "of reports of one outcome that differ the first counts", value, before.get(column, ""))
    row.apply("outcomeId", "an outcome that several projects report is one outcome, of each of them", key, key)
    return key, project, False


def coded(row: Row, column: str, words: Collection[str], what: str) -> str:
    """The word in its one spelling; empty where the cell is empty, or where the word is not known: then the cell is refused."""

    def parse(text: str) -> str:
        found = cells.spelt(text)
        if found not in words:
            raise ValueError(text)
        return found

    return row.read(column, parse, f"a known {what}: {', '.join(words)}")

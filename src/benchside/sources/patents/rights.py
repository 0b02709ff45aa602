"""Rights as they are gathered from the tables, and the records they become.

A patent record is one publication; publications of one family are one invention. Of inventors only their number is kept, also
where an inventor is the applicant.
"""

from dataclasses import dataclass, field

from benchside.sources.patents.options import Options
from benchside.sources.tables import cells
from benchside.sources.tables.book import Book, RefusedRow
from benchside.sources.tables.patent_kinds import APPLICATION, GRANTED


@dataclass
class Publication:
    """One publication: its number with authority and kind, its stage, its day, and where it stands."""

    number: str
    stage: str
    published_on: str
    place: str
    proof: dict[str, str]


@dataclass
class Right:
    """An application, or a row of a list: what is said of it, and its publications."""

    key: str
    place: str
    proof: dict[str, str]
    file: str
    title: str = ""
    application: str = ""
    family: str = ""
    priority_on: str = ""
    filed_on: str = ""
    is_granted: bool = False
    inventors: int | None = None
    state: str = ""
    publications: list[Publication] = field(default_factory=list)
    owners: dict[str, None] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)

    @property
    def applied_on(self) -> str:
        """The earliest day on which something was applied for: the priority, the filing, or else a publication."""
        days = [self.priority_on, self.filed_on, *(p.published_on for p in self.publications)]
        return min(filter(None, days), default="")

    @property
    def has_grant(self) -> bool:
        """Is it said to be granted, or was a grant of it published?"""
        return self.is_granted or any(p.stage == GRANTED for p in self.publications)

    @property
    def granted_on(self) -> str:
        """The day of the first publication of a grant; empty where none is dated."""
        return min((p.published_on for p in self.publications if p.stage == GRANTED and p.published_on), default="")

    @property
    def note(self) -> str:
        """What the model has no column for: how many inventors, and whether the right was given up or lost."""
        said = [f"{self.inventors} inventors" if self.inventors else "", self.state]
        return "; ".join(filter(None, said))


def write(rights: list[Right], book: Book, options: Options) -> None:
    """Patents, their owners, and for each family one application and one grant where the project brought it forth."""
    inventions: dict[tuple[str, str], list[Right]] = {}
    for right in rights:
        named = [right.family, right.application, *(p.number for p in right.publications)]
        project = options.project_of(named)
        if not project:
            _refuse(right, book)
            continue
        _write_patents(right, project, book, options)
        inventions.setdefault((project, right.family or right.key), []).append(right)
    if options.ground == "foreground":
        for (project, family), members in inventions.items():
            _write_events(project, family, members, book)


def _refuse(right: Right, book: Book) -> None:
    """A right whose project nobody says: its rows are refused, with those of its publications."""
    do = "Name it in the option projects of programme.toml."
    why = RefusedRow(
        "family", right.family or right.key, "no project is named for this family, application or publication", do
    )
    for place in dict.fromkeys([right.place, *(p.place for p in right.publications)]):
        book.refuse_row(place.rpartition(" row ")[0], "patent", place, why)


def _write_patents(right: Right, project: str, book: Book, options: Options) -> None:
    publications = right.publications or [_unpublished(right, book)]
    for each in publications:
        key = cells.key(f"{project}:{each.number}")
        book.add("patent", key, each.place, {
            "patent_id": key, "project_id": project, "title": right.title, "ground": options.ground, "stage": _stage(right, each),
            "application": right.application, "publication": each.number, "family": right.family, "priority_on": right.priority_on,
            "filed_on": right.filed_on, "published_on": each.published_on, "note": right.note, **each.proof,
        })  # fmt: skip
        for name in (n for n in right.owners if n.casefold() not in right.persons):
            own = cells.key(f"{key}:{name}")
            book.add("patent_owner", own, right.place, {"patent_owner_id": own, "patent_id": key, "organisation_id": "", "name": name, **right.proof})  # fmt: skip


def _stage(right: Right, of: Publication) -> str:
    """The publication's own stage; an application that was withdrawn stands so, unless the right was granted."""
    is_withdrawn = right.state == "withdrawn" and not right.has_grant
    return "withdrawn" if is_withdrawn else of.stage


def _unpublished(right: Right, book: Book) -> Publication:
    reason = "an application of which the tables have no publication is kept under its own number"
    book.apply(right.file, "patent", "publication", reason, right.place, "missing", right.application)
    return Publication(right.application, GRANTED if right.is_granted else APPLICATION, "", right.place, right.proof)


def _write_events(project: str, family: str, members: list[Right], book: Book) -> None:
    """One event for the family, whatever the number of its members: applied for, and granted where one was."""
    first = min(members, key=lambda right: (right.applied_on or "9999", right.key))
    granted = [r for r in members if r.has_grant]
    events = {"patent_application": first.applied_on}
    if granted:
        events["patent_granted"] = min(filter(None, (r.granted_on for r in granted)), default="")
    for kind, day in events.items():
        key = cells.key(f"{project}:{kind}:{family}")
        book.add("exploitation_event", key, first.place, {
            "exploitation_event_id": key, "project_id": project, "kind": kind, "name": first.title or first.application or family,
            "family": next((r.family for r in members), ""), "happened_on": day, **first.proof,
        })  # fmt: skip

"""What a catalogue says of the programme's data set, gathered once for the vocabularies in which it is said."""

from dataclasses import dataclass

from benchside.exports.base import Given, urn
from benchside.exports.datapackage import PROFILE, slug
from benchside.exports.origins import Provider, providers
from benchside.model.tables import RECORD_TYPES

PACKAGE = "datapackage.json"
"""Where the files are: the data package, expected beside the description."""
PACKAGE_TITLE = "Frictionless Data Package of all records"
PACKAGE_FORM = PROFILE


@dataclass(frozen=True)
class About:
    """The data set in the words of its programme. Texts are empty and `period` holds None where something is not known."""

    identifier: str
    title: str
    description: str
    publisher: str
    contact: str
    date: str
    version: str
    period: tuple[str | None, str | None]
    keywords: tuple[str, ...]
    tables: tuple[str, ...]
    providers: list[Provider]

    @property
    def address(self) -> str:
        """The contact where it is a page."""
        return self.contact if self.contact.startswith(("http://", "https://")) else ""

    @property
    def mail(self) -> str:
        """The contact where it is a mail address."""
        return self.contact if "@" in self.contact and not self.address else ""


def about(given: Given) -> About:
    """Read it from the build and the settings. The period is that of the projects; keywords are the programme's areas."""
    manifest = given.desk.build.manifest
    counts = {table: n for table, n in manifest["counts"].items() if n and table in RECORD_TYPES}
    days = given.rows("project")
    starts, ends = ([day[c].isoformat() for day in days if day[c]] for c in ("start_on", "end_on"))
    return About(
        identifier=urn("programme", slug(given.title)),
        title=given.title,
        description=(
            f"The records behind the figures of {given.title}: {sum(counts.values())} records in {len(counts)} tables"
            f"{f', as of {given.date}' if given.date else ''}. Each record bears its source, and where it has one its document."
        ),
        publisher=given.programme.get("publisher") or "",
        contact=given.programme.get("contact") or "",
        date=given.date,
        version=manifest["content_hash"][:16],
        period=(min(starts, default=None), max(ends, default=None)),
        keywords=tuple(sorted({row["name"] for row in given.rows("area")})),
        tables=tuple(RECORD_TYPES[t].title for t in counts),
        providers=providers(given.desk.build),
    )

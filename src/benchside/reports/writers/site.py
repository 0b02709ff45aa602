"""The site that is being written: its pages, the names of its files, and the one place where HTML is made from templates.

Everything that comes from records is escaped by the templates; nothing else in this room builds HTML from text.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from benchside.charts.readable import few_waited
from benchside.figures.scope import parse
from benchside.indicators.catalogue import all_dimensions, all_indicators
from benchside.model.rounding import grouped
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.records import coded
from benchside.reports.units import beside

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]*")


def file_name(key: str) -> str:
    """A name for a key's file: the key itself where it is plain, otherwise what is plain of it and a short hash."""
    if _PLAIN.fullmatch(key) and key != "index":
        return key
    plain = re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")[:40]
    return f"{plain}-{hashlib.sha256(key.encode()).hexdigest()[:8]}".lstrip("-")


@dataclass
class Site:
    """Pages of one edition, written below a folder."""

    edition: Edition
    folder: Path
    subject: str
    names: dict = field(default_factory=dict)
    drawings: dict = field(default_factory=dict)

    def __post_init__(self):
        self._environment = Environment(
            loader=PackageLoader("benchside.reports", "templates/html"),
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._environment.globals.update(
            edition=self.edition, desk=self.edition.desk, records=self.edition.records, words=words, coded=coded,
            grouped=grouped, subject=self.subject, file_name=file_name, href=self.href, foot=_foot(self.edition), safe_url=safe_url, dimension_title=lambda name: all_dimensions()[name].title,
            indicator_title=lambda name: all_indicators()[name].title, unit_beside=beside, few_waited=few_waited, scope_said=self.scope_said, **self.names,
        )  # fmt: skip

    def scope_said(self, text: str) -> str:
        """A written scope as a reader calls it: `programme=IMI2` is the programme's name."""
        parts = [(key, value) for key, values in parse(text).items() for value in values]
        names = [self.edition.desk.labels(key).get(value) or value for key, value in parts]
        return ", ".join(names) or "everything recorded"

    def page(self, path: str, template: str, **values: object) -> None:
        """Write one page; `root` leads from it back to the site's folder."""
        root = "../" * path.count("/")
        self.text(path, self._environment.get_template(template).render(root=root, path=path, **values))

    def text(self, path: str, text: str) -> None:
        """Write one file below the site's folder."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def piece(self, name: str, **values: object) -> Markup:
        """A piece of a page: the macro of that name in `pieces.html`."""
        return getattr(self._environment.get_template("pieces.html").module, name)(**values)

    def href(self, table: str, key: str | None, root: str = "") -> str | None:
        """Where a record is shown, if anywhere."""
        if table in ("story", "area") and self.edition.records.get(table, key) is None:
            return None
        if table == "story":
            return f"{root}stories/{file_name(key or '')}.html"
        if table == "area":
            return f"{root}areas/{file_name(key or '')}.html"
        project = self.edition.records.project_of(table, key)
        if not project or self.edition.records.get("project", project) is None:
            return None
        place = f"#asset-{file_name(key or '')}" if table == "asset" else ""
        return f"{root}projects/{file_name(project)}.html{place}"


def safe_url(address: str | None) -> bool:
    """Is it an address a page may lead to? Anything but http and https is shown as text."""
    return bool(address) and address.lower().startswith(("http://", "https://"))


def _foot(edition: Edition) -> dict:
    """What the foot of every page says of the build, and when the first definition is to be reviewed."""
    manifest = edition.desk.build.manifest
    due = min((i.review_due for i in all_indicators().values()), default="no date")
    return {
        "build": edition.desk.build.name, "hash": manifest["content_hash"], "benchside": manifest["benchside"], "review": due,
    }  # fmt: skip

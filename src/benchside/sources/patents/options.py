"""What `programme.toml` says of patents: whose they are, and whether the project brought them forth."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchside.errors import UsageError, unknown
from benchside.model.codes import CODES

KNOWN = ("project", "projects", "project_ids", "ground", "programme", "programme_name", "as_of")


@dataclass(frozen=True)
class Options:
    """`project` is that of all rights, `projects` names it for a family, an application or a publication.

    `project_ids` gives grant numbers the keys of projects. `ground` says of all rights that are not in a table of CORDIS whether
    the project brought them forth; where nobody says it they count as no result. With `programme` the projects are written,
    because no other source describes them.
    """

    project: str = ""
    projects: Mapping[str, str] = field(default_factory=dict)
    project_ids: Mapping[str, str] = field(default_factory=dict)
    ground: str = "unknown"
    programme: str = ""
    programme_name: str = ""
    as_of: str = ""

    def project_of(self, names: Iterable[str]) -> str:
        """The project of a right that bears these numbers; empty where nobody says it."""
        return next((self.projects[n] for n in names if n in self.projects), self.project)


def options_of(written: Mapping[str, object]) -> Options:
    """The options as written; `UsageError` for one that is not known or not right."""
    for name, value in written.items():
        if name not in KNOWN:
            raise unknown("option of the source patents", name, KNOWN, do="Correct programme.toml.")
        is_table = name in ("projects", "project_ids")
        if is_table and not isinstance(value, Mapping):
            raise UsageError(
                f'programme.toml: patents, {name} = {value!r}, expected a table such as 48874464 = "alpha".'
            )
    said = {n: str(v) for n, v in written.items() if not isinstance(v, Mapping)}
    tables = {n: {str(k): str(v) for k, v in t.items()} for n, t in written.items() if isinstance(t, Mapping)}
    if said.get("ground", "unknown") not in CODES["patent_ground"]:
        raise unknown(
            "ground of patents", said["ground"], CODES["patent_ground"], do="Correct `ground` in programme.toml."
        )
    if not re.fullmatch(r"(\d{4}(-\d\d){0,2})?", said.get("as_of", "")):
        raise UsageError(
            f"programme.toml: patents, as_of = {said['as_of']!r}, expected the day of the extract such as 2024-06-30."
        )
    return Options(**said, **tables)  # type: ignore[arg-type]

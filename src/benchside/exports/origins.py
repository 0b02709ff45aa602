"""Where the records of a build came from: the origins that the snapshots keep, and their licences in words others know."""

import re
from dataclasses import dataclass

from benchside.exports.base import filled
from benchside.model.origin import Origin
from benchside.store.reading import Build
from benchside.store.snapshots import origin_of

LICENCES = {
    r"\bCC0\b": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    r"\bCC[- ]BY[- ]4\.0\b": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    r"\bOpen Government Licence( v(ersion )?| )?3\.0\b": (
        "OGL-UK-3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
}
"""How a licence is written in an origin → its SPDX name and address. What is not listed keeps its own words and no name."""
UNNAMED = "other"
"""Stands where a licence has words only: a name is required, and none may be guessed."""


@dataclass(frozen=True)
class Provider:
    """A source of the build: its id, its snapshots and the origin that it stated when they were taken."""

    id: str
    snapshots: tuple[str, ...]
    origin: Origin

    @property
    def licence(self) -> dict[str, str]:
        """The licence as a Data Package writes it: a name, a title in the origin's own words, an address where it is known."""
        name, address = licence_of(self.origin.licence)
        return filled({"name": name or UNNAMED, "path": address, "title": self.origin.licence})

    @property
    def reference(self) -> dict[str, str]:
        """The origin as a Data Package writes a source."""
        o = self.origin
        path = o.url if o.url.startswith(("http://", "https://")) else ""
        return filled({"title": f"{o.producer}: {o.title}", "path": path, "version": o.version})


def licence_of(words: str) -> tuple[str, str]:
    """The SPDX name and address of a licence; empty where the words name none of the known ones, or several."""
    found = [known for pattern, known in LICENCES.items() if re.search(pattern, words)]
    return found[0] if len(found) == 1 else ("", "")


def providers(build: Build) -> list[Provider]:
    """The sources that a build was made of, in the order of their ids."""
    taken: dict[str, list[str]] = {}
    for source, snapshot in build.manifest["snapshots"]:
        taken.setdefault(source, []).append(snapshot)
    store = build.folder.parents[1]
    return [Provider(id, tuple(sorted(ids)), origin_of(store, sorted(ids)[-1])) for id, ids in sorted(taken.items())]


def licences(found: list[Provider]) -> list[dict[str, str]]:
    """Their licences, each once, in the order of the sources."""
    seen = {tuple(p.licence.items()): p.licence for p in found}
    return list(seen.values())

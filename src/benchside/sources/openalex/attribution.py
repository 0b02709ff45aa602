"""Whose works these are: what `programme.toml` says of works that no study has judged.

A work is a project's because the whole file is (`project`), because it acknowledges a grant (`grants`), or because it names a
funder (`funders`). Nothing is guessed from a name or a title.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchside.errors import UsageError, unknown
from benchside.model.codes import CODES
from benchside.sources.openalex.cells import bare_id
from benchside.sources.openalex.options import Options

_TEXTS = {
    "counted_on": "when the database was read, such as 2026-06",
    "project": "the key of the project that all works of the files belong to",
    "found_by": "how they were found, a code of found_by; needed with project",
    "programme": "the programme's key, where no other source describes the project",
    "programme_name": "the programme's name",
    "acronym": "the project's acronym",
    "title": "the project's title",
}
_TABLES = {
    "grants": "grant number = key of the project",
    "funders": "id or name of a funder = key of the project",
}
KNOWN = (*_TEXTS, *_TABLES, "grant_funders")
_DIGITS = re.compile(r"\d{5,}")


@dataclass(frozen=True)
class Award:
    """One award as a work names it: the funder's id and name, and the number as the funder writes it; each may be empty."""

    funder_id: str = ""
    funder: str = ""
    number: str = ""


@dataclass(frozen=True)
class Attribution:
    """The options of one `[[source]]`. `grant_funders` are the funders whose numbers are meant, all where it is empty."""

    counted_on: str
    texts: Mapping[str, str] = field(default_factory=dict)
    grants: Mapping[str, str] = field(default_factory=dict)
    funders: Mapping[str, str] = field(default_factory=dict)
    grant_funders: tuple[str, ...] = ()

    @property
    def options(self) -> Options:
        """The same, as the readers of works take them."""
        said = self.texts.get
        return Options(
            said("project", ""), said("programme", ""), self.counted_on, acronym=said("acronym", ""), title=said("title", ""),
            programme_name=said("programme_name", ""),
        )  # fmt: skip

    def of(self, awards: Iterable[Award]) -> dict[str, str]:
        """Project → the strongest way in which a work with these awards is known to be its own."""
        found: dict[str, str] = {}
        for award in awards:
            if (number := self._numbered(award)) in self.grants:
                found[self.grants[number]] = "grant_number"
        for award in awards:
            for name in (award.funder_id, award.funder.casefold()):
                if name and name in self.funders:
                    found.setdefault(self.funders[name], "funder")
        if self.texts.get("project"):
            found.setdefault(self.texts["project"], self.texts["found_by"])
        return found

    def _numbered(self, award: Award) -> str:
        """The grant number that an award bears: the whole of it, or its one run of five digits or more that is a grant."""
        if self.grant_funders and not {award.funder_id, award.funder.casefold()} & set(self.grant_funders):
            return ""
        written = plain_number(award.number)
        if written in self.grants:
            return written
        inside = {run for run in _DIGITS.findall(award.number) if run in self.grants}
        return inside.pop() if len(inside) == 1 else ""


def plain_number(text: str) -> str:
    """A grant number as it is compared: without blanks, in capitals.

    >>> plain_number(" mr/k000001/1 ")
    'MR/K000001/1'
    """
    return "".join(text.split()).upper()


def _funder(text: str) -> str:
    bare = bare_id(text.strip())
    return bare if re.fullmatch(r"F\d+", bare) else bare.casefold()


def attribution_of(source: str, written: Mapping[str, object]) -> Attribution:
    """The options as written; `UsageError` for one that is not known, lacking or not right."""
    for name in written:
        if name not in KNOWN:
            raise unknown(f"option of the source {source}", name, KNOWN, do="Correct programme.toml.")
    texts = {name: _text(source, name, written[name]) for name in _TEXTS if name in written}
    if not texts.get("counted_on"):
        raise UsageError(
            f"The source {source} needs the option counted_on ({_TEXTS['counted_on']}). Add it to programme.toml."
        )
    _check_found_by(source, texts)
    tables = {name: _table(source, name, written.get(name, {})) for name in _TABLES}
    return Attribution(
        texts["counted_on"],
        texts,
        {plain_number(k): v for k, v in tables["grants"].items()},
        {_funder(k): v for k, v in tables["funders"].items()},
        tuple(_funder(f) for f in _list(source, written.get("grant_funders", []))),
    )


def _check_found_by(source: str, texts: Mapping[str, str]) -> None:
    codes = CODES["found_by"]
    if texts.get("project") and texts.get("found_by") not in codes:
        raise UsageError(
            f"programme.toml: {source}, found_by = {texts.get('found_by', '')!r}: with `project` it must say how the works were "
            f"found, one of {', '.join(codes)}."
        )


def _text(source: str, name: str, value: object) -> str:
    value = value.isoformat() if hasattr(value, "isoformat") else value  # type: ignore[union-attr]
    if not isinstance(value, str):
        raise UsageError(f"programme.toml: {source}, {name} = {value!r}, expected a text: {_TEXTS[name]}.")
    if name == "counted_on" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        raise UsageError(f"programme.toml: {source}, counted_on = {value!r}, expected {_TEXTS[name]}.")
    return value.strip()


def _table(source: str, name: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(v, str) and v for v in value.values()):
        raise UsageError(f"programme.toml: {source}, {name} = {value!r}, expected a table: {_TABLES[name]}.")
    return {str(k): str(v) for k, v in value.items()}


def _list(source: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise UsageError(
            f"programme.toml: {source}, grant_funders = {value!r}, expected a list of ids or names of funders."
        )
    return value

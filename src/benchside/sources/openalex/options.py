"""What `programme.toml` says of a set of works: whose they are, when they were counted, and which of them are taken."""

from collections.abc import Mapping
from dataclasses import dataclass

from benchside.errors import UsageError, unknown
from benchside.model.codes import CODES

RULES = {
    "any": "any strategy found the work",
    "strong": "a structured tie found it: its funder or an author's address, as the database records them",
    "two_strategies": "at least two strategies found it",
    "labelled_include": "it was labelled as belonging to the project",
}
"""Rules of attribution that `accept` may name."""

_TEXTS = {
    "project": "the project's key",
    "acronym": "its acronym",
    "title": "its title",
    "programme": "the programme's key",
    "programme_name": "the programme's name",
    "counted_on": "when the database was read, such as 2026-06",
    "labeller": "who labelled: a role or the name of a program",
}
NEEDED = ("project", "programme", "counted_on")


@dataclass(frozen=True)
class Options:
    """The options of one `[[source]]`; `accept` is a rule's name or the strategies of which one must have found a work."""

    project: str
    programme: str
    counted_on: str
    acronym: str = ""
    title: str = ""
    programme_name: str = ""
    labeller: str = ""
    accept: str | tuple[str, ...] = "any"
    strategies: tuple[tuple[str, str], ...] = ()

    @property
    def database(self) -> str:
        """The database and when it was read."""
        return f"OpenAlex {self.counted_on}"

    @property
    def accept_words(self) -> str:
        """The rule of attribution in words."""
        if isinstance(self.accept, str):
            return f"{self.accept}: {RULES[self.accept]}"
        return f"one of {', '.join(self.accept)} found it"


def parse(source: str, written: Mapping[str, object], *, known: tuple[str, ...] = ()) -> Options:
    """The options as written in `programme.toml`; `UsageError` says which to mend."""
    allowed = (*_TEXTS, *known)
    for name in written:
        if name not in allowed:
            raise unknown(f"option of the source {source}", name, allowed, do="Correct programme.toml.")
    texts = {name: _text(source, name, written[name]) for name in _TEXTS if name in written}
    if lacking := [name for name in NEEDED if not texts.get(name)]:
        says = "; ".join(f"{name}: {_TEXTS[name]}" for name in lacking)
        raise UsageError(
            f"The source {source} needs the options {', '.join(lacking)} ({says}). Add them to programme.toml."
        )
    return Options(**texts, accept=_accept(source, written), strategies=_strategies(source, written))


def _text(source: str, name: str, value: object) -> str:
    value = value.isoformat() if hasattr(value, "isoformat") else value  # type: ignore[union-attr]
    if not isinstance(value, str):
        raise UsageError(f"programme.toml: {source}, {name} = {value!r}, expected a text: {_TEXTS[name]}.")
    return value.strip()


def _accept(source: str, written: Mapping[str, object]) -> str | tuple[str, ...]:
    value = written.get("accept", "any")
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return tuple(value)
    if value not in RULES:
        raise UsageError(
            f"programme.toml: {source}, accept = {value!r}, expected one of {', '.join(RULES)}, or a list of strategies."
        )
    return str(value)


def _strategies(source: str, written: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    value = written.get("strategies", {})
    codes = CODES["found_by"]
    if not isinstance(value, Mapping) or not all(v in codes for v in value.values()):
        raise UsageError(
            f"programme.toml: {source}, strategies = {value!r}, expected strategy = code, with a code of found_by: {', '.join(codes)}."
        )
    return tuple((str(k), str(v)) for k, v in value.items())

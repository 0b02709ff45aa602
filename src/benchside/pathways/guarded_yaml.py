"""YAML as plain data with the line of every value: mappings, lists and text, and nothing else.

Every scalar stays text, so that `no` is a word and `1.10` keeps its zero. Anchors, aliases and tags are refused: without them a
small file cannot stand for a large one, and no object is ever made. So are repeated keys, deep nesting, and files larger than any
person writes.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from benchside.errors import InputError

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20


@dataclass(frozen=True)
class Text:
    """A scalar as written; an empty one is the empty text."""

    text: str
    line: int


@dataclass(frozen=True)
class Listed:
    """A list."""

    items: "tuple[Value, ...]"
    line: int


@dataclass(frozen=True)
class Mapped:
    """A mapping; its keys are text, each once."""

    items: "dict[str, Value]"
    lines: dict[str, int]
    line: int


Value = Text | Listed | Mapped


def read_yaml(path: Path) -> Value:
    """The one document of a file. Raises `InputError` that names the line of what cannot be read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise InputError(
            f"{path} has {size} bytes; expected at most {MOST_BYTES} of a file that people write. Name another file."
        )
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text: byte {error.start} cannot be read. Save it as UTF-8.") from error
    return parse_yaml(text, path.name)


def parse_yaml(text: str, where: str) -> Value:
    """The one document of a text."""
    try:
        _check_events(text, where)
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f"line {mark.line + 1}" if mark else "the file"
        raise InputError(f"{where} {line}: {error.problem or error.context}. Expected YAML; mend the line.") from error
    except yaml.YAMLError as error:
        raise InputError(
            f"{where}: {str(error).splitlines()[0]}. Expected YAML text without control characters."
        ) from error
    if node is None:
        raise InputError(f"{where} is empty. Expected a mapping with `nodes` and `edges`.")
    return _value(node, where)


def _check_events(text: str, where: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InputError(
                f"{where} line {line}: anchors and aliases (& and *) are not read. Write the value out where it is meant."
            )
        if getattr(event, "tag", None):
            raise InputError(f"{where} line {line}: the tag {event.tag!r} is not read. Leave tags (!) out.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_DEPTH:
            raise InputError(
                f"{where} line {line}: more than {MOST_DEPTH} levels deep. Expected lists and mappings of a few levels."
            )


def _value(node: yaml.Node, where: str) -> Value:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Text(node.value.strip(), line)
    if isinstance(node, yaml.SequenceNode):
        return Listed(tuple(_value(item, where) for item in node.value), line)
    assert isinstance(node, yaml.MappingNode), "YAML has no other nodes"
    return _mapped(node, where, line)


def _mapped(node: yaml.MappingNode, where: str, line: int) -> Mapped:
    items: dict[str, Value] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise InputError(f"{where} line {at}: a key that is a list or a mapping. Expected a word.")
        if key.value in items:
            raise InputError(
                f"{where} line {at}: the key {key.value!r} stands a second time; the first is in line {lines[key.value]}. Keep one."
            )
        items[key.value], lines[key.value] = _value(value, where), at
    return Mapped(items, lines, line)

"""The logic a programme intended: what it meant to give, do and bring about, and on which assumptions; read from a YAML file.

    title: Intended logic of the programme
    nodes:
      - id: tools
        stage: output
        title: New tools for research
        source: {document: S010, locator: "p. 1"}
        indicators: [tools]
        records:
          - type: asset
            where: {kind: [tool, software]}
    edges:
      - from: money
        to: tools
        assumption: Partners share what they know before they compete.
        source: {reading: ours}

A node and an edge each say where they come from: a document of the records, or `reading`, whose reading it is. `records` says which
records stand at a node. All faults of a file are told at once, each with its line.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from benchside.errors import BenchsideError, InputError, UsageError, unknown
from benchside.model.codes import CODES
from benchside.model.columns import Code
from benchside.model.tables import RECORD_TYPES
from benchside.pathways.guarded_yaml import Listed, Mapped, Text, Value, parse_yaml, read_yaml
from benchside.pathways.stages import STAGES


@dataclass(frozen=True)
class Source:
    """Where a node or an edge comes from: a document and a place in it, or whose reading it is."""

    document: str = ""
    locator: str = ""
    reading: str = ""


@dataclass(frozen=True)
class Standing:
    """Records of a type, of which each named column holds one of the values."""

    record_type: str
    where: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class IntendedNode:
    """Something the programme meant to have, do or bring about; `indicators` are those pinned to it."""

    id: str
    stage: str
    title: str
    source: Source
    indicators: tuple[str, ...]
    records: tuple[Standing, ...]
    line: int


@dataclass(frozen=True)
class IntendedEdge:
    """One node was to lead to another, if the assumption holds."""

    start: str
    end: str
    assumption: str
    source: Source
    line: int


@dataclass(frozen=True)
class Logic:
    """An intended logic that has been checked: every edge joins two of its nodes, and no edges go in a circle."""

    title: str
    note: str
    nodes: tuple[IntendedNode, ...]
    edges: tuple[IntendedEdge, ...]

    def node(self, id: str) -> IntendedNode:
        """The node of that id; `KeyError` where there is none."""
        return {n.id: n for n in self.nodes}[id]


def read_logic(path: Path, indicators: Collection[str], documents: Collection[str]) -> Logic:
    """The logic of a file. `indicators`, `documents`: those that are known. Raises `InputError` or `UsageError` with every fault."""
    if not path.is_file():
        raise InputError(f"{path} is no file. Expected a YAML file with `nodes` and `edges`; name it with --logic.")
    return _Reader(path.name, indicators, documents).logic(read_yaml(path))


def parse_logic(text: str, where: str, indicators: Collection[str], documents: Collection[str]) -> Logic:
    """The logic of a text; `where` names it in messages."""
    return _Reader(where, indicators, documents).logic(parse_yaml(text, where))


class _Reader:
    """Reads the parts of one file and gathers its faults."""

    def __init__(self, where: str, indicators: Collection[str], documents: Collection[str]):
        self._where, self._indicators, self._documents = where, indicators, documents
        self._faults: list[str] = []

    def logic(self, value: Value) -> Logic:
        whole = self._fields(value, "the file", needed=("nodes", "edges"), known=("title", "note", "nodes", "edges"))
        nodes = [self._node(v) for v in self._items(whole.get("nodes"))]
        edges = [self._edge(v) for v in self._items(whole.get("edges"))]
        kept = self._once(nodes)
        self._check_ends(edges, kept)
        self._check_circles(edges)
        if self._faults:
            raise UsageError("\n".join(self._faults))
        return Logic(self._text(whole.get("title")), self._text(whole.get("note")), tuple(nodes), tuple(edges))

    def _node(self, value: Value) -> IntendedNode:
        fields = self._fields(
            value, "a node", needed=("id", "stage", "title", "source"),
            known=("id", "stage", "title", "source", "indicators", "records"),
        )  # fmt: skip
        stage = self._text(fields.get("stage"))
        if "stage" in fields and stage not in STAGES:
            self._unknown(fields["stage"].line, "stage", stage, STAGES)
        return IntendedNode(
            id=self._text(fields.get("id")), stage=stage, title=self._text(fields.get("title")), source=self._source(fields.get("source")),
            indicators=self._pinned(fields.get("indicators")),
            records=tuple(self._standing(v) for v in self._items(fields.get("records"))), line=value.line,
        )  # fmt: skip

    def _edge(self, value: Value) -> IntendedEdge:
        names = ("from", "to", "assumption", "source")
        fields = self._fields(value, "an edge", needed=names, known=names)
        start, end, assumption = (self._text(fields.get(n)) for n in names[:3])
        return IntendedEdge(start, end, assumption, self._source(fields.get("source")), value.line)

    def _source(self, value: Value | None) -> Source:
        if value is None:
            return Source()
        fields = {
            n: self._text(v)
            for n, v in self._fields(value, "a source", known=("document", "locator", "reading")).items()
        }
        if bool(fields.get("document")) == bool(fields.get("reading")):
            self._fault(value.line, "a source names a `document`, or whose `reading` it is; one of the two. Say which.")
        if fields.get("document") and fields["document"] not in self._documents:
            self._unknown(value.line, "document", fields["document"], self._documents)
        return Source(**fields)

    def _pinned(self, value: Value | None) -> tuple[str, ...]:
        found = [(v.line, self._text(v)) for v in self._items(value)]
        for line, name in found:
            if name not in self._indicators:
                self._unknown(line, "indicator", name, self._indicators)
        return tuple(name for _, name in found)

    def _standing(self, value: Value) -> Standing:
        fields = self._fields(value, "an entry of `records`", needed=("type",), known=("type", "where"))
        name = self._text(fields.get("type"))
        if name not in RECORD_TYPES:
            self._unknown(value.line, "record type", name, RECORD_TYPES)
            return Standing(name, {})
        where = fields.get("where")
        return Standing(name, self._where_of(name, where) if where else {})

    def _where_of(self, record_type: str, value: Value) -> dict[str, tuple[str, ...]]:
        columns = {c.name: c.kind for c in RECORD_TYPES[record_type].columns}
        fields = self._fields(value, "`where`", known=tuple(columns))
        found = {}
        for name, given in fields.items():
            values = [(v.line, self._text(v)) for v in (given.items if isinstance(given, Listed) else [given])]
            kind = columns[name]
            for line, code in values:
                if isinstance(kind, Code) and code not in CODES[kind.codes]:
                    self._unknown(line, name, code, CODES[kind.codes])
            found[name] = tuple(code for _, code in values)
        return found

    def _once(self, nodes: list[IntendedNode]) -> dict[str, IntendedNode]:
        kept: dict[str, IntendedNode] = {}
        for node in nodes:
            if node.id in kept:
                self._fault(
                    node.line,
                    f"the node {node.id!r} stands a second time; the first is in line {kept[node.id].line}. Give each its own id.",
                )
            kept.setdefault(node.id, node)
        return kept

    def _check_ends(self, edges: list[IntendedEdge], nodes: dict[str, IntendedNode]) -> None:
        for edge in edges:
            for id in dict.fromkeys((edge.start, edge.end)):
                if id and id not in nodes:
                    self._unknown(edge.line, "node", id, nodes)
        for edge, first in _repeated(edges):
            self._fault(
                edge.line,
                f"the edge {edge.start} → {edge.end} stands a second time; the first is in line {first.line}. Keep one.",
            )

    def _check_circles(self, edges: list[IntendedEdge]) -> None:
        circle = _circle({(e.start, e.end): e for e in edges})
        if circle:
            names = " → ".join([*(e.start for e in circle), circle[0].start])
            self._fault(
                circle[0].line,
                f"the edges go in a circle: {names}. An intended logic leads from inputs to impacts; take one of them out.",
            )

    def _fields(
        self, value: Value, what: str, *, needed: tuple[str, ...] = (), known: tuple[str, ...]
    ) -> dict[str, Value]:
        if not isinstance(value, Mapped):
            self._fault(
                value.line,
                f"{what} is a mapping with {', '.join(needed or known[:4])}; found something else. Write `key: value` lines.",
            )
            return {}
        for name in value.items:
            if name not in known:
                self._unknown(value.lines[name], f"field of {what}", name, known)
        for name in needed:
            given = value.items.get(name)
            if given is None or given == Text("", given.line):
                self._fault(value.line, f"{what} needs {name!r}, which is missing. Add it.")
        return {name: v for name, v in value.items.items() if name in known}

    def _items(self, value: Value | None) -> tuple[Value, ...]:
        if value is None or value == Text("", value.line):
            return ()
        if not isinstance(value, Listed):
            self._fault(value.line, "expected a list here. Write its entries in lines that begin with `- `.")
            return ()
        return value.items

    def _text(self, value: Value | None) -> str:
        if value is None or isinstance(value, Text):
            return value.text if value else ""
        self._fault(value.line, "expected text here, found a list or a mapping. Write one value.")
        return ""

    def _unknown(self, line: int, what: str, name: str, known: Collection[str]) -> None:
        self._fault(line, str(unknown(what, name, known)))

    def _fault(self, line: int, text: str | BenchsideError) -> None:
        self._faults.append(f"{self._where} line {line}: {text}")


def _repeated(edges: list[IntendedEdge]) -> list[tuple[IntendedEdge, IntendedEdge]]:
    first: dict[tuple[str, str], IntendedEdge] = {}
    return [(e, first[e.start, e.end]) for e in edges if first.setdefault((e.start, e.end), e) is not e]


def _circle(edges: dict[tuple[str, str], IntendedEdge]) -> list[IntendedEdge]:
    """The edges of one circle, or none: what remains when nodes without an edge into them are taken away again and again."""
    while True:
        led_to = {end for _, end in edges}
        kept = {pair: e for pair, e in edges.items() if pair[0] in led_to}
        if len(kept) == len(edges):
            break
        edges = kept
    if not edges:
        return []
    came = {end: edge for (_, end), edge in edges.items()}
    node, trail = next(iter(edges.values())).start, []
    while node not in [e.end for e in trail]:
        trail.append(came[node])
        node = came[node].start
    begun = [e.end for e in trail].index(node)
    return trail[begun:][::-1]

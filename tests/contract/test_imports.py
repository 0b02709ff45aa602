"""The rooms and the one direction of imports."""

import ast
from pathlib import Path

import pytest

import benchside

ROOT = Path(benchside.__file__).parent

FLOORS = (
    ("cli", "portal"),
    ("main",),
    ("reports", "exports"),
    ("figures", "charts"),
    ("sources", "resolve", "corpus", "indicators", "pathways", "networks", "frameworks", "economy"),
    ("store",),
    ("model",),
    ("errors",),
)
"""From the top down. A room may import rooms of lower floors and itself, never one beside it or above."""

ANYWHERE = {"registry"}
"""Beside the floors: gathers declarations, imports nothing but errors."""

SETTINGS_READERS = {"cli", "portal", "main"}
"""Only these read settings; everybody else is handed values."""


def floor_of(room: str) -> int:
    return next(i for i, rooms in enumerate(FLOORS) if room in rooms)


def imports(path: Path) -> set[str]:
    """The rooms of Benchside that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        if isinstance(node, ast.ImportFrom) and node.module == "benchside":
            names = [f"benchside.{a.name}" for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("benchside.")}
    return found


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


FILES = sorted(p for p in ROOT.rglob("*.py") if p.parent != ROOT or p.stem not in ("__init__", "__main__"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_run_one_way(path):
    room = room_of(path)
    for other in imports(path) - {"__version__", room}:
        if other in ANYWHERE:
            continue
        if other == "settings":
            assert room in SETTINGS_READERS, f"{room} reads settings; hand it the values"
            continue
        if room in ANYWHERE or room == "settings":
            assert other == "errors", f"{room} imports {other}"
            continue
        assert floor_of(other) > floor_of(room), f"{path.relative_to(ROOT)}: {room} may not import {other}"


def test_only_the_store_opens_an_engine():
    for path in FILES:
        if room_of(path) == "store":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not [n for n in names if n.split(".")[0] in ("duckdb", "pyspark")], f"{path} opens an engine"


SOURCES = ROOT / "sources"
SHARED = {"base", "tables", "fetching"}
"""What all families of sources may import; families side by side know nothing of one another."""
FAMILIES = sorted(p.name for p in SOURCES.iterdir() if (p / "__init__.py").is_file())


def families(path: Path) -> set[str]:
    """The folders and files of `sources` that a file imports from, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports from where it stands; name the whole path"
            named = [f"{node.module}.{a.name}" for a in node.names]
        else:
            named = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        parts = [n.split(".") for n in named if n.startswith("benchside.sources")]
        found |= {p[2] if len(p) > 2 else "(all sources)" for p in parts}
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_sources_imports_no_other(family):
    allowed = {family} | (set() if family in SHARED else SHARED)
    for path in sorted((SOURCES / family).rglob("*.py")):
        others = families(path) - allowed
        assert not others, (
            f"{path.relative_to(ROOT)} imports {', '.join(sorted(others))}: move what both need to sources/tables"
        )


def test_what_families_of_sources_share_is_all_that_stands_beside_them():
    assert {p.stem for p in SOURCES.glob("*.py")} == {"__init__", "base"}
    assert SHARED - {"base"} <= set(FAMILIES)
    # The reading of imports sees what it must: this file is known to take from two of the shared places.
    assert families(SOURCES / "patents" / "patents.py") == {"base", "patents", "tables"}


def test_the_imports_between_files_make_no_circle():
    edges: dict[str, set[str]] = {}
    for path in FILES:
        name = "benchside." + ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        edges[name] = {
            target
            for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("benchside")
            for a in node.names
            for target in (f"{node.module}.{a.name}", node.module or "")
        }  # fmt: skip
    edges = {name: {t for t in to if t in edges and t != name} for name, to in edges.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"circle: {' → '.join((*trail[trail.index(name) :], name))}"
        if name not in done:
            for to in sorted(edges[name]):
                visit(to, (*trail, name))
            done.add(name)

    for name in sorted(edges):
        visit(name, ())

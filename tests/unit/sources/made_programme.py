"""What tests of sources share: their records by table, what they say of files, and a small programme that is built with one."""

from pathlib import Path

from benchside import main
from benchside.figures.ask import Desk
from benchside.store.builds import BuildResult
from tests.spec import drawing

FIXTURES = Path(__file__).parents[2] / "fixtures/sources"

PROJECTS = """
    programme
    programme_id
    P1

    project
    project_id | programme_id | start_on
    alpha      | P1           | 2014-01-01
    beta       | P1           | 2014-01-01
"""


def records(extract, name):
    """The records of a table, as column → text."""
    return [dict(zip(piece.columns, row, strict=True)) for piece in extract.tables.get(name, []) for row in piece.rows]


def by_key(extract, name, key=None):
    """The records of a table by their key."""
    return {record[key or f"{name}_id"]: record for record in records(extract, name)}


def all_text(extract):
    """Everything that is kept, as one text."""
    return str([records(extract, name) for name in extract.tables])


def of_files(extract):
    """File → (records in all, accepted, refused), as the source says."""
    said = {}
    for d in extract.decisions:
        if d.table == "(file)" and "accepted" in d.kept:
            accepted, refused = (int(part.split()[0]) for part in d.kept.split(", "))
            said[d.record] = (int(d.found.split()[0]), accepted, refused)
    return said


def built(folder: Path, source: str, files: Path | list[Path], options: str) -> tuple[BuildResult, Desk]:
    """A programme of two projects, drawn, with the files read by the source under its options; what came of it, and its desk."""
    drawing.write(folder / "programme", drawing.completed(drawing.drawn(PROJECTS)), as_of="2024-12-31")
    kept = folder / "in"
    kept.mkdir()
    for file in [files] if isinstance(files, Path) else files:
        (kept / file.name).write_bytes(file.read_bytes())
    settings = folder / "programme/programme.toml"
    added = f'\n[[source]]\nid = "{source}"\npath = "{kept.as_posix()}"\n{options}\n'
    settings.write_text(settings.read_text(encoding="utf-8") + added, encoding="utf-8")
    result = main.build(folder / "programme")
    return result, main.open_desk(folder / "programme")

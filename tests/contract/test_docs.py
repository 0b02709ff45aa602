"""Every setting, command, indicator, table and source has its place in the documentation, and links lead somewhere."""

import importlib.util
import re

import pytest

import benchside.sources as sources
from benchside.cli import app
from benchside.model.tables import RECORD_TYPES
from benchside.registry import gather
from tests.conftest import ROOT

DOCS = ROOT / "docs"


def generator():
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_up_to_date():
    made = generator()
    for name, page in made.PAGES.items():
        assert (DOCS / "reference" / name).read_text(encoding="utf-8") == made.NOTE + page(), f"{name}: run `make docs`"


def test_every_command_has_a_heading():
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"## benchside {command.callback.__name__}\n" in text


def test_every_table_and_source_is_told_of():
    text = (DOCS / "reference" / "model.md").read_text(encoding="utf-8")
    for name in RECORD_TYPES:
        assert name in text
    told = (DOCS / "reference" / "sources.md").read_text(encoding="utf-8")
    for name in gather(sources, "SOURCE"):
        assert f"## {name}\n" in told


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_readme_fits_on_a_screen():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 50


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(p.name[:4]) for p in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))

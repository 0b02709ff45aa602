"""Every export against the same rules: it is found by its name, documented, writes what it says, twice the same, from nothing as well."""

import re
from pathlib import Path

import pytest

import benchside.exports as exports
from benchside.errors import InputError
from benchside.exports import cerif, csl_json, skg_if
from benchside.model.codes import CODES
from benchside.registry import gather
from tests.unit.exports.world import export

ALL = gather(exports, "EXPORT")
FIGURES = {"prov": ("projects",)}
"""For exports that speak of figures, one of them: all would take long."""
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "exports.md"


def test_the_standards_there_are():
    assert " ".join(ALL) == "bibtex cerif csl_json datapackage dcat graphml prov schema_org skg_if vosviewer"


@pytest.mark.parametrize("which", ALL.values(), ids=list(ALL))
def test_it_says_what_it_holds_and_loses_and_has_its_heading(which):
    assert which.url.startswith(("http://", "https://"))
    assert which.holds.endswith(".")
    assert which.loses.endswith(".")
    assert re.search(rf"^## `{which.id}`$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("which", [e for e in ALL.values() if e.suffix], ids=[e.id for e in ALL.values() if e.suffix])
def test_the_same_build_gives_the_same_bytes(which, any_desk, tmp_path):
    counts = [
        export(which, any_desk, tmp_path / name, figures=FIGURES.get(which.id, ())) for name in ("one", "two", "two")
    ]
    assert counts[0] == counts[1] == counts[2]
    assert all(type(n) is int for n in counts[0].values())
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two"]  # nothing is left beside them


def test_every_type_of_work_has_its_word_in_every_standard():
    types = set(CODES["work_type"])
    assert set(csl_json.TYPES) == set(skg_if.TYPES) == types
    assert set(cerif.TYPES) == types - {"dataset"}  # a product there
    assert len(set(csl_json.TYPES.values())) == len(types)  # so that it can be read back
    assert set(skg_if.ACCESS) == set(cerif.ACCESS) == set(CODES["open_access"]) - {"unknown"}


def test_a_file_does_not_replace_a_folder_nor_a_folder_a_file(nothing, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"is a folder; bibtex is one file\. Name a file such as bibtex\.bib"):
        export(ALL["bibtex"], nothing, tmp_path / "folder")
    with pytest.raises(InputError, match="is a file; datapackage is a folder"):
        export(ALL["datapackage"], nothing, tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(nothing, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        export(ALL["bibtex"], nothing, tmp_path / "file" / "works.bib")

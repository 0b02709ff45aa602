"""Works as CSL-JSON and BibTeX, held against the schema of the one and a parser of the other, and read back."""

import calendar
import json
import re
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from benchside.exports import bibtex, csl_json
from benchside.exports.bibtex import entry, escaped
from benchside.exports.dates import iso, parts
from tests.unit.exports.world import export

SCHEMA = Path(__file__).parent / "schemas" / "csl-data.json"
CSL = {
    ("article-journal", None): "article", ("article-journal", "Review article"): "review", ("paper-conference", None): "conference_paper",
    ("article", "Preprint"): "preprint",
}  # fmt: skip
"""How a reader of CSL tells our types apart, of those that are drawn."""


def last_day(*known: int) -> date | None:
    """The day that the model keeps of a year, a month or a day."""
    if not known:
        return None
    year, month, day = (*known, None, None)[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


TEX = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip
"""LaTeX's names of letters that TeX keeps for itself."""


def typeset(text: str) -> str:
    """What LaTeX prints of the text."""
    return re.sub(r"\\(?:([a-z]+)\{\}|(.))", lambda m: TEX[m[1]] if m[1] else m[2], text)


def test_csl_is_valid_by_its_schema(any_desk, tmp_path):
    export(csl_json.EXPORT, any_desk, tmp_path / "works.json")
    works = json.loads((tmp_path / "works.json").read_text(encoding="utf-8"))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [e.message for e in jsonschema.Draft7Validator(schema).iter_errors(works)] == []


def test_csl_gives_the_works_back(desk, tmp_path):
    assert export(csl_json.EXPORT, desk, tmp_path / "works.json") == {"works": 4}
    works = json.loads((tmp_path / "works.json").read_text(encoding="utf-8"))
    read = [
        {
            "work_id": w["id"], "title": w["title"], "work_type": CSL[w["type"], w.get("genre")], "journal": w.get("container-title"),
            "issn": w.get("ISSN"), "doi": w.get("DOI"), "pmid": w.get("PMID"),
            "openalex_id": w.get("custom", {}).get("openalex_id"), "open_access": w.get("custom", {}).get("open_access"),
            "published_on": last_day(*w.get("issued", {"date-parts": [[]]})["date-parts"][0]),
        }
        for w in works
    ]  # fmt: skip
    table = desk.build.history("work").order_by("work_id")
    assert read == desk.build.fetch(table.select(*read[0]))


def test_no_day_is_given_that_nobody_stated():
    assert parts(date(2014, 12, 31)) == (2014,)
    assert parts(date(2015, 6, 30)) == (2015, 6)
    assert parts(date(2016, 2, 29)) == (2016, 2)
    assert parts(date(2015, 2, 28)) == (2015, 2)
    assert parts(date(2016, 2, 28)) == (2016, 2, 28)
    assert (iso(date(987, 1, 5)), iso(None)) == ("0987-01-05", "")


def test_bibtex_is_read_by_a_parser(any_desk, tmp_path):
    bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser reads the entries independently")
    counts = export(bibtex.EXPORT, any_desk, tmp_path / "works.bib")
    library = bibtexparser.parse_string((tmp_path / "works.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert len(library.entries) == counts["works"]


def test_bibtex_gives_the_works_back(desk, tmp_path):
    bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser reads the entries independently")
    export(bibtex.EXPORT, desk, tmp_path / "works.bib")
    text = (tmp_path / "works.bib").read_text(encoding="utf-8")
    library = bibtexparser.parse_string(text)
    found = {e.key: {name: typeset(field.value) for name, field in e.fields_dict.items()} for e in library.entries}
    table = desk.build.history("work")
    for work in desk.build.fetch(table):
        entry_ = found[work["work_id"]]
        assert entry_["title"].removeprefix("{").removesuffix("}") == work["title"]
        assert entry_["keywords"] == work["work_type"]
        assert entry_.get("doi") == work["doi"]
        assert entry_.get("pmid") == work["pmid"]
        assert entry_.get("journal", entry_.get("booktitle")) == work["journal"]


def test_bibtex_braces_balance_whatever_the_title():
    row = dict.fromkeys(("doi", "pmid", "openalex_id", "journal", "issn", "published_on"))
    written = entry(row | {"title": "}} a { b \\", "work_type": "article", "published_on": date(2014, 12, 31)}, "K")
    assert written.count("{") == written.count("}")
    assert "  year = {2014},\n" in written
    assert "month" not in written
    assert escaped("100 %\n& more") == r"100 \% \& more"


def test_keys_that_differ_only_in_capitals_are_kept_apart():
    taken: set[str] = set()
    assert [bibtex._key(k, taken) for k in ("w1", "W1", "w,1", "w 1")] == ["w1", "W1-2", "w_1", "w_1-2"]

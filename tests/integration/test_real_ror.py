"""The real records of ROR, in both schemas."""

import gzip
import json
from collections import Counter

import pytest

from benchside.sources.ror.ror import SOURCE
from benchside.sources.tables.book import Book

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def real(shared):
    """The extract, the book with all that was gathered, and the records as they stand in the files."""
    folder = shared / "data/ror"
    if not folder.is_dir():
        pytest.skip("the records of ROR are not in the folder of real data")
    books, made = [], Book.extract
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Book, "extract", lambda self: (books.append(self), made(self))[1])
        extract = SOURCE.read({p.name: p for p in sorted(folder.iterdir())}, {})
    lines = {}
    for path in folder.glob("*.jsonl.gz"):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines[path.name] = [json.loads(line) for line in file]
    return extract, books[0], lines


def test_every_record_of_both_files_is_accepted(real):
    extract, _, lines = real
    said = {d.record: (d.found, d.kept) for d in extract.decisions if d.table == "(file)" and "accepted" in d.kept}
    assert said == {name: (f"{len(found)} rows", f"{len(found)} accepted, 0 refused") for name, found in lines.items()}
    assert len(extract.tables["organisation"][0].rows) == 35_990 + 15_380


def test_states_and_relations_are_those_of_the_files(real):
    _, book, lines = real
    everything = [record for found in lines.values() for record in found]
    states = Counter(v["state"] for v, _ in book.records["organisation_state"].values())
    assert {s: states[s] for s in ("active", "inactive", "withdrawn")} == Counter(r["status"] for r in everything)
    successors = {
        (r["id"][-9:], x["id"][-9:]) for r in everything for x in r["relationships"] if x["type"].lower() == "successor"
    }
    kept = {
        (v["organisation_id"][-9:], v["to_ror"])
        for v, _ in book.records["organisation_relation"].values()
        if v["relation"] == "successor"
    }
    assert kept == successors


def test_identifiers_but_eight_have_the_shape_of_their_scheme(real):
    extract, _, _ = real
    assert Counter(r.column for r in extract.refusals) == {"external_ids": 8}
    assert {r.row for r in extract.refusals if r.value == "0000 0004 1936 7301"} == {
        "ror_v2_latest.jsonl.gz record 12019"
    }


def test_every_country_is_known_and_every_name_is_there(real):
    extract, book, lines = real
    assert all("country" not in r.column for r in extract.refusals)
    names = {(v["organisation_id"], v["name"]) for v, _ in book.records["organisation_name"].values()}
    for record in lines["ror_v2_latest.jsonl.gz"][::500]:
        assert {(f"ror-{record['id'][-9:]}", " ".join(n["value"].split())) for n in record["names"]} <= names

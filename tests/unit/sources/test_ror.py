"""The source ROR on made records of both schemas."""

import io
import json
import tracemalloc
import zipfile

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.ror.records import is_identifier, parse
from benchside.sources.ror.ror import SOURCE
from benchside.sources.tables.book import Book

V2 = {
    "id": "https://ror.org/05dxps055", "status": "active", "types": ["education", "funder"], "established": 1891,
    "names": [
        {"value": "California  Institute of Technology", "types": ["ror_display", "label"], "lang": "en"},
        {"value": "Caltech", "types": ["acronym"], "lang": None},
    ],
    "locations": [
        {"geonames_id": 1, "geonames_details": {"name": "Pasadena", "country_code": "US", "lat": 34.14778, "lng": -118.14452}},
        {"geonames_id": 2, "geonames_details": {"name": "Elsewhere", "country_code": "US", "lat": None, "lng": None}},
    ],
    "external_ids": [
        {"type": "isni", "all": ["0000 0001 0706 8890"], "preferred": None},
        {"type": "fundref", "all": ["100000960", "100006961"], "preferred": "100000960"},
    ],
    "relationships": [{"type": "child", "id": "https://ror.org/027k65916", "label": "Jet Propulsion Laboratory"}],
    "links": [], "domains": [], "admin": {"last_modified": {"date": "2024-11-12", "schema_version": "2.0"}},
}  # fmt: skip
V1 = {
    "id": "https://ror.org/027k65916", "name": "Jet Propulsion Laboratory", "status": "withdrawn", "types": ["Facility"], "established": None,
    "aliases": ["JPL Lab"], "acronyms": ["JPL"], "labels": [{"label": "Laboratoire", "iso639": "fr"}],
    "addresses": [{"city": "Pasadena", "lat": 34.2, "lng": -118.17}], "country": {"country_code": "US", "country_name": "United States"},
    "external_ids": {"GRID": {"preferred": "grid.211367.0", "all": "grid.211367.0"}, "Wikidata": {"preferred": None, "all": ["Q189325"]}},
    "relationships": [{"type": "Successor", "id": "https://ror.org/05dxps055", "label": "Caltech"}],
}  # fmt: skip


@pytest.fixture
def books(monkeypatch):
    """The books that were filled, with the tables that the model may not have."""
    found = []
    extract = Book.extract
    monkeypatch.setattr(Book, "extract", lambda self: (found.append(self), extract(self))[1])
    return found


def read(tmp_path, content, name="dump.json", **options):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return SOURCE.read({name: path}, options)


def values(book, table):
    return [v for v, _ in book.records.get(table, {}).values()]


def test_a_record_of_schema_2_gives_names_places_numbers_and_states(tmp_path, books):
    read(tmp_path, json.dumps([V2]), as_of="2024-12-01")
    (book,) = books
    (organisation,) = values(book, "organisation")
    assert (organisation["organisation_id"], organisation["name"], organisation["city"], organisation["country"], organisation["ror"]) == (
        "ror-05dxps055", "California Institute of Technology", "Pasadena", "US", "05dxps055",
    )  # fmt: skip
    assert [(n["name"], n["kind"], n["language"]) for n in values(book, "organisation_name")] == [
        ("California Institute of Technology", "ror_display", "en"), ("California Institute of Technology", "label", "en"), ("Caltech", "acronym", ""),
    ]  # fmt: skip
    assert [(p["city"], p["latitude"], p["longitude"]) for p in values(book, "organisation_place")] == [
        ("Pasadena", "34.147780", "-118.144520"), ("Elsewhere", "", ""),
    ]  # fmt: skip
    assert [(i["scheme"], i["value"], i["is_preferred"]) for i in values(book, "organisation_identifier")] == [
        ("isni", "0000000107068890", "no"), ("fundref", "100000960", "yes"), ("fundref", "100006961", "no"),
    ]  # fmt: skip
    assert [(s["state"], s["since_on"]) for s in values(book, "organisation_state")] == [
        ("active", "2024-11-12"),
        ("founded", "1891"),
    ]
    assert [t["type"] for t in values(book, "organisation_type")] == ["education", "funder"]


def test_a_withdrawn_record_of_schema_1_stays_and_names_its_successor(tmp_path, books):
    extract = read(tmp_path, "\n".join(map(json.dumps, (V1, V2))), "dump.jsonl")
    (book,) = books
    assert values(book, "organisation_state")[0]["state"] == "withdrawn"
    relations = {
        (r["organisation_id"], r["relation"], r["to_organisation_id"]) for r in values(book, "organisation_relation")
    }
    assert relations == {("ror-027k65916", "successor", "ror-05dxps055"), ("ror-05dxps055", "child", "ror-027k65916")}
    assert [(n["name"], n["kind"], n["language"]) for n in values(book, "organisation_name")][:4] == [
        ("Jet Propulsion Laboratory", "ror_display", ""), ("Laboratoire", "label", "fr"), ("JPL Lab", "alias", ""), ("JPL", "acronym", ""),
    ]  # fmt: skip
    assert extract.refusals == []


def test_a_relation_that_leads_out_of_the_dump_keeps_the_id(tmp_path, books):
    extract = read(tmp_path, json.dumps({**V1, "relationships": V1["relationships"] * 2}))
    assert [d.found for d in extract.decisions if d.column == "relation"] == ["successor 05dxps055"]
    (relation,) = values(books[0], "organisation_relation")
    assert (relation["to_ror"], relation["to_organisation_id"], relation["to_name"]) == ("05dxps055", "", "Caltech")


def test_what_is_wrong_is_refused_and_the_rest_taken(tmp_path):
    broken = {
        **V2,
        "types": ["education", "castle"],
        "established": "old",
        "external_ids": [{"type": "isni", "all": ["0000 0001 0706 8891"]}],
    }
    rows = [broken, V2, {**V1, "id": "https://ror.org/027k65917"}, {**V1, "status": "asleep"}, {"id": "x"}, 7]
    extract = read(tmp_path, json.dumps(rows))
    (said,) = [d for d in extract.decisions if d.table == "(file)"]
    assert (said.found, said.kept) == ("6 rows", "1 accepted, 5 refused")
    assert [(r.row, r.column) for r in extract.refusals] == [
        ("dump.json record 1", "types"), ("dump.json record 1", "external_ids"), ("dump.json record 1", "established"),
        ("dump.json record 2", "id"), ("dump.json record 3", "id"), ("dump.json record 4", "status"), ("dump.json record 5", "(record)"),
        ("dump.json record 6", "(record)"),
    ]  # fmt: skip


def test_of_one_release_in_both_schemas_the_second_is_read(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("v1.50-ror-data.json", json.dumps([V1]))
        file.writestr("v1.50-ror-data_schema_v2.json", json.dumps([V2]))
        file.writestr("v1.50-ror-data.csv", "id,name")
    extract = read(tmp_path, out.getvalue(), "ror.zip")
    assert {d.record: d.kept for d in extract.decisions if d.table == "(file)"} == {
        "ror.zip/v1.50-ror-data.json": "passed by", "ror.zip/v1.50-ror-data.csv": "passed by",
        "ror.zip/v1.50-ror-data_schema_v2.json": "1 accepted, 0 refused",
    }  # fmt: skip


def test_a_list_longer_than_a_piece_is_read_in_little_memory(tmp_path):
    # The check digits of a ROR id: 98 - (number × 100) mod 97, the number read in base 32.
    letters = "0123456789abcdefghjkmnpqrstvwxyz"

    def ror(number):
        rest, word = number, ""
        for _ in range(6):
            rest, digit = divmod(rest, 32)
            word = letters[digit] + word
        return f"https://ror.org/0{word}{98 - number * 100 % 97:02d}"

    content = json.dumps([{**V1, "id": ror(n), "labels": [], "padding": "x" * 20_000} for n in range(1, 1001)]).encode()
    tracemalloc.start()
    extract = read(tmp_path, content, "long.json")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(extract.tables["organisation"][0].rows) == 1000
    assert peak < 16 << 20  # the file holds 20 million letters


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'[{"id": "x"', "after record 0"), (b"hello", "after record 0"), (b'["' + b"x" * (17 << 20), "without an end"),
        (b'["\xff"]', "not UTF-8"), (b'[{"id": "x"}', "after record 1"),
    ],
    ids=["cut off", "no JSON", "endless", "other encoding", "cut off behind a record"],
)  # fmt: skip
def test_a_dump_that_is_broken_is_told_with_the_record(tmp_path, content, says):
    with pytest.raises(InputError, match=says):
        read(tmp_path, content)


def test_a_line_that_is_broken_is_one_record_and_the_others_are_read(tmp_path):
    extract = read(tmp_path, f"{json.dumps(V1)}\n{{broken\n{json.dumps(V2)}\n", "dump.jsonl")
    (said,) = [d for d in extract.decisions if d.table == "(file)"]
    assert (said.found, said.kept) == ("3 rows", "2 accepted, 1 refused")
    assert [(r.row, r.column) for r in extract.refusals] == [("dump.jsonl record 2", "(record)")]


def test_a_zip_with_a_path_out_of_its_folder_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("../ror-data.json", "[]")
    with pytest.raises(InputError, match="leads out of the folder"):
        read(tmp_path, out.getvalue(), "ror.zip")


def test_no_dump_and_wrong_options_are_told(tmp_path):
    with pytest.raises(InputError, match="No dump of ROR found"):
        read(tmp_path, b"x", "x.txt")
    with pytest.raises(UsageError, match="Unknown option of the source ror 'of'"):
        read(tmp_path, b"[]", of="2024")


def test_identifiers_are_held_against_their_shape():
    # ISNI 0000 0001 0706 8890 is right by ISO 7064 mod 11-2; another last digit is not.
    assert is_identifier("isni", "0000000107068890")
    assert not is_identifier("isni", "0000000107068891")
    assert is_identifier("grid", "grid.211367.0")
    assert not is_identifier("wikidata", "189325")


def test_a_record_is_read_without_files():
    assert parse(V2).established == "1891"

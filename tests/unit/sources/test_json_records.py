"""JSON files from outside: every form gives the same records; what is broken or made to do harm is told, in little memory."""

import doctest
import gzip
import io
import json
import tracemalloc
import zipfile
from decimal import Decimal

import pytest

from benchside.errors import InputError, UsageError
from benchside.sources.tables import grant_numbers, json_records
from benchside.sources.tables.grant_numbers import GrantNumbers
from benchside.sources.tables.json_records import Broken, dumps_of, records_of

RECORDS = [{"id": 1, "title": 'a "list": [1, 2], "items": ['}, {"id": 2, "title": "é"}, {"id": 3, "amount": 1.10}]
MEGABYTE = "x" * (1 << 20)


def packed(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def read(folder, name, content):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    dumps, _ = dumps_of({name: path})
    return [value for dump in dumps for _, value in records_of(dump, ("items",))]


LINES = "\n".join(map(json.dumps, RECORDS))
PAGE = json.dumps({"status": "ok", "message": {"total": 3, "items": RECORDS, "after": {"a": [1]}}})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.json", PAGE),
        ("indented.json", json.dumps({"items": RECORDS}, indent=2)),
        ("marked.json", b"\xef\xbb\xbf" + PAGE.encode()),
        ("list.json", json.dumps(RECORDS, indent=1)),
        ("lines.jsonl", LINES),
        ("lines.ndjson", f"\n{LINES}\n\n"),
        ("lines.json", LINES),
        ("page.json.gz", gzip.compress(PAGE.encode())),
        ("lines.jsonl.gz", gzip.compress(LINES.encode())),
        ("all.zip", packed(**{"a/page.json": PAGE, "a/notes.txt": "none"})),
    ],
)
def test_every_form_gives_the_same_records(tmp_path, name, content):
    found = read(tmp_path, name, content)
    assert found == [*RECORDS[:2], {"id": 3, "amount": Decimal("1.1")}]


def test_an_object_without_a_list_is_one_record(tmp_path):
    assert read(tmp_path, "one.json", json.dumps(RECORDS[0], indent=1)) == [RECORDS[0]]


def test_what_is_no_json_file_is_named(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed(**{"b.csv": "x", "c.json": "{}"}))
    (tmp_path / "d.csv").write_text("x")
    dumps, beside = dumps_of({name: tmp_path / name for name in ("a.zip", "d.csv")})
    assert ([d.name for d in dumps], beside) == (["a.zip/c.json"], ["a.zip/b.csv", "d.csv"])


def test_a_broken_line_is_one_record_and_the_others_are_read(tmp_path):
    lines = ['{"id": 1}', '{"id": 2, "ti', "NaN", '{"id": 4}', b"\xff\xfe", "[" * 100_000, '{"id": 7}']
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    found = read(tmp_path, "lines.jsonl", content)
    assert [value["id"] if isinstance(value, dict) else type(value) for value in found] == [
        1,
        Broken,
        Broken,
        4,
        Broken,
        Broken,
        7,
    ]
    assert "no JSON" in found[1].why


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("Resource not found.", "after record 0"),
        ("", "after record 0"),
        (PAGE[:-1], "after record 3"),
        (PAGE[:60], "after record 0"),
        ('{"items": [{"id": 1}, oops, {"id": 2}]}', "after record 1"),
        ('{"items": [{"id": 1}]} and more', "after record 1"),
        ('{"items": [{"id": 1}', "after record 1"),
        ('{"items": [' + "[" * 200_000, "after record 0"),
        (b'{"items": ["\xff"]}', "not UTF-8"),
    ],
)
def test_a_page_that_is_not_whole_is_refused(tmp_path, content, says):
    with pytest.raises(InputError, match=says):
        read(tmp_path, "page.json", content)


def test_a_page_of_twenty_megabytes_takes_little_memory(tmp_path):
    path = tmp_path / "page.json"
    path.write_text(json.dumps({"items": [{"id": n, "text": "x" * 10_000} for n in range(2000)]}))
    (dump,), _ = dumps_of({"page.json": path})
    tracemalloc.start()
    found = sum(value["id"] for _, value in records_of(dump, ("items",)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # 0 + 1 + … + 1999 = 1999 × 1000
    assert found == 1_999_000
    assert peak < 4 << 20


@pytest.mark.parametrize("name", ["page.json", "lines.jsonl"])
def test_a_text_of_a_hundred_megabytes_is_refused_in_bounded_memory(tmp_path, name):
    path = tmp_path / name
    with path.open("w") as file:
        file.write('{"id": 1}\n' if name.endswith("l") else '{"items": [{"id": 1}, ')
        file.write('{"title": "')
        for _ in range(100):
            file.write(MEGABYTE)
        file.write('"}\n{"id": 3}\n')
    (dump,), _ = dumps_of({name: path})
    tracemalloc.start()
    if name.endswith("l"):
        values = [value for _, value in records_of(dump, ("items",))]
        assert (values[0], values[1].why, values[2]) == ({"id": 1}, "the line is longer than 16777216 bytes", {"id": 3})
    else:
        with pytest.raises(InputError, match="more than 16777216 letters without an end"):
            list(records_of(dump, ("items",)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 96 << 20


def test_a_compressed_file_that_unfolds_too_far_is_stopped_on_the_way(tmp_path):
    path = tmp_path / "bomb.json.gz"
    path.write_bytes(gzip.compress(b'{"items": [' + (b'{"id": "' + b"a" * 4_000 + b'"},') * 8_000))
    (dump,), _ = dumps_of({path.name: path})
    tracemalloc.start()
    with pytest.raises(InputError, match="at most 200 to 1"):
        sum(1 for _ in records_of(dump, ("items",)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 32 << 20


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (packed(**{"../page.json": PAGE}), "a path that leads out of the folder"),
        (packed(**{"page.json": b"0" * (12 << 20)}), "more than 200 to 1"),
        (packed(**{"inner.zip": packed(**{"page.json": PAGE})}), "a ZIP file within a ZIP file"),
        (b"no zip", "is no ZIP file"),
    ],
)
def test_a_harmful_zip_is_refused(tmp_path, content, says):
    with pytest.raises(InputError, match=says):
        read(tmp_path, "some.zip", content)


def test_the_examples_of_the_docstrings_hold():
    assert doctest.testmod(grant_numbers).failed == 0
    assert doctest.testmod(json_records).failed == 0


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        ("115001", ["alpha"]),
        ("IMI-115001", ["alpha"]),
        ("Grant agreement n°115001", ["alpha"]),
        ("115001, 115002", ["alpha", "beta"]),
        ("115001 and MR/K1/1", ["alpha", "sleep"]),
        ("MR K1 1", ["sleep"]),
        ("MR/K1/12", []),
        ("1150011", []),
        ("U01AI115001", []),
        ("2014-115001-10", []),
        ("10.1000/115001", []),
        ("https://doi.org/10.3030/115001", ["alpha"]),
        ("", []),
    ],
)
def test_a_grant_number_is_found_however_it_is_written_and_not_inside_another(text, projects):
    numbers = GrantNumbers({"115001": "alpha", "115002": "beta", "mr/k1/1": "sleep"})
    assert numbers.projects(text) == projects


@pytest.mark.parametrize(
    "written", ["115001", {"115001": 7}, {"115001": "a b"}, {"--": "alpha"}, {"MR/K1": "a", "mr-k1": "b"}]
)
def test_numbers_that_name_no_project_or_two_are_told(written):
    with pytest.raises(UsageError, match="project_ids: expected grant number = key"):
        grant_numbers.grant_numbers("some_source", written)

"""Hostile inputs: each has a rule, is counted, and is told with its file and line."""

import gzip
import json
import random
import zlib

import duckdb
import pytest

from benchside.corpus.prepare import prepare
from benchside.corpus.preparing import lines as reading
from benchside.corpus.preparing import rules
from benchside.corpus.preparing.settings import CitationRule
from benchside.errors import InputError
from tests.unit.corpus.test_prepare import lines, refused, rows, work


def ids(corpus) -> set[str]:
    return {row[0] for row in rows(corpus)}


def packed_works(count: int) -> tuple[bytes, bytes]:
    """Lines that do not pack well, so that a small part of the bytes is a small part of the works; and their gzip."""
    dice = random.Random(3)
    text = lines(*(work(n, title=dice.randbytes(300).hex()) for n in range(1, count + 1)))
    return text, gzip.compress(text)


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_gzip_keeps_what_came_before(tmp_path, share):
    _, packed = packed_works(5000)
    cut = packed[: int(share * len(packed))]
    (tmp_path / "w.gz").write_bytes(cut)
    made = prepare(tmp_path / "w.gz", tmp_path / "out")
    # By an independent unpacking: so many lines are whole.
    whole = zlib.decompressobj(wbits=31).decompress(cut).count(b"\n")
    assert made["works"] == whole < 5000
    assert made["refused"] == {"the compressed file ends early": 1}
    assert refused(tmp_path / "out") == [
        ("w.gz", str(whole + 1), f"the compressed file ends early, at byte {len(cut)}")
    ]
    assert ids(tmp_path / "out") == {f"W{n}" for n in range(1, whole + 1)}


@pytest.mark.parametrize("missing", [1, 4, 8])
def test_a_gzip_without_the_end_of_its_checksum_is_told(tmp_path, missing):
    _, packed = packed_works(20)
    (tmp_path / "w.gz").write_bytes(packed[:-missing])
    made = prepare(tmp_path / "w.gz", tmp_path / "out")
    assert (made["works"], made["refused"]) == (20, {"the compressed file ends early": 1})


def test_a_gzip_damaged_in_the_middle_keeps_what_came_before(tmp_path):
    _, packed = packed_works(5000)
    middle = len(packed) // 2
    (tmp_path / "w.gz").write_bytes(packed[:middle] + b"\xff" * 200 + packed[middle + 200 :])
    (tmp_path / "x.gz").write_bytes(gzip.compress(lines(work(9001))) + b"no gzip")
    made = prepare(tmp_path, tmp_path / "out")
    told = [
        (file, int(place))
        for file, place, rule in refused(tmp_path / "out")
        if rule.startswith("the compressed file is damaged")
    ]
    assert made["refused"]["the compressed file is damaged"] == 2
    assert [file for file, _ in told] == ["w.gz", "x.gz"]
    # All before the first line that is told are there, besides the one work of the other file; none is made up.
    first = min(int(place) for file, place, _ in refused(tmp_path / "out") if file == "w.gz")
    assert 1 < first < told[0][1] + 1
    assert (
        {f"W{n}" for n in range(1, first)} | {"W9001"}
        <= ids(tmp_path / "out")
        <= {f"W{n}" for n in (*range(1, 5001), 9001)}
    )


def test_a_changed_byte_that_only_the_checksum_shows_is_told(tmp_path):
    # Stored without packing, a text can be changed and still be unpacked.
    text = lines(*(work(n) for n in range(1, 50)))
    packed = gzip.compress(text, 0).replace(b'"cited_by_count": 7', b'"cited_by_count": 9', 1)
    (tmp_path / "w.gz").write_bytes(packed)
    made = prepare(tmp_path / "w.gz", tmp_path / "out")
    assert made["refused"] == {"the compressed file is damaged": 1}
    assert made["works"] == 49
    assert "lines before it may be wrong" in (tmp_path / "out/refused.csv").read_text()


def test_a_broken_line_in_the_middle_costs_no_other(tmp_path):
    text = [json.dumps(work(n)).encode() for n in range(1, 1001)]
    text[499] = b'{"id": "W500", "publication_year": 20'
    text[600] = b""
    text[700] = b"   "
    for name, packed in (("a.jsonl", b"\n".join(text)), ("b.jsonl.gz", gzip.compress(b"\r\n".join(text)))):
        (tmp_path / name).write_bytes(packed)
        made = prepare(tmp_path / name, tmp_path / f"of-{name}")
        assert made["works"] == 997
        assert made["refused"] == {"not JSON that can be read": 1, "the line is empty": 2}
        assert refused(tmp_path / f"of-{name}") == [
            (name, "500", "not JSON that can be read"), (name, "601", "the line is empty"), (name, "701", "the line is empty"),
        ]  # fmt: skip


def test_lines_over_several_pieces_keep_their_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "PIECE", 3000)
    monkeypatch.setattr(reading, "_READ", 100)
    text = [json.dumps(work(n)).encode() for n in range(1, 301)]
    text[9] = text[149] = text[299] = b"broken"
    for end in (b"", b"\n"):
        for name, packed in (("a.jsonl", b"\n".join(text) + end), ("b.gz", gzip.compress(b"\n".join(text) + end))):
            (tmp_path / name).write_bytes(packed)
            out = tmp_path / f"of-{name}{len(end)}"
            assert prepare(tmp_path / name, out)["works"] == 297
            assert [place for _, place, _ in refused(out)] == ["10", "150", "300"]


def test_a_line_of_fifty_megabytes_is_read_and_a_longer_one_than_the_limit_is_told(tmp_path, monkeypatch):
    long = work(2, abstract="x" * 50_000_000)
    (tmp_path / "w.jsonl.gz").write_bytes(gzip.compress(lines(work(1), long, work(3)), 1))
    made = prepare(tmp_path / "w.jsonl.gz", tmp_path / "out")
    assert (made["works"], made["refused"]) == (3, {})
    for limit, read in ((1 << 20, 1 << 16), (60_000, 1 << 20)):
        monkeypatch.setattr(reading, "LONGEST_LINE", limit)
        monkeypatch.setattr(reading, "_READ", read)
        out = tmp_path / f"limited-{limit}"
        made = prepare(tmp_path / "w.jsonl.gz", out)
        assert made["refused"] == {f"the line is longer than {limit} bytes": 1}
        assert refused(out) == [("w.jsonl.gz", "2", f"the line is longer than {limit} bytes")]
        assert ids(out) == {"W1", "W3"}


def test_odd_works_are_left_out_or_refused_by_rule(tmp_path):
    forty = [{"id": f"T{n}", "subfield": {"id": n}} for n in range(40)]
    many = [{"author": {"id": f"A{n}"}, "countries": [("FR", "DE", "US")[n % 3]]} for n in range(5000)]
    (tmp_path / "w.jsonl").write_bytes(lines(
        work(1, publication_year=None), work(2, topics=forty), work(3, authorships=many), work(4, cited_by_count=-5),
        work(5), work(5, cited_by_count=77), work(6, type=""), work(7, topics="none"), work(8, publication_year="2011.0"),
        work(9, publication_year="1e3"), work(10, cited_by_count=True),
    ))  # fmt: skip
    made = prepare(tmp_path / "w.jsonl", tmp_path / "out")
    assert made["left_out"] == {"without field": 1, "without type": 1, "without year": 1}
    assert made["refused"] == {
        rules.SAME_ID: 1, "the citations are below zero": 1, "the citations are not a whole number": 1, "the year is not a whole number": 1,
    }  # fmt: skip
    assert refused(tmp_path / "out") == [
        ("w.jsonl", "4", "the citations are below zero"), ("w.jsonl", "6", rules.SAME_ID),
        ("w.jsonl", "10", "the year is not a whole number"), ("w.jsonl", "11", "the citations are not a whole number"),
    ]  # fmt: skip
    assert {(r[0], r[1], r[5]) for r in rows(tmp_path / "out")} == {
        ("W2", 2010, 2),
        ("W3", 2011, 3),
        ("W5", 2011, 5),
        ("W8", 2011, 8),
    }
    assert [r[4] for r in rows(tmp_path / "out") if r[0] == "W2"] == [1 / 40] * 40
    (countries,) = duckdb.sql(
        f"SELECT DISTINCT countries FROM '{tmp_path}/out/year=*/*.parquet' WHERE key = 3"
    ).fetchone()
    assert countries == "DE|FR|US"


def test_the_same_id_in_other_files_and_with_or_without_address(tmp_path):
    forms = (
        "W1",
        "https://openalex.org/W1",
        "http://openalex.org/W1",
        "https://openalex.org/works/W1",
        "https://api.openalex.org/works/W1",
    )
    for n, form in enumerate(forms):
        (tmp_path / f"{n}.jsonl").write_bytes(
            lines(work(1, id=form, cited_by_count=n + 3), work(1, id="w1" if n == 0 else form))
        )
    made = prepare(tmp_path, tmp_path / "out")
    # w1 is another id. In each later file the second is told with its line, the first without: another file brought it.
    assert ids(tmp_path / "out") == {"W1", "w1"}
    assert {r[5] for r in rows(tmp_path / "out") if r[0] == "W1"} == {3}
    assert made["refused"] == {rules.SAME_ID: 8}
    assert sorted(refused(tmp_path / "out")) == sorted(
        (f"{n}.jsonl", place, rules.SAME_ID) for n in range(1, 5) for place in ("2", "")
    )


def test_two_ids_of_one_key_are_not_taken_for_one_work(tmp_path, monkeypatch):
    # No two texts of one MD5 beginning are at hand: all ids are given the key 1.
    monkeypatch.setattr(rules, "key_sql", lambda column, letter="W": f"CASE WHEN {column} IS NOT NULL THEN 1 END")
    (tmp_path / "a.jsonl").write_bytes(lines(work(1), work(2)))
    (tmp_path / "b.jsonl").write_bytes(lines(work(3)))
    made = prepare(tmp_path, tmp_path / "out")
    assert made["refused"] == {rules.SAME_KEY: 2}
    assert refused(tmp_path / "out") == [("a.jsonl", "2", rules.SAME_KEY), ("b.jsonl", "", rules.SAME_KEY)]


def test_cycles_and_references_to_nothing(tmp_path):
    (tmp_path / "w.jsonl").write_bytes(lines(
        work(1, referenced_works=["W2", "W1"]), work(2, referenced_works=["W1", "W3"]), work(3, referenced_works=["W1", "W404"]),
        work(4, referenced_works="W1"),
    ))  # fmt: skip
    made = prepare(tmp_path / "w.jsonl", tmp_path / "out", citations=CitationRule("edges"))
    # 1 ↔ 2 is the one mutual pair; 1 → 2 → 3 → 1 is a cycle as well. All count.
    assert {(r[0], r[5]) for r in rows(tmp_path / "out")} == {("W1", 2), ("W2", 1), ("W3", 1), ("W4", 0)}
    assert made["references"] == {
        "listed": 6, "repeated": 0, "to itself": 1, "to works not here": 1, "outside the window": 0,
        "self-citations": 0, "counted": 4, "mutual": 1,
    }  # fmt: skip


@pytest.mark.parametrize("rule", [CitationRule(), CitationRule("by_year", 2), CitationRule("edges", 2, False)])
def test_empty_files_make_an_empty_corpus_and_empty_folders_none(tmp_path, rule):
    for name in ("a.jsonl", "b.gz", "c.json"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "d.gz").write_bytes(gzip.compress(b""))
    made = prepare(tmp_path, tmp_path / "out", citations=rule)
    assert (made["works"], made["rows"], made["refused"], made["years"]) == (0, 0, {}, {})
    assert json.loads((tmp_path / "out/baselines/manifest.json").read_text())["rows"] == 0
    (tmp_path / "none").mkdir()
    with pytest.raises(InputError, match="holds no works: expected files ending in"):
        prepare(tmp_path / "none", tmp_path / "other")


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    text = b"\xef\xbb\xbf" + lines(work(1), work(2))
    for name, packed in (
        ("a.jsonl", text),
        ("b.gz", gzip.compress(text)),
        ("c.json", b"\xef\xbb\xbf" + json.dumps({"results": [work(1), work(2)]}).encode()),
    ):
        (tmp_path / name).write_bytes(packed)
        made = prepare(tmp_path / name, tmp_path / f"of-{name}")
        assert (made["works"], made["refused"]) == (2, {}), name
    (tmp_path / "t").mkdir()
    (tmp_path / "t/works.csv").write_text("\ufeffwork_id,year,type,citations\na,2010,article,3\n", encoding="utf-8")
    (tmp_path / "t/work_fields.csv").write_text("work_id,field,weight\na,F,1\n")
    assert prepare(tmp_path / "t", tmp_path / "of-t")["works"] == 1


def test_what_is_no_text_is_told_line_by_line(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(
        work(1), json.dumps(work(2, title="Zürich"), ensure_ascii=False).encode("latin-1"), b'{"id": "W3\x00"}', work(4),
        b'{"id": "W5", "publication_year": 2010, "type": "\\ud800"}', b"\x00\x01", b"[1]", b'"text"', work(6, title="\0"),
    ))  # fmt: skip
    (tmp_path / "b.jsonl").write_bytes(json.dumps(work(9)).encode("utf-16") + b"\n")
    made = prepare(tmp_path, tmp_path / "out")
    assert made["refused"] == {"expected a JSON object": 2, "not JSON that can be read": 5}
    assert [(file, place) for file, place, _ in refused(tmp_path / "out")] == [
        *(("a.jsonl", str(n)) for n in (2, 3, 5, 6, 7, 8)), ("b.jsonl", "1"),
    ]  # fmt: skip
    assert ids(tmp_path / "out") == {"W1", "W4", "W6"}


def test_tables_that_are_not_utf_8_are_told(tmp_path):
    (tmp_path / "works.csv").write_bytes("work_id,year,type,citations\nZürich,2010,article,3\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"works\.csv is not UTF-8. Save it as UTF-8\."):
        prepare(tmp_path, tmp_path / "out")

"""A reading that refuses without end is stopped, and says of what it began."""

import pytest

from benchside.errors import InputError
from benchside.model.origin import Refusal
from benchside.sources.openalex.openalex_works import SOURCE
from benchside.sources.tables import refusing


def refused(n: int) -> Refusal:
    return Refusal("work", f"a.jsonl line {n}", "work_id", "", "expected an id", "Correct the id.")


def test_so_many_are_kept_and_one_more_stops_the_reading(monkeypatch):
    monkeypatch.setattr(refusing, "MOST", 3)
    kept = refusing.Refusals()
    for n in (1, 2, 3):
        kept.append(refused(n))
    with pytest.raises(InputError, match=r"More than 3 rows or cells are refused, the first in a[.]jsonl line 1"):
        kept.append(refused(4))
    assert [r.row for r in kept] == ["a.jsonl line 1", "a.jsonl line 2", "a.jsonl line 3"]


def test_a_file_of_nothing_but_refused_records_is_stopped(monkeypatch, tmp_path):
    monkeypatch.setattr(refusing, "MOST", 10)
    (tmp_path / "a.jsonl").write_text("{}\n" * 11)
    with pytest.raises(InputError, match=r"the first in a[.]jsonl line 1"):
        SOURCE.read({"a.jsonl": tmp_path / "a.jsonl"}, {"counted_on": "2026"})

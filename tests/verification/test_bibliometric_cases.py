"""Every worked case of the bibliometric indicators, through the public Python API.

The folders are those of `BENCHSIDE_CASES` (several joined by `:`), otherwise `cases/bibliometrics` of the folder of
shared data. A case is a folder with tables, `expected.json` and the arithmetic; each of its checks is one test.
"""

import csv
import functools
import json
import os
from pathlib import Path

import ibis
import pytest

from benchside.corpus import open_corpus
from benchside.corpus.params import Params
from benchside.main import measure, measures

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BENCHSIDE_SHARED", ROOT.parent / "shared")) / "cases" / "bibliometrics"


def folders() -> list[Path]:
    """The case folders. A folder that the environment names must be there and hold cases; the shared one may be missing."""
    named = [Path(part) for part in os.environ.get("BENCHSIDE_CASES", "").split(":") if part]
    found = []
    for folder in named or [SHARED] * SHARED.is_dir():
        cases = [folder, *sorted(folder.glob("*/"))] if folder.is_dir() else []
        cases = [case for case in cases if (case / "expected.json").exists()]
        if not cases:
            raise FileNotFoundError(f"{folder}, named in BENCHSIDE_CASES, holds no case (a folder with expected.json).")
        found += cases
    return found


def checks() -> list:
    """(case folder, defaults, check) of every check, named by its id; the case is added where two share an id."""
    found, seen = [], set()
    for folder in folders():
        case = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        for number, check in enumerate(case["checks"]):
            name = check.get("id", f"{folder.name}.{number}")
            name = f"{folder}:{number}:{name}" if name in seen else name
            seen.add(name)
            found.append(pytest.param(folder, case.get("defaults", {}), check, id=name))
    none = pytest.param(
        None,
        {},
        {},
        marks=pytest.mark.skip(reason="no cases: set BENCHSIDE_CASES, or put the shared folder beside the project"),
    )
    return found or [none]


@functools.cache
def corpus(folder: Path):
    """A case's tables, read once and kept: its checks follow each other."""
    return open_corpus(folder, ibis.duckdb.connect())


def parameters(indicator: str, defaults: dict, own: dict) -> dict:
    """The check's parameters over the case's defaults; a default that only other indicators take is left out."""
    shared = set(Params.__dataclass_fields__) - {"extra"}
    taken = shared | set(measures().get(indicator, ()))
    elsewhere = {name for own in measures().values() for name in own} - taken
    return {k: v for k, v in defaults.items() if k not in elsewhere} | own


def wanted(folder: Path, check: dict):
    """What the check expects; a file gives its `column` by its first column, an empty cell being undefined."""
    expected = check["expected"]
    if not (isinstance(expected, str) and expected.startswith("file:")):
        return expected
    with (folder / expected.removeprefix("file:")).open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        key = (rows.fieldnames or [""])[0]
        return {row[key]: read_cell(row[check["column"]]) for row in rows}


def read_cell(text: str):
    """A cell of an expected file: undefined, a number, or a word."""
    words = {"": None, "null": None, "true": True, "false": False}
    if text.strip().lower() in words:
        return words[text.strip().lower()]
    try:
        return float(text)
    except ValueError:
        return text


def differences(got, expected, tol: float, where: str = "") -> list[str]:
    """Where an answer is not what was expected; keys that the expectation does not name are free."""
    if isinstance(expected, dict):
        if not isinstance(got, dict):
            return [f"{where}: {got!r} is no dictionary"]
        return [d for key, value in expected.items() for d in differences(got.get(key), value, tol, f"{where}[{key}]")]
    if isinstance(expected, list):
        if not isinstance(got, list | tuple) or len(got) != len(expected):
            return [f"{where}: {got!r}, expected {expected!r}"]
        pairs = enumerate(zip(got, expected, strict=True))
        return [d for n, (a, b) in pairs for d in differences(a, b, tol, f"{where}[{n}]")]
    if expected is None or got is None or isinstance(expected, str) or isinstance(got, str):
        same = got == expected
    else:
        same = abs(got - expected) <= tol
    return [] if same else [f"{where}: {got!r}, expected {expected!r}"]


@pytest.mark.parametrize(("folder", "defaults", "check"), checks())
def test_case(folder, defaults, check):
    params = parameters(check["indicator"], defaults, check.get("params", {}))
    got = measure(corpus(folder), check["indicator"], **params)
    found = differences(got, wanted(folder, check), check.get("tol", 1e-9))
    assert not found, f"{len(found)} differ: {'; '.join(found[:5])} ({check.get('provenance', 'no provenance')})"


@pytest.mark.parametrize(
    ("got", "expected", "different"),
    [
        (1.0, 1.0 + 5e-10, False),
        (1.0, 1.0 + 2e-9, True),
        (None, 0, True),
        (0, None, True),
        (None, None, False),
        (float("nan"), 1.0, True),
        ({"a": 1, "b": 2}, {"a": 1}, False),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": {"b": [1, 2]}}, {"a": {"b": [1, 3]}}, True),
        ([1, 2], [1], True),
        ("Q1", "Q2", True),
        (True, True, False),
        (False, True, True),
    ],
)
def test_a_difference_is_seen(got, expected, different):
    assert bool(differences(got, expected, 1e-9)) == different


def test_a_file_of_expectations_is_read_by_its_first_column(tmp_path):
    (tmp_path / "e.csv").write_text("work_id,ncs,top\nw1,1.5,true\nw2,,false\n", encoding="utf-8")
    assert wanted(tmp_path, {"expected": "file:e.csv", "column": "ncs"}) == {"w1": 1.5, "w2": None}
    assert wanted(tmp_path, {"expected": "file:e.csv", "column": "top"}) == {"w1": True, "w2": False}

"""Baselines and scores: worked by hand, against a plain reference, and against `measure`."""

import csv
import random
from fractions import Fraction
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pytest

from benchside.corpus import Corpus, measure
from benchside.corpus.baselines import baselines
from benchside.corpus.prepare import prepare
from benchside.corpus.scoring import score
from benchside.corpus.tables import SCHEMAS
from benchside.errors import InputError, UsageError

ENGINE = ibis.duckdb.connect()


def opened_of(works: list[tuple], fields: list[tuple]) -> Corpus:
    """The same works for `measure`."""
    rows = {
        "works": [
            dict(zip(("work_id", "year", "type", "citations"), (v if v != "" else None for v in w), strict=True))
            for w in works
        ],
        "work_fields": [{"work_id": w, "field": f, "weight": float(v)} for w, f, v in fields],
    }
    tables = {}
    for name, columns in SCHEMAS.items():
        full = [dict.fromkeys(columns) | row for row in rows.get(name, [])]
        schema = ibis.schema(columns)
        tables[name] = ibis.memtable(pa.Table.from_pylist(full, schema=schema.to_pyarrow()), schema=schema)
    return Corpus(ENGINE, tables)


def write(path: Path, columns: tuple, cells: list[tuple]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([columns, *cells])


def corpus_of(folder: Path, works: list[tuple], fields: list[tuple]) -> Path:
    write(folder / "in/works.csv", ("work_id", "year", "type", "citations"), works)
    write(folder / "in/work_fields.csv", ("work_id", "field", "weight"), fields)
    prepare(folder / "in", folder / "corpus")
    return folder / "corpus"


def scores(path: Path) -> dict[str, tuple]:
    """Of each work the score and the top shares."""
    return {row[0]: row[1:] for row in duckdb.sql(f"SELECT work_id, ncs, COLUMNS('p_.*') FROM '{path}'").fetchall()}


def test_a_cell_worked_by_hand(tmp_path):
    works = [("a", 2010, "article", 9), ("b", 2010, "article", 1), ("c", 2010, "article", 1), ("z", 2011, "article", 0)]
    corpus = corpus_of(tmp_path, works, [("a", "F", 0.5), ("a", "G", 0.5), ("b", "F", 1), ("c", "F", 1), ("z", "F", 1)])
    made = baselines(corpus, tmp_path / "base")
    found = duckdb.sql(
        f"SELECT field, year, citations, weight, works FROM '{tmp_path}/base/*.parquet' ORDER BY ALL"
    ).fetchall()
    assert found == [("F", 2010, 1, 2.0, 2), ("F", 2010, 9, 0.5, 1), ("F", 2011, 0, 1.0, 1), ("G", 2010, 9, 0.5, 1)]
    assert made["rows"] == 4
    write(tmp_path / "ids.csv", ("work_id",), [("a",), ("b",), ("z",), ("unknown",), ("a",)])
    told = score(corpus, tmp_path / "ids.csv", tmp_path / "s.parquet", top=[0.5])
    # F 2010: total 2.5, mean (0.5·9 + 2·1) / 2.5 = 2.6; G 2010: mean 9. a: 0.5·9/2.6 + 0.5·9/9; b: 1/2.6; z: mean 0.
    # Top half of F holds 1.25: a's 0.5 whole, then 0.75 of the 2 with one citation; G: one work, half of it; z alone: half.
    assert scores(tmp_path / "s.parquet") == {
        "a": (pytest.approx(0.5 * 9 / 2.6 + 0.5), 0.75), "b": (pytest.approx(1 / 2.6), 0.375),
        "z": (1.0, 0.5), "unknown": (None, None),
    }  # fmt: skip
    assert told == {"works": 4, "scored": 3}


def reference(works: list[tuple], fields: list[tuple], x: Fraction) -> dict[str, tuple[Fraction, Fraction]]:
    """Scores by exact fractions, one work after another."""
    of = {w: (y, t, c) for w, y, t, c in works if y != "" and c != ""}
    rows = [(w, f, Fraction(v)) for w, f, v in fields if w in of]
    found = {}
    for work in {w for w, _, _ in rows}:
        year, kind, cited = of[work]
        ncs = top = Fraction(0)
        for _, field, share in [r for r in rows if r[0] == work]:
            cell = [(of[w][2], v) for w, f, v in rows if f == field and of[w][:2] == (year, kind)]
            total = sum(v for _, v in cell)
            mean = sum(v * c for c, v in cell) / total
            above, own = sum(v for c, v in cell if c > cited), sum(v for c, v in cell if c == cited)
            ncs += share * (cited / mean if mean else 1)
            top += share * max(Fraction(0), min(Fraction(1), (x * total - above) / own))
        found[work] = (ncs, top)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_scores_are_those_of_a_plain_reference_and_of_measure(tmp_path, seed):
    draw = random.Random(seed)
    works, fields = [], []
    for n in range(60):
        year = draw.choice([2010, 2011, 2012, ""])
        works.append((f"w{n}", year, draw.choice(["article", "review"]), draw.choice([0, 0, 0, 1, 2, 2, 5, 40, ""])))
        mine = draw.sample("FGH", draw.choice([1, 1, 2, 3]))
        fields += [(f"w{n}", f, repr(1 / len(mine))) for f in mine]
    corpus = corpus_of(tmp_path, works, fields)
    write(tmp_path / "ids.csv", ("work_id",), [(w[0],) for w in works])
    score(corpus, tmp_path / "ids.csv", tmp_path / "s.parquet", top=[0.1])
    ours = scores(tmp_path / "s.parquet")
    exact = reference(works, fields, Fraction(1, 10))
    baselines(corpus, tmp_path / "base")
    score(tmp_path / "base", corpus, tmp_path / "t.parquet", top=[0.1])
    opened = opened_of(works, fields)
    measured = measure(opened, "ncs"), measure(opened, "p_top", x=0.1)
    assert set(ours) == {w[0] for w in works}
    for work, values in ours.items():
        near = [None if v is None else pytest.approx(v, abs=1e-12) for v in values]
        assert list(map(float, exact[work])) == near if work in exact else values == (None, None)
        assert [m[work] for m in measured] == near
    assert {w: v for w, v in ours.items() if w in exact} == {
        w: tuple(pytest.approx(v, abs=1e-12) for v in values) for w, values in scores(tmp_path / "t.parquet").items()
    }


def test_what_does_not_fit_is_told(tmp_path):
    corpus = corpus_of(tmp_path, [("a", 2010, "article", 1)], [("a", "F", 1)])
    baselines(corpus, tmp_path / "base")
    write(tmp_path / "ids.csv", ("work_id",), [("a",)])
    with pytest.raises(InputError, match="lacks year, type, field, weight, citations"):
        score(tmp_path / "base", tmp_path / "ids.csv", tmp_path / "s.csv")
    with pytest.raises(UsageError, match=r"expected \.csv or \.parquet"):
        score(corpus, tmp_path / "ids.csv", tmp_path / "s.xlsx")
    with pytest.raises(InputError, match="no finished corpus"):
        baselines(tmp_path, tmp_path / "more")
    with pytest.raises(UsageError, match="is there already"):
        baselines(corpus, tmp_path / "base")

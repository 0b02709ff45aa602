"""Comparison groups: who belongs in which year, each once, and samples that anybody can draw again."""

import json
from datetime import date

import pytest

from benchside.corpus.benchmark import PRIME, benchmark
from benchside.errors import DataError, UsageError
from benchside.model.countries import COUNTRIES
from benchside.model.country_groups import eu_members_on, members, periods
from tests.prepared import rows_of, write_corpus

ROWS = [
    ("W1", 2012, "article", "F", 0.5, 4, "HR|US", "F10|F11"),
    ("W1", 2012, "article", "G", 0.5, 4, "HR|US", "F10|F11"),
    ("W2", 2013, "article", "F", 1.0, 4, "HR", None),
    ("W3", 2019, "article", "F", 1.0, 2, "GB", "F1"),
    ("W4", 2020, "article", "F", 1.0, 2, "GB|US", "F100"),
    ("W5", 2020, "article", "F", 1.0, 6, "DE|GB", "F10"),
    ("W6", 2020, "article", "F", 1.0, 1, None, None),
]


@pytest.fixture
def corpus(tmp_path):
    return write_corpus(tmp_path / "corpus", ROWS)


def ids(corpus, **asked) -> list[str]:
    benchmark(corpus, corpus.parent / "b.parquet", **asked)
    return [row["work_id"] for row in rows_of(corpus.parent / "b.parquet")]


def test_a_work_belongs_by_the_members_of_its_year(corpus):
    # Croatia acceded on 1 July 2013; the United Kingdom was a member until 31 January 2020.
    assert ids(corpus, group="EU") == ["W2", "W3", "W5"]
    assert ids(corpus, group="EU-28") == ["W1", "W2", "W3", "W4", "W5"]
    assert ids(corpus, group="EU-27") == ["W1", "W2", "W5"]
    assert ids(corpus, group="EU-15") == ["W3", "W4", "W5"]
    assert ids(corpus, countries=["US", "DE"]) == ["W1", "W4", "W5"]
    assert ids(corpus, group="EU", years=(2019, 2020)) == ["W3", "W5"]


def test_a_funder_is_the_whole_of_its_id(corpus):
    assert ids(corpus, funders=["F1"]) == ["W3"]
    assert ids(corpus, funders=["https://openalex.org/F10", "F100"]) == ["W1", "W4", "W5"]


def test_scores_are_those_of_the_world(corpus):
    told = benchmark(corpus, corpus.parent / "b.csv", countries=["US"])
    rows = rows_of(corpus.parent / "b.csv")
    # W1 is alone in its two cells. F 2020 holds 2, 6 and 1 citations: mean 3, so W4 scores 2/3, and its place is outside the
    # top tenth, 0.3 of W5's place.
    assert [(r["work_id"], r["ncs"], r["p_top10"], r["group"]) for r in rows] == [
        ("W1", 1.0, pytest.approx(0.1), "US"), ("W4", pytest.approx(2 / 3), 0.0, "US"),
    ]  # fmt: skip
    assert told == json.loads((corpus.parent / "b.json").read_text())
    assert (told["works"], told["drawn"], told["scored"], told["of"]) == (2, 2, 2, "made")


def place(key: int, seed_digest: bytes) -> int:
    """The place of a small key, by powers instead of steps."""
    a, b, c, d, _ = (int.from_bytes(seed_digest[4 * n : 4 * n + 4], "big") % (PRIME - 1) + 1 for n in range(5))
    return (a * key**3 + b * key**2 + c * key + d) % PRIME


def test_a_sample_is_drawn_by_the_seed_alone(tmp_path):
    import hashlib

    rows = [(f"W{n}", 2010 + n % 5, "article", "F", 1.0, n % 7, "DE", None) for n in range(1, 301)]
    corpus = write_corpus(tmp_path / "corpus", rows)
    told = benchmark(corpus, tmp_path / "b.parquet", group="EU", sample=20, seed=5)
    assert (told["works"], told["drawn"], told["sample"], told["seed"]) == (300, 20, 20, 5)
    drawn = {row["work_id"] for row in rows_of(tmp_path / "b.parquet")}
    digest = hashlib.sha256(b"benchside sample 5").digest()
    assert drawn == {f"W{n}" for n in sorted(range(1, 301), key=lambda n: place(n, digest))[:20]}
    assert drawn != set(ids(corpus, group="EU", sample=20, seed=6))
    assert len(ids(corpus, group="EU", sample=1000)) == 300
    # A sample of 20 of 300 of which a fifth is of each year: each year is met.
    assert {row["year"] for row in rows_of(tmp_path / "b.parquet")} == {2010, 2011, 2012, 2013, 2014}


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "Name one of"),
        ({"group": "EU", "countries": ["DE"]}, "Name one of"),
        ({"group": "EU-29"}, "Known: EU, EU-15, EU-27, EU-28"),
        ({"countries": ["UK"]}, "Unknown country 'UK'"),
        ({"funders": ["F1|F2"]}, "is no funder"),
        ({"group": "EU", "years": (2020, 2019)}, "ends before it begins"),
        ({"group": "EU", "sample": 0}, "expected a number of works"),
    ],
)
def test_what_names_no_group_is_told(corpus, asked, says):
    with pytest.raises(UsageError, match=says):
        benchmark(corpus, corpus.parent / "b.csv", **asked)


def test_a_group_without_works_is_told(corpus):
    for asked in ({"countries": ["NZ"]}, {"group": "EU", "years": (1990, 1991)}):
        with pytest.raises(DataError, match="holds no work of"):
            benchmark(corpus, corpus.parent / "b.csv", **asked)


def test_members_of_the_union_by_date():
    # 6 founders, 9 in 1973, 10, 12, 15, 25, 27, 28, and 27 after the withdrawal of 31 January 2020.
    counts = {1958: 6, 1972: 6, 1973: 9, 1981: 10, 1986: 12, 1995: 15, 2003: 15, 2004: 25, 2007: 27, 2012: 27, 2013: 28}
    assert {year: len(members("EU", year)) for year in counts} == counts
    assert [len(members("EU", y)) for y in (2019, 2020)] == [28, 27]
    assert "GB" in eu_members_on(date(2020, 1, 31))
    assert "GB" not in eu_members_on(date(2020, 2, 1))
    assert [len(members(g, 1990)) for g in ("EU-15", "EU-28", "EU-27")] == [15, 28, 27]
    assert set(members("EU-28", 2000)) - set(members("EU-27", 2000)) == {"GB"}
    assert set(members("EU-28", 2000)) <= set(COUNTRIES)
    assert [(first, last, len(of)) for first, last, of in periods("EU", 2011, 2021)] == [
        (2011, 2012, 27), (2013, 2019, 28), (2020, 2021, 27),
    ]  # fmt: skip

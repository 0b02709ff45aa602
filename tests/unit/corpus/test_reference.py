"""The indicators against a slow reference in exact fractions, on made corpora; and what holds of the whole world."""

import os
import random
from fractions import Fraction

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchside.corpus import Corpus, measure
from benchside.corpus.tables import SCHEMAS
from benchside.errors import UsageError
from tests.unit.corpus.reference import World

# No shrinking: a made corpus is given by its seed, and a smaller seed is not a smaller corpus.
CALM = {
    "deadline": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": [HealthCheck.too_slow],
    "derandomize": True,
}
SEEDS = st.integers(0, 10**9)
THOROUGH = int(os.environ.get("BENCHSIDE_THOROUGH", "1"))
"""How many times the usual number of corpora to make."""

ENGINE = ibis.duckdb.connect()
SPLITS = [(1.0,), (0.5, 0.5), (0.25, 0.75), (0.5, 0.25, 0.25), (1 / 3, 2 / 3)]
DOIS = [None, None, "", "10.1/a", "10.1/A ", "https://doi.org/10.1/a", "HTTP://dx.doi.org/10.1/B", "10.1/b"]
ORGANISATIONS, COUNTRIES = ["O1", "O2", "O3"], ["DE", "FR", "US"]
CHOICES = {
    "types": [["article"], ["article", "review"]],
    "baseline": ["fractional", "full"],
    "zero_cell": ["one", "null", "zero"],
    "multi": ["mean_of_ratios", "ratio_to_mean_expected"],
    "ties": ["fractional", "all_tied_in", "none_tied_in", "openalex"],
    "counting": ["full", "fractional_unit", "leiden_author"],
    "dedupe": ["work_id", "doi"],
    "cell_keys": [["field", "year"], ["year", "field", "type"], ["field", "source_id"]],
}


class Draw(random.Random):
    """A source of choices with the few shapes that a corpus needs."""

    def some(self, of: dict) -> dict:
        """About half of the options, one value of each."""
        return {name: self.choice(values) for name, values in of.items() if self.random() < 0.5}

    def few(self, values: list) -> list:
        return self.sample(values, self.randint(1, 2))

    def window(self) -> dict:
        own = self.some({"self_citations": ["include", "exclude", "exclude"]})
        kind = self.choice(["fixed", "fixed", "fixed", "until", "all"])
        if kind == "until":
            return {"kind": kind, "year": self.randint(2009, 2013), **own}
        if kind == "all":
            return {"kind": kind, **own}
        more = self.some({"negative_lag": ["clamp", "drop", "drop"], "incomplete": ["truncate", "exclude"]})
        return {"kind": kind, "length": self.randint(1, 4), "data_end_year": 2012, **own, **more}

    def scope(self) -> dict:
        units = {"organisation": [self.few(ORGANISATIONS)], "country": [self.few(COUNTRIES)]}
        unit = self.choice(["organisation", "country", None])
        years = self.some({"year_min": [2009, 2010], "year_max": [2011, 2012]}) if self.random() < 0.3 else {}
        programme = {"programme": self.randint(0, 1)} if self.random() < 0.2 else {}
        return {**({unit: units[unit][0]} if unit else {}), **years, **programme}

    def options(self) -> dict:
        window = {"window": self.window()} if self.random() < 0.4 else {}
        return self.some(CHOICES) | self.some({"scope": [self.scope()]}) | window


def made(seed: int, *, whole: bool = False) -> World:
    """A made corpus with options.

    A `whole` one has every year, type, field and count, all in the reference, no duplicates and no options.
    """
    draw = Draw(seed)
    gap = [] if whole else [None]
    ids = [f"w{n:02d}" for n in range(draw.randint(1, 14))]
    works = [
        {
            "work_id": i,
            "year": draw.choice([2010, 2010, 2011, 2012] if whole else [2009, 2010, 2010, 2011, 2011, 2013, None]),
            "type": draw.choice(["article", "article", "article", "review", *gap]),
            "source_id": draw.choice(["J1", "J1", "J2", *gap]),
            "title": i,
            "citations": draw.choice([0, 0, 1, 1, 2, 5, 40, *gap]),
            "programme": draw.randint(0, 1),
            "doi": None if whole else draw.choice(DOIS),
            "reference": None if whole else draw.choice([None, 1, 1, 1, 0]),
        }
        for i in ids
    ]
    fields = []
    for i in ids:
        split = draw.choice(SPLITS) if whole or draw.random() < 0.9 else ()
        fields += [(i, name, w) for name, w in zip(draw.sample("ABC", 3), split, strict=False)]
    if not whole:
        works += [dict(w, citations=7, programme=1) for w in works[: draw.randint(0, 2)]]
    edges = [(draw.choice([*ids, "unknown"]), draw.choice([*ids, "unknown"])) for _ in range(draw.randint(0, 60))]
    addresses = [
        {
            "work_id": draw.choice(ids),
            "author_id": draw.choice(["A1", "A2", "A3", "A4", "A5", "A6"]),
            "organisation_id": draw.choice([*ORGANISATIONS, None]),
            "country": draw.choice([*COUNTRIES, None]),
        }
        for _ in range(draw.randint(0, 3 * len(ids)))
    ]
    return World(works, fields, edges, addresses, {} if whole else draw.options())


def corpus_of(world: World) -> Corpus:
    rows = {
        "works": world.works,
        "work_fields": [dict(zip(("work_id", "field", "weight"), row, strict=True)) for row in world.work_fields],
        "citations": [{"citing_id": a, "cited_id": b} for a, b in world.citations],
        "authorships": world.authorships,
    }
    tables = {}
    for name, columns in SCHEMAS.items():
        schema = ibis.schema(columns)
        full = [{c: row.get(c) for c in columns} for row in rows.get(name, [])]
        tables[name] = ibis.memtable(pa.Table.from_pylist(full, schema=schema.to_pyarrow()), schema=schema)
    return Corpus(ENGINE, tables)


def asked(world: World, indicator: str, **more):
    return measure(corpus_of(world), indicator, **world.options, **more)


def assert_same(got, expected, what):
    """Equal to 1e-12 of the size of the value; undefined only where undefined is expected."""
    if got is None or expected is None:
        assert got is expected, f"{what}: {got}, expected {expected}"
    else:
        assert abs(got - float(expected)) <= 1e-12 * max(1.0, abs(float(expected))), (
            f"{what}: {got}, expected {expected}"
        )


def assert_same_by_work(got, world, expected, what):
    assert set(got) == set(world.in_scope())
    for i, value in got.items():
        assert_same(value, expected(i), f"{what} of {i}")


@settings(max_examples=30 * THOROUGH, **CALM)
@given(SEEDS)
def test_citations_within_windows(seed):
    world = made(seed)
    world.options["window"] = Draw(seed).window()
    assert_same_by_work(asked(world, "citations"), world, world.cited, "citations")


@settings(max_examples=10 * THOROUGH, **CALM)
@given(SEEDS)
def test_scores_of_works(seed):
    world = made(seed)
    assert_same_by_work(asked(world, "ncs"), world, world.ncs, "ncs")
    assert_same_by_work(asked(world, "percentile_openalex"), world, world.percent_rank, "percent rank")


@settings(max_examples=15 * THOROUGH, **CALM)
@given(SEEDS, st.sampled_from(["0.01", "0.1", "0.2", "0.25", "0.3", "0.5", "0.9"]))
def test_top_shares_and_their_means(seed, x):
    world = made(seed)

    def top(i):
        return world.top(i, Fraction(x))

    assert_same_by_work(asked(world, "p_top", x=float(x)), world, top, f"top {x}")
    assert_same(asked(world, "pp_top", x=float(x)), world.mean(top), f"pp_top {x}")


@settings(max_examples=8 * THOROUGH, **CALM)
@given(SEEDS, st.sampled_from([[0.5, 1], [0.1, 0.25, 0.5, 0.9, 0.99, 1.0]]))
def test_bands(seed, bounds):
    world = made(seed)
    world.options.pop("ties", None)
    got = asked(world, "percentile_bands", bounds=bounds)
    for i, shares in got.items():
        expected = world.bands(i, [Fraction(str(b)) for b in bounds])
        for n in range(len(bounds)):
            assert_same(shares and shares[n], expected and expected[n], f"band {n} of {i}")


@settings(max_examples=10 * THOROUGH, **CALM)
@given(SEEDS)
def test_means_of_scopes(seed):
    world = made(seed)
    assert_same(asked(world, "mncs"), world.mean(world.ncs), "mncs")
    assert_same(asked(world, "mcs"), world.mean(world.cited), "mcs")
    assert_same(asked(world, "coverage"), world.mean(lambda i: int(world.ncs(i) is not None)), "coverage")
    assert_same(asked(world, "mnjs"), world.mean(world.journal_ncs), "mnjs")
    assert_same(asked(world, "ratio_of_sums"), world.ratio_of_sums(), "ratio of sums")
    if "cell_keys" not in world.options:
        assert_same(asked(world, "mean_jnci"), world.mean(world.jnci), "jnci")


@settings(max_examples=10 * THOROUGH, **CALM)
@given(SEEDS)
def test_sums_and_indices_of_scopes(seed):
    world = made(seed)

    def uncited(i):
        return None if world.cited(i) is None else int(world.cited(i) == 0)

    scope = world.in_scope()
    scored = [i for i in scope if world.ncs(i) is not None and world.weight(i)]
    size = sum(world.weight(i) for i in scope)
    assert_same(asked(world, "pp_uncited"), world.mean(uncited), "uncited")
    assert_same(asked(world, "n_works"), size, "works")
    tncs = sum(world.weight(i) * world.ncs(i) for i in scored) if scored or not size else None
    assert_same(asked(world, "tncs"), tncs, "tncs")
    counts = [world.cited(i) for i in scope if world.cited(i) is not None]
    h = max(h for h in range(len(counts) + 1) if sum(c >= h for c in counts) >= h)
    g = max(g for g in range(len(counts) + 1) if sum(sorted(counts)[len(counts) - g :]) >= g * g)
    assert asked(world, "h_index") == h
    assert asked(world, "g_index") == g


@settings(max_examples=6 * THOROUGH, **CALM)
@given(SEEDS)
def test_cell_means(seed):
    world = made(seed)
    got = asked(world, "cell_means")
    expected = {"|".join(map(str, cell)): world.mean_of(members) for cell, members in world.cells().items()}
    for cell in {*got, *expected}:
        assert_same(got.get(cell), expected.get(cell), cell)


@settings(max_examples=6 * THOROUGH, **CALM)
@given(SEEDS, st.sampled_from([0.01, 0.05, 0.1, 0.25, 0.5]), st.booleans())
def test_the_world_is_at_its_own_average(seed, x, from_edges):
    """By construction: Σ over a cell of w c / e is the weight of the cell, and its works share x of its places."""
    world = made(seed, whole=True)
    window = {"window": {"kind": "fixed", "length": 2, "data_end_year": 2012}} if from_edges else {}
    assert_same(asked(world, "mncs", **window), 1, "world mncs")
    assert_same(asked(world, "pp_top", x=x, **window), Fraction(str(x)), "world pp_top")
    cited = asked(world, "mcs", **window)
    assert_same(asked(world, "ratio_of_sums", **window), 1 if cited else None, "world ratio of sums")
    assert asked(world, "coverage", **window) == 1


def one_cell(citations: list[int | None], **options) -> World:
    """Works w0, w1 … of one field, year and type."""
    works = [
        dict.fromkeys(SCHEMAS["works"])
        | {"work_id": f"w{n}", "year": 2010, "type": "article", "citations": c, "programme": int(n == 0)}
        for n, c in enumerate(citations)
    ]
    return World(works, [(w["work_id"], "F", 1.0) for w in works], options=options)


@pytest.mark.parametrize("ties", ["fractional", "all_tied_in", "none_tied_in", "openalex"])
@pytest.mark.parametrize(("number", "x"), [(10, 0.1), (20, 0.05), (100, 0.01), (10, 0.3), (5, 0.2), (4, 0.25)])
def test_where_no_tie_is_cut_every_rule_agrees(ties, number, x):
    # Works of 0, 1, 2 … citations: the top x are exactly the last x · number of them. OpenAlex's rank is (place - 1) /
    # (number - 1), which is at least 1 - x for the same works: (n - k) / (n - 1) >= 1 - k/n, and (n - k - 1) / (n - 1) < 1 - k/n.
    got = asked(one_cell(list(range(number)), ties=ties), "p_top", x=x)
    assert [got[f"w{n}"] for n in range(number)] == pytest.approx(
        [float(n >= number - round(x * number)) for n in range(number)], abs=1e-12
    )


def test_a_work_outside_the_reference_is_compared_but_does_not_enter():
    # The cell is 1, 3 (mean 2): 4 citations score 2, and rank above both; alone in its year a work has no cell.
    world = one_cell([4, 1, 3, 6])
    world.works[0]["reference"] = world.works[3]["reference"] = 0
    world.works[3]["year"] = 2011
    assert asked(world, "ncs") == {"w0": 2.0, "w1": 0.5, "w2": 1.5, "w3": None}
    assert asked(world, "p_top", x=0.1) == {"w0": 1.0, "w1": 0.0, "w2": pytest.approx(0.2), "w3": None}


def test_a_row_of_a_field_that_stands_twice_is_one_row():
    # w0 stands twice with weight 1; w1 has field F in two halves: the cell is (4 + 2) / 2 = 3.
    world = one_cell([4, 2])
    world.work_fields = [("w0", "F", 1.0), ("w0", "F", 1.0), ("w1", "F", 0.5), ("w1", "F", 0.5)]
    assert asked(world, "cell_means") == {"F|2010|article": 3.0}


def test_versions_of_one_doi_are_one_work():
    # w0 and w1 are versions: w2 cites both (one citation), w3 cites w1 and shares the author of w1 (a self-citation).
    world = one_cell([None] * 4, dedupe="doi")
    world.works[0]["doi"], world.works[1]["doi"] = "https://doi.org/10.1000/ABC", " 10.1000/abc"
    world.works[2]["doi"], world.works[3]["doi"] = "", " "
    world.citations = [("w2", "w0"), ("w2", "w1"), ("w3", "w1"), ("w1", "w0"), ("w0", "w2")]
    world.authorships = [{"work_id": "w1", "author_id": "A"}, {"work_id": "w3", "author_id": "A"}]
    assert asked(world, "n_works") == 3
    assert asked(world, "citations", window={"kind": "all"}) == {"w0": 2, "w2": 1, "w3": 0}
    without_own = {"kind": "all", "self_citations": "exclude"}
    assert asked(world, "citations", window=without_own, works=["w1", "w2"]) == {"w1": 1, "w2": 1}


def test_cells_without_field_take_works_without_field():
    world = one_cell([4, 2])
    world.work_fields = world.work_fields[:1]
    assert asked(world, "ncs", cell_keys=["year", "type"]) == {"w0": pytest.approx(4 / 3), "w1": pytest.approx(2 / 3)}


def test_organisations_are_compared_after_nfc_and_blanks():
    world = one_cell([4, 2, 0])
    names = ["Universite\u0301  de Nantes", " Universit\u00e9 de Nantes", "Universit\u00e9 de Nante"]
    world.authorships = [{"work_id": f"w{n}", "author_id": "A", "organisation_id": o} for n, o in enumerate(names)]
    assert asked(world, "n_works", scope={"organisation": "Universit\u00e9 de  Nantes"}) == 2


def test_a_ratio_compares_scopes_indicators_and_numbers():
    # MNCS of the programme 6/3 = 2, of the others 1.5/3 = 1/2, of the world 1; MCS 6 and 1.5.
    world = one_cell([6, 0, 3])
    programme, others = {"programme": 1}, {"programme": 0}
    assert asked(world, "ratio", scope=programme) == 2.0
    assert asked(world, "ratio", numerator=programme, denominator=others) == 4.0
    assert asked(world, "ratio", of="mcs", scope=programme, benchmark=others) == 4.0
    mcs = {"indicator": "mcs", "params": {"scope": others}}
    assert asked(world, "ratio", numerator="mncs", denominator=mcs) == pytest.approx(1 / 1.5)
    assert asked(
        world, "ratio", numerator={"scope": programme}, denominator={"indicator": "mcs", "scope": others}
    ) == pytest.approx(2 / 1.5)
    assert asked(world, "ratio", numerator=2.19, denominator=1.1) == pytest.approx(1.990909, abs=1e-6)
    assert asked(world, "ratio", numerator=1, denominator=0) is None


def test_intervals_are_the_same_on_every_run():
    world = one_cell([0, 1, 2, 3, 40, 7])
    first = asked(world, "stability_interval", of="pp_top", x=0.5, samples=200)
    assert first == asked(world, "stability_interval", of="pp_top", x=0.5, samples=200)
    assert 0 <= first[0] < 0.5 < first[1] <= 1
    assert asked(world, "stability_interval", scope={"works": []}) is None


def test_what_is_unknown_is_refused_by_name():
    world = one_cell([1, 2])
    with pytest.raises(UsageError, match="Unknown indicator with a stability interval 'h_index'"):
        asked(world, "stability_interval", of="h_index")
    with pytest.raises(UsageError, match="Unknown parameter of mcs 'x'"):
        asked(world, "stability_interval", of="mcs", x=0.1)
    with pytest.raises(UsageError, match="x = 10, expected a share above 0 and up to 1"):
        asked(world, "pp_top", x=10)
    with pytest.raises(UsageError, match="Unknown cell key 'colour'"):
        asked(world, "ncs", cell_keys=["colour"])
    with pytest.raises(UsageError, match="expected rising upper ends of bands from 0 to 1"):
        asked(world, "percentile_bands", bounds=[0.5, 0.2])
    with pytest.raises(UsageError, match="is no side of a ratio"):
        asked(world, "ratio", denominator={"colour": 1})

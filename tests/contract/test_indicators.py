"""Every indicator against the rules that all of them keep.

What an indicator means is tested beside its specification; here it is only held that it declares what it must, takes what it
declares and nothing else, and gives its evidence in the one form that figures read.
"""

import ast
from datetime import date
from pathlib import Path

import pytest

import benchside.indicators
from benchside import main
from benchside.indicators.base import FIXED, KEYS, WEIGHED
from benchside.indicators.catalogue import all_indicators
from benchside.model.history import Version
from benchside.model.rounding import STYLES
from benchside.model.tables import RECORD_TYPES
from benchside.store.reading import HISTORY, Tables
from tests.spec.drawing import write

HERE = Path(benchside.indicators.__file__).parent
SPECS = Path(__file__).parents[1] / "spec" / "indicators"
MODULES = sorted(HERE.rglob("*.py"))
FAMILIES = (
    "inputs", "community", "outputs", "science", "policy", "economy", "society", "people", "networks", "kpis", "evidence", "times",
)  # fmt: skip

SCORES = {"work_score", "benchmark_score"}

AT_LEAST = 70
"""So many indicators the catalogue holds; it moves up as some are added, and down only with a reason."""

ALLOWED = ("ibis", "typing", "collections", "dataclasses", "functools", "benchside.errors", "benchside.registry", "benchside.model", "benchside.indicators")  # fmt: skip
"""What modules of indicators may import: nothing that knows a clock, a network, a file or an engine."""

FORBIDDEN_CALLS = {
    "now",
    "today",
    "random",
    "uuid",
    "sql",
    "raw_sql",
    "connect",
    "execute",
    "open",
    "read_csv",
    "read_parquet",
}

everyone = pytest.mark.parametrize("indicator", all_indicators().values(), ids=lambda i: i.id)
every_module = pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(HERE).as_posix())


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A build without a single record."""
    folder = write(tmp_path_factory.mktemp("empty") / "world", {"programme": []}, as_of="2020-12-31")
    main.build(folder)
    desk = main.open_desk(folder)
    yield desk.build
    desk.build.close()


class Watched:
    """Tables that remember which of them were taken."""

    def __init__(self, tables: Tables):
        self._tables, self.taken = tables, set()

    def __getattr__(self, name):
        self.taken.add(name)
        return getattr(self._tables, name)


def test_there_are_enough_indicators_in_every_family():
    found = all_indicators()
    assert len(found) >= AT_LEAST
    assert {i.family for i in found.values()} == set(FAMILIES)


def test_the_ten_key_performance_indicators_of_imi2_are_there():
    numbers = [i.partition("_")[0] for i in all_indicators() if i.startswith("kpi")]
    assert sorted(numbers) == sorted(f"kpi{n}" for n in range(1, 11))


def test_no_two_indicators_bear_one_title():
    titles = [i.title for i in all_indicators().values()]
    assert sorted(titles) == sorted(set(titles))


@everyone
def test_it_stands_in_the_folder_of_its_family(indicator):
    assert (HERE / indicator.family / f"{indicator.id}.py").is_file()


@everyone
def test_its_texts_are_full_sentences(indicator):
    assert indicator.question.endswith("?")
    for text in (indicator.why, indicator.definition, indicator.definition_source, indicator.limits):
        assert text.endswith("."), text
    for text in (
        indicator.question,
        indicator.why,
        indicator.definition,
        indicator.definition_source,
        indicator.limits,
    ):
        assert text[0].isupper() or text[0].isdigit(), text
        assert "  " not in text, text
    assert indicator.title
    assert indicator.unit


@everyone
def test_it_is_reviewed_again_after_it_was_reviewed(indicator):
    assert date.fromisoformat(indicator.review_due) > date.fromisoformat(indicator.reviewed_on)


@everyone
def test_it_declares_tables_keys_and_styles_that_exist(indicator):
    histories = {name + HISTORY for name, of in RECORD_TYPES.items() if isinstance(of.history, Version)}
    assert set(indicator.tables) <= set(RECORD_TYPES) | histories
    assert set(indicator.counts) <= set(RECORD_TYPES)
    assert set(indicator.keys) <= set(KEYS)
    assert len(set(indicator.keys)) == len(indicator.keys)
    assert indicator.printed in STYLES


@everyone
def test_the_indicators_it_names_exist(indicator):
    named = {*indicator.variants, *indicator.companions, *(indicator.parts or ())}
    named |= {indicator.reported_as} if indicator.reported_as else set()
    assert named <= set(all_indicators()), named - set(all_indicators())
    assert indicator.id not in named


@everyone
def test_its_numbers_fit_its_reducer(indicator):
    assert min(indicator.scale, indicator.per, indicator.den_scale) >= 1
    is_ratio = indicator.reducer == "ratio"
    assert is_ratio or (indicator.parts is None and indicator.den_scale == 1)
    assert indicator.per == 1 or indicator.reducer in ("ratio", "time_to")
    assert (indicator.reducer == "time_to") == (indicator.awaited is not None), "a time says what it waits for"
    assert not indicator.interval or indicator.reducer in ("ratio", *WEIGHED)
    assert (indicator.printed == "range") == (indicator.estimate is not None)


@everyone
def test_no_mean_of_scores_or_citations_stands_alone(indicator):
    """A mean is carried by few papers: it names what must be printed beside it. A share is a mean of parts of one and needs none."""
    is_scored = {"work_score", "benchmark_score", "citation_count"} & set(indicator.tables)
    is_mean = indicator.reducer in ("mean", "mean_without_top", "contrast") and indicator.unit != "share"
    assert bool(indicator.companions) == bool(is_scored and is_mean)


@everyone
def test_values_over_scores_tell_few_papers_their_series_and_their_spread(indicator):
    if SCORES & set(indicator.tables) and indicator.reducer != "distinct" and indicator.id != "score_coverage":
        assert indicator.few == 30
        assert indicator.interval
    if SCORES & set(indicator.tables):
        assert {"series", "census"} <= set(indicator.keys)


@everyone
def test_no_score_is_given_for_a_person(indicator):
    """Not by author, not by organisation either: scores are cut by what was funded, never by who wrote."""
    if SCORES & set(indicator.tables):
        assert not {"organisation", "participation"} & set(indicator.keys)
        assert not indicator.people


@everyone
def test_its_rows_bear_the_fixed_columns_and_its_keys_and_nothing_else(indicator, empty):
    rows = indicator.rows(empty.tables(indicator.tables))
    assert sorted(rows.columns) == sorted((*FIXED, *indicator.keys))
    kinds = rows.schema()
    assert (str(kinds["num"]), str(kinds["den"])) in (
        ("int64", "int64"),
        ("!int64", "!int64"),
        ("int64", "!int64"),
        ("!int64", "int64"),
    )
    assert kinds["observed"].is_boolean()
    assert kinds["confidential"].is_boolean()
    assert all(kinds[c].is_string() for c in ("evidence_id", "thing", *indicator.keys))
    assert empty.fetch(rows) == []


@everyone
def test_it_takes_the_tables_it_declares_and_each_of_them(indicator, empty):
    """One it did not declare is not handed over, so that a figure can tell what it rests on."""
    tables = Watched(empty.tables(indicator.tables))
    indicator.rows(tables)
    assert tables.taken == set(indicator.tables)


def test_a_table_that_was_not_declared_is_refused(empty):
    with pytest.raises(AttributeError, match="'participation' was not declared; declared: project"):
        _ = empty.tables(("project",)).participation


@everyone
def test_it_has_a_specification(indicator):
    assert (SPECS / f"test_{indicator.id}.py").is_file()


def test_every_specification_has_its_indicator():
    assert {p.stem.removeprefix("test_") for p in SPECS.glob("test_*.py")} <= set(all_indicators())


@every_module
def test_no_module_knows_a_clock_a_network_a_file_or_an_engine(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for name in _imported(tree):
        assert any(name == a or name.startswith(a + ".") for a in ALLOWED), f"{name} is not among {ALLOWED}"
    called = {n.func.attr for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
    called |= {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
    assert not called & FORBIDDEN_CALLS


@every_module
def test_no_indicator_asks_another(module):
    """They may share functions that make rows, never each other's result."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    taken = {a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names}
    assert "INDICATOR" not in taken


def _imported(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            # `from benchside import x` names the room in its second word.
            yield from (
                [f"benchside.{a.name}" for a in node.names] if node.module == "benchside" else [node.module or ""]
            )

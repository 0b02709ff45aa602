"""The real files of Gateway to Research: every row is accepted or refused, and the portfolio agrees with plain queries over the files.

The queries read the CSV files with the engine alone: they share no line with the source.
"""

import csv
import gzip
import time

import duckdb
import pytest

from benchside import main
from benchside.indicators.catalogue import all_indicators
from benchside.sources.gtr.gtr import SOURCE

MOST_SECONDS = 120
MEASURED_NOUGHTS = {"use_after_output"}
"""A nought that rests on rows of the register: uses that begin in the year of the output."""


def folder_of(shared, name):
    path = shared / "data/gtr" / name
    if not path.is_dir():
        pytest.skip(f"{name} is not in the folder of real data")
    return path


def rows_in(path):
    """The rows below the header, counted without the source."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        return sum(1 for row in csv.reader(file) if row) - 1


@pytest.mark.parametrize("name", ["search_exports_2017", "mrc_2018"])
def test_accepted_and_refused_rows_are_all_rows_of_every_file(shared, name):
    folder = folder_of(shared, name)
    files = {p.name: p for p in sorted(folder.iterdir())}
    extract = SOURCE.read(files, {"as_of": "2018-04-06"})
    said = {}
    for d in extract.decisions:
        if d.table == "(file)" and "accepted" in d.kept:
            said[d.record] = tuple(int(part.split()[0]) for part in d.kept.split(", "))
    tables = {n: p for n, p in files.items() if "csv" in n}
    assert {n: sum(pair) for n, pair in said.items()} == {n: rows_in(p) for n, p in tables.items()}
    # A publication that a project reports twice: 100 102 rows, 100 099 pairs of project and publication.
    assert {n: refused for n, (_, refused) in said.items() if refused} == (
        {"publications.csv.gz": 3} if name == "mrc_2018" else {}
    )
    for refusal in extract.refusals:
        assert " row " in refusal.row
        assert refusal.rule
        assert refusal.do


@pytest.fixture(scope="module")
def portfolio(shared, tmp_path_factory):
    """The portfolio built from the flattened tables; `sql` asks the files themselves."""
    folder = folder_of(shared, "mrc_2018")
    place = tmp_path_factory.mktemp("mrc")
    (place / "programme.toml").write_text(
        f'as_of = "2018-12-31"\n[[source]]\nid = "gtr"\npath = "{folder.as_posix()}"\nas_of = "2018-04-06"\n',
        encoding="utf-8",
    )
    began = time.perf_counter()
    result = main.build(place)
    took = time.perf_counter() - began
    desk = main.open_desk(place)
    yield desk, result, took
    desk.build.close()


@pytest.fixture(scope="module")
def sql(shared):
    folder = folder_of(shared, "mrc_2018")
    con = duckdb.connect()

    def ask(query):
        """`{name}` stands for a file's rows, all columns as text."""
        names = {p.name.removesuffix(".csv.gz") for p in folder.glob("*.csv.gz")}
        sources = {
            n: f"read_csv('{(folder / n).as_posix()}.csv.gz', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = false)"
            for n in names
        }
        return con.execute(query.format(**sources)).fetchall()

    yield ask
    con.close()


def cuts(desk, indicator, by, **scope):
    return {f.cut: f.value for f in desk.ask(indicator, {k: [v] for k, v in scope.items()}, by=by)}


def test_it_builds_within_two_minutes_and_no_record_is_refused_by_the_store(portfolio, sql):
    _, result, took = portfolio
    assert took < MOST_SECONDS
    assert result.warnings == []
    assert result.counts["project"] == sql("SELECT count(*) FROM {projects}")[0][0] == 4_983
    assert result.counts["project_work"] == 100_099


OUTCOMES = {
    "collaboration": "outcome_collaboration",
    "further_funding": "outcome_further_funding",
    "policy_influence": "outcome_policy_influence",
    "product": "outcome_product_intervention",
    "intellectual_property": "outcome_intellectual_property",
    "spin_out": "outcome_spin_out",
    "research_material": "outcome_research_material",
    "database": "outcome_database_model",
    "software": "outcome_software",
    "artistic": "outcome_artistic",
    "engagement": "outcome_dissemination",
}


def test_outcomes_by_type_count_once_in_the_whole_and_once_in_each_project(portfolio, sql):
    desk, result, _ = portfolio
    whole = {kind: sql(f'SELECT count(DISTINCT "outcomeId") FROM {{{name}}}')[0][0] for kind, name in OUTCOMES.items()}
    assert cuts(desk, "reported_outcomes", "kind") == whole
    ties = {kind: sql(f"SELECT count(*) FROM {{{name}}}")[0][0] for kind, name in OUTCOMES.items()}
    assert result.counts["project_outcome"] == sum(ties.values())
    largest = sql(
        'SELECT project_id, count(DISTINCT "outcomeId") AS n FROM {outcome_spin_out} GROUP BY 1 ORDER BY n DESC, 1 LIMIT 5'
    )
    for project, number in largest:
        assert cuts(desk, "reported_outcomes", "kind", project=project)["spin_out"] == number


def test_spin_outs_and_rights(portfolio, sql):
    desk, _, _ = portfolio
    companies = sql('SELECT count(DISTINCT "outcomeId") FROM {outcome_spin_out}')[0][0]
    assert desk.one("spin_offs").value == companies == 104
    by_project = dict(sql('SELECT project_id, count(DISTINCT "outcomeId") FROM {outcome_spin_out} GROUP BY 1'))
    assert cuts(desk, "spin_offs", "project") == by_project
    assert sum(by_project.values()) == 152  # rows of the file: projects add up to more than the whole
    protected = dict(sql(
        'SELECT protection, count(DISTINCT "outcomeId") FROM {outcome_intellectual_property} GROUP BY 1'
    ))  # fmt: skip
    events = desk.build.query("SELECT kind, count(*) AS n FROM exploitation_event GROUP BY 1")
    kinds = {row["kind"]: row["n"] for row in events}
    assert kinds["patent_granted"] == protected["Patent granted"]
    assert kinds["trademark"] == protected["Trade Mark"]
    assert cuts(desk, "reported_rights", "kind") == protected
    licensed = "SELECT count(DISTINCT \"outcomeId\") FROM {outcome_intellectual_property} WHERE licensed = 'Yes'"
    assert kinds["licence"] == desk.one("licences").value == sql(licensed)[0][0]
    each = "SELECT project_id, count(DISTINCT \"outcomeId\") FROM {outcome_intellectual_property} WHERE licensed = 'Yes' GROUP BY 1"
    assert cuts(desk, "licences", "project") == dict(sql(each))


MADE = {
    "assets": 'SELECT project_id, "outcomeId" FROM {outcome_product_intervention} UNION ALL SELECT project_id, "outcomeId" FROM {outcome_database_model} '
    'UNION ALL SELECT project_id, "outcomeId" FROM {outcome_research_material} UNION ALL SELECT project_id, "outcomeId" FROM {outcome_software}',
    "trials": 'SELECT project_id, "outcomeId" FROM {outcome_product_intervention} WHERE "clinicalTrial" = \'true\'',
    "policy_citations": "SELECT project_id, \"outcomeId\" FROM {outcome_policy_influence} WHERE type LIKE 'Citation in %' OR type LIKE 'Implementation %'",
}
"""Indicator → the rows of the files from which the records it counts are made."""


@pytest.mark.parametrize("indicator", MADE)
def test_what_outcomes_become_counts_once_in_each_project_that_reports_it(portfolio, sql, indicator):
    desk, _, _ = portfolio
    whole = f'SELECT count(DISTINCT "outcomeId") FROM ({MADE[indicator]})'
    each = f'SELECT project_id, count(DISTINCT "outcomeId") FROM ({MADE[indicator]}) GROUP BY 1'
    assert cuts(desk, indicator, "project") == dict(sql(each))
    assert desk.one(indicator).value == sql(whole)[0][0] < sum(n for _, n in sql(each))


def test_no_nought_is_claimed_where_the_register_says_nothing(portfolio):
    """No table of the register tells groups of partners, patients, regulators, or who may use a result."""
    desk, _, _ = portfolio
    found = {name: desk.one(name) for name in all_indicators()}
    assert {name for name, f in found.items() if f.value == 0 and f.status == "computed"} <= MEASURED_NOUGHTS
    for name in (
        "kpi6_accessible_projects",
        "kpi9_patient_projects",
        "projects_with_regulators",
        "sme_share_of_participants",
    ):
        assert found[name].status == "no_value"


def test_further_funding_says_what_its_largest_amount_weighs(portfolio):
    desk, _, _ = portfolio
    (note,) = [n for n in desk.one("further_funding_as_printed").notes if "of the sum" in n]
    assert note.endswith("is 11.4 % of the sum")
    assert not [n for n in desk.one("further_funding").notes if "of the sum" in n]


def test_policy_influence_by_type(portfolio, sql):
    desk, _, _ = portfolio
    found = dict(sql(
        "SELECT coalesce(replace(type, 'in a advisory', 'in advisory'), '(none)') AS t, count(DISTINCT \"outcomeId\") "
        "FROM {outcome_policy_influence} GROUP BY 1"
    ))  # fmt: skip
    assert cuts(desk, "policy_influences", "kind") == found


def test_further_funding_with_and_without_the_largest_amount(portfolio, sql):
    desk, _, _ = portfolio
    first = (
        'SELECT "outcomeId" AS o, "currCode" AS c, first("amountPounds"::BIGINT) AS a FROM {outcome_further_funding} '
        'WHERE "amountPounds" IS NOT NULL GROUP BY 1, 2'
    )
    total, largest = sql(f"SELECT sum(a), max(a) FROM ({first})")[0]
    printed = desk.one("further_funding_as_printed").value
    # One amount is reported as 30 million by one project and as 15 million by another: the first counts.
    assert abs(printed - total) <= 15_000_000
    assert largest == 1_270_000_000
    by_currency = cuts(desk, "further_funding_as_printed", "kind")
    assert by_currency["COP"] == largest  # the largest amount is said to be in Colombian pesos
    assert 0.11 < largest / printed < 0.12
    pounds = sql(f"SELECT sum(a) FROM ({first}) WHERE c = 'GBP'")[0][0]
    assert abs(desk.one("further_funding").value - pounds) <= 15_000_000
    assert by_currency["GBP"] == desk.one("further_funding").value


def test_products_by_stage_and_collaborations_by_sector(portfolio, sql):
    desk, _, _ = portfolio
    query = 'SELECT {column}, count(DISTINCT "outcomeId") FROM {table} GROUP BY 1'
    stages = dict(sql(query.replace("{column}", "stage").replace("{table}", "{outcome_product_intervention}")))
    found = cuts(desk, "reported_products", "stage")
    assert found["initial_development"] == stages["Initial development"]
    assert found["market_authorisation"] == stages["Market authorisation"]
    assert found["wide_scale_adoption"] == stages["Wide-scale adoption"]
    assert sum(found.values()) == sum(stages.values())
    sectors = dict(sql(query.replace("{column}", "sector").replace("{table}", "{outcome_collaboration}")))
    found = cuts(desk, "reported_collaborations", "sector")
    assert (found["private"], found["academic"], found["hospital"]) == (
        sectors["Private"], sectors["Academic/University"], sectors["Hospitals"],
    )  # fmt: skip
    assert found["(none)"] == sectors[None]


def test_money_of_the_grants(portfolio, sql):
    desk, result, _ = portfolio
    value, noughts = sql("SELECT sum(value_pounds::BIGINT), count(*) FILTER (value_pounds = '0') FROM {projects}")[0]
    assert desk.one("national_funding").value == value
    assert noughts == 82
    assert result.counts["contribution"] == 4_983


def test_publications_once_in_the_whole(portfolio, sql):
    desk, _, _ = portfolio
    distinct = sql("SELECT count(DISTINCT outcome_id) FROM {publications}")[0][0]
    assert desk.one("publications").value == distinct == 83_645

"""The report by frameworks: what is given, what is needed, and how targets stand."""

import re

import pytest

from benchside import main
from benchside.errors import UsageError
from benchside.frameworks.reading import read_catalogues
from benchside.reports.edition import Edition, masthead
from benchside.reports.frameworks import fed_by, sections
from benchside.reports.targets import bullets, targets
from benchside.reports.template import parse_template, read_template
from benchside.reports.writers.checking import printer
from benchside.reports.writers.pages import report
from benchside.reports.writers.site import Site

# 2014-01-01 to 2024-01-01 are 3 652 days; 2019-01-01 is day 1 826, half of them.
WORLD = """
    asset
    asset_id | project_id | kind     | name             | created_on
    a1       | alpha      | taxonomy | <b>divisions</b> | 2015-01-01
    a2       | alpha      | taxonomy | more divisions   | 2015-01-01
    a3       | alpha      | medicine | a medicine       | 2015-01-01

    asset_use
    asset_id | user_group | used_on
    a1       | industry   | 2016-01-01

    coverage
    record_type | scope_key | scope_value | level    | reason
    asset       | all       | *           | complete | made
    asset_use   | all       | *           | complete | made
    exploitation_event | all | *          | complete | made

    target
    target_id | framework | indicator                     | scope       | wording | wording_state  | baseline | baseline_on | target | due_on
    t4        | IMI2 KPIs | kpi4_taxonomies               | project=alpha | made    | seen           | 0        | 2014-01-01  | 8      | 2024-01-01
    t8        | IMI2 KPIs | kpi8_industry_implementations | project=alpha | made    | to be verified | 0        | 2014-01-01  | 2      | 2024-01-01
    t2        | IMI2 KPIs | kpi2_assets_with_milestone    | project=alpha | made    | seen           | 0        |             | 5      |
"""


@pytest.fixture
def edition(world, tmp_path):
    return Edition(world(WORLD, as_of="2019-01-01"), masthead({"name": "Made"}), {}, [], tmp_path)


def page(edition, template, tmp_path):
    site = Site(edition, tmp_path / "site", "frameworks", printer(edition))
    report.write(site, template)
    return (tmp_path / "site" / "index.html").read_text(encoding="utf-8"), site


def test_every_framework_stands_in_the_report(edition, tmp_path):
    html, site = page(edition, read_template("frameworks"), tmp_path)
    assert len(re.findall(r'<section class="framework" id="framework-', html)) == 9
    # A name from a record is shown as text.
    assert "<b>divisions" not in html
    assert "&lt;b&gt;divisions" in html
    assert "kpi_progress" in site.drawings


def test_a_gap_says_what_would_be_needed(edition):
    (found,) = sections(edition, "translational_stages")
    # Two taxonomies are in no stage; the medicine is one that could reach people.
    assert [a.count.entry.code for a in found.gaps] == ["T0", "T2", "T3", "T4"]
    assert found.gaps[1].needs == "Trials, qualification opinions and marketing authorisations."
    assert found.answers[1].needs == ""
    assert fed_by(found.answers[1]) == "Asset: 1"


def test_targets_are_held_against_the_figure_of_their_scope_at_the_date(edition):
    held = {t.figure.id: (t.held.status, t.held.expected) for t in targets(edition)}
    # Two taxonomies of eight where half the time is gone: four were due. One result in use of two: exactly on the line.
    assert held["kpi4_taxonomies"] == ("behind", 4)
    assert held["kpi8_industry_implementations"] == ("on the way", 1)
    assert held["kpi2_assets_with_milestone"][1] is None


def test_bullets_show_the_way_that_is_gone(edition):
    rows = {b.figure.id: b for b in bullets(targets(edition))}
    taxonomies = rows["kpi4_taxonomies"]
    assert (taxonomies.way, taxonomies.expected_way) == (0.25, 0.5)
    assert (taxonomies.value, taxonomies.target, taxonomies.expected, taxonomies.due) == ("2", "8", "4", "2024-01-01")


def test_an_entry_with_a_target_bears_the_targets_scope(edition):
    (found,) = sections(edition, "imi2_kpis")
    by_code = {a.count.entry.code: a for a in found.answers}
    assert by_code["KPI 4"].held.scope == "project=alpha"
    assert by_code["KPI 4"].figure.value == 2
    # No target is recorded for KPI 1: the framework's own numbers stand there without a status.
    assert by_code["KPI 1"].held is None


def test_a_programmes_own_framework_is_reported_from_its_file(edition, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.toml").write_text(
        'id = "own"\ntitle = "Own"\nshort = "Own"\nabout = "Own."\nsource = "Made."\nmapping = "Made."\n'
        '[[entry]]\ncode = "1"\ntitle = "Divisions"\ndefinition = "Divisions."\nwording = "seen"\nneeds = "Assets."\n'
        'rules = [{ record_type = "asset", where = { kind = ["taxonomy"] } }]\n',
        encoding="utf-8",
    )
    edition.frameworks = list(read_catalogues([tmp_path / "own"], []).values())
    html, _ = page(edition, parse_template("# Own\n\n{{framework:own}}\n", "made.md"), tmp_path)
    assert 'id="framework-own"' in html
    assert "Asset: 2" in html


def test_an_unknown_framework_is_named_with_its_line(edition, tmp_path):
    with pytest.raises(
        UsageError, match=r"made\.md line 1, framework:tsbn: Unknown framework 'tsbn'\. Did you mean 'tsbm'\?"
    ):
        page(edition, parse_template("{{framework:tsbn}}", "made.md"), tmp_path)


def test_an_empty_programme_has_the_frameworks_and_nothing_else(tmp_path):
    folder = tmp_path / "empty"
    main.new(folder, as_csv=True)
    main.build(folder)
    desk = main.open_desk(folder)
    with desk.build:
        edition = Edition(desk, masthead({}), {}, [], tmp_path)
        html, site = page(edition, read_template("frameworks"), tmp_path)
        assert all(not a.is_given for s in sections(edition) for a in s.answers)
    assert "kpi_progress" not in site.drawings
    assert html.count("<em>Needed:</em>") == 6 + 10 + 27 + 19 + 5 + 30 + 17 + 9 + 5

"""The example programme, from its records to the answers the issue of the brochure and the slides turns on."""

import shutil

import pytest

from benchside import main
from benchside.figures.check import check
from benchside.frameworks.counting import Tagging
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "imi"
    shutil.copytree(ROOT / "examples" / "imi", folder, ignore=shutil.ignore_patterns(".benchside"))
    result = main.build(folder)
    assert result.refused == 0
    desk = main.open_desk(folder)
    yield desk
    desk.build.close()


@pytest.fixture(scope="module")
def checked(desk):
    return {c.figure_id: c for c in check(desk)}


IMI1 = {"programme": ["IMI1"]}

AREAS = {
    # The slide's amounts that the records give to the euro: public money and industry in kind of the area's projects.
    "geriatrics": 47_453_831,  # SPRINTT 23 999 439 + 23 454 392
    "drug-kinetics": 18_118_248,  # K4DD 8 286 930 + 9 831 318
    "drug-delivery": 21_336_248,  # ORBITO 8 975 392 + 12 360 856
    "relative-effectiveness": 14_910_397,  # GETREAL 8 000 000 + 6 910 397
}


def test_the_money_of_the_first_programme_is_that_of_its_fact_sheets(desk):
    assert desk.one("public_funding", IMI1).value == 965_713_338
    assert desk.one("industry_in_kind", IMI1).value == 973_017_703
    assert desk.one("public_plus_industry", IMI1).value == 965_713_338 + 973_017_703


def test_areas_equal_the_slides_to_the_euro_and_add_up_exactly(desk):
    cuts = desk.ask("public_plus_industry", IMI1, by="area")
    values = {f.cut: f for f in cuts}
    assert {a: values[a].value for a in AREAS} == AREAS
    assert len(cuts) == 18
    assert sum(f.value for f in cuts) == 965_713_338 + 973_017_703


def test_almost_no_amount_was_on_record_in_june_2016(desk):
    then = desk.one("public_plus_industry", IMI1, as_of="2016-06-30")
    assert then.n < 10 < desk.one("public_plus_industry", IMI1).n


def test_leverage_by_both_definitions(desk):
    assert round(desk.one("leverage_total", IMI1).value, 2) == 2.26
    assert round(desk.one("leverage_industry", IMI1).value, 2) == 2.01
    by_project = {f.label: f.value for f in desk.ask("leverage_industry", IMI1, by="project")}
    assert len(by_project) == 59
    assert sum(v < 2 for v in by_project.values()) == 25
    assert round(by_project["GetReal"], 2) == 1.86  # 14 910 397 / 8 000 000


def test_jobs_are_a_range_from_the_published_number(desk):
    figure = desk.one("jobs_total", IMI1)
    assert (figure.status, figure.value, figure.low) == ("estimated", None, 6816)  # 2 272 × 3
    assert figure.high == pytest.approx(12950.4)  # 2 272 × 5.7


def test_an_amount_that_changes_shows_its_versions_by_date(desk):
    def associated(day):
        return desk.one("associated_partner_contributions", {"project": ["innodia"]}, as_of=day).value

    assert [associated(d) for d in ("2018-12-31", "2020-12-31", "2021-12-31")] == [5_657_245, 9_164_968, 10_451_361]


def test_undated_versions_are_kept_and_never_dated(desk):
    history = desk.build.history("contribution")
    rows = desk.build.fetch(
        history.filter(history.project_id.isin(["combacte-magnet", "u-biopred"]) & (history.state == "as_published"))
    )
    undated = {(r["project_id"], r["payer"], r["amount"] // 100) for r in rows if r["valid_on"] is None}
    assert {("combacte-magnet", "eu", 46_725_530), ("u-biopred", "eu", 8_867_221)} <= undated
    assert all(r["true_from"] is None for r in rows if r["valid_on"] is None)
    assert desk.one("public_funding", {"project": ["u-biopred"]}).value == 9_935_501


def test_the_check_finds_the_euro_of_rounding(checked):
    total = next(c for c in checked.values() if c.published == 1_918_875_722)
    assert "€1 918 875 723, €1 more than the printed total" in total.cause.replace("\u202f", " ")


def test_the_check_says_that_a_mapping_made_to_agree_proves_nothing(checked):
    for area, amount in AREAS.items():
        row = next(c for c in checked.values() if f"area={area};" in c.scope and c.published == amount)
        assert row.verdict == "reproduced"
        assert "no independent proof" in row.cause, area


def test_the_check_says_how_far_an_area_has_moved_and_through_which_projects(checked):
    lung = next(c for c in checked.values() if c.published == 38_499_367)
    assert (lung.verdict, lung.difference) == ("differs", 8_733)  # 13 997 947 + 24 510 153 = 38 508 100
    assert "through PROactive, U-BIOPRED" in lung.cause
    assert "€8 867 221 (S100, undated)" in lung.cause.replace("\u202f", " ")


def test_the_check_reads_the_two_shares_of_small_companies_as_two_scopes(checked):
    whole = next(c for c in checked.values() if c.quotation.startswith("15.8%"))
    nine = next(c for c in checked.values() if c.quotation.startswith("18% of the funding"))
    assert whole.scope != nine.scope
    assert "call=IMI1-C1|" in nine.scope
    assert whole.computed is not None
    assert nine.computed is not None
    assert "partial" in whole.cause
    assert "partial" in nine.cause


def test_the_check_finds_that_16_per_cent_needs_industry_left_out(checked):
    share = next(c for c in checked.values() if "16%" in c.quotation and c.indicator == "sme_share_of_beneficiaries")
    cause = share.cause.replace("\u202f", " ")
    assert "gives it: 169 of 1 057 is 15.99 %" in cause
    assert "169 of 1 537 is 11.00 %" in cause


def test_the_check_finds_what_the_patents_imply_and_where_the_jobs_lie(checked):
    patents = next(c for c in checked.values() if c.indicator == "patents_per_10m")
    assert "€62 500 000" in patents.cause.replace("\u202f", " ")
    jobs = next(c for c in checked.values() if c.indicator == "jobs_total")
    assert "the top of the range 6 816 to 12 950" in jobs.cause.replace("\u202f", " ")


def test_the_check_finds_that_two_euro_hold_for_the_whole_and_not_for_every_project(checked):
    leverage = next(c for c in checked.values() if c.indicator == "leverage_total" and c.comparator == "ge")
    assert leverage.verdict == "reproduced"
    assert "25 of 59 projects fall short" in leverage.cause
    assert "GetReal 1.86" in leverage.cause


def test_every_published_figure_has_a_verdict_and_says_what_is_missing(checked):
    assert len(checked) >= 300
    for c in checked.values():
        assert c.verdict in ("reproduced", "differs", "not_recomputable", "contradicted")
        assert c.cause or c.missing or c.verdict == "reproduced" or c.difference is not None, c.figure_id
        assert c.verdict != "not_recomputable" or c.missing, c.figure_id


def test_every_record_has_a_document_or_says_why_not(desk):
    for table in (
        "project",
        "contribution",
        "participation",
        "allocation",
        "asset",
        "link",
        "exploitation_event",
        "award",
    ):
        rows = desk.build.history(table)
        assert not desk.build.fetch(rows.filter(rows.document_id.isnull()).limit(1)), table


def test_every_story_is_a_chain_whose_arrows_have_a_source(desk):
    stories = {r["story_id"] for r in desk.build.fetch(desk.build.history("story"))}
    assert len(stories) >= 30
    links = {r["link_id"]: r for r in desk.build.fetch(desk.build.history("link"))}
    chains: dict[str, list] = {}
    for row in desk.build.fetch(desk.build.history("story_link").order_by(["story_id", "position"])):
        chains.setdefault(row["story_id"], []).append(links[row["link_id"]])
    assert set(chains) == stories
    for story, chain in chains.items():
        assert len(chain) >= 2, story
        assert all(link["document_id"] and link["grade"] and link["stated_by"] for link in chain), story


def quotations(desk):
    rows = desk.build.fetch(desk.build.history("published_figure"))
    return {r["published_figure_id"]: (r["document_id"], " ".join(r["quotation"].split())) for r in rows}


def test_quotations_are_at_most_a_dozen_words(desk):
    assert {i: q for i, (_, q) in quotations(desk).items() if len(q.split()) > 12} == {}


def test_quotations_of_the_two_documents_stand_in_them(desk, shared):
    texts = {
        document: " ".join((shared / "seeds" / name).read_text(encoding="utf-8").split())
        for document, name in (("S010", "imi-added-value-brochure.txt"), ("S011", "open-innovation-slides.txt"))
    }
    quoted = {i: (d, q) for i, (d, q) in quotations(desk).items() if d in texts}
    assert len(quoted) >= 95
    assert {i: q for i, (d, q) in quoted.items() if q not in texts[d]} == {}


def test_the_eighteen_areas_are_published_as_amounts_and_shares(desk):
    rows = desk.build.fetch(desk.build.history("published_figure"))
    cuts = [(r["cut"], r["unit"]) for r in rows if r["document_id"] == "S011" and (r["cut"] or "").startswith("area=")]
    assert len({c for c, unit in cuts if unit == "share"}) == len({c for c, unit in cuts if unit != "share"}) == 18


HAND_PICKED = {
    # Everything that the tagged record shows of any framework. What a tag alone gives is all of it, where nothing else is said.
    "asset_use:L086-use": {"horizon_europe_kip": {"9.M": ""}, "payback": {"5": ""}},
    "asset_use:L035-use": {
        "tsbm": {"P1": "demonstrated"},
        "ukri_outcomes": {"policyinfluences": ""},
        "payback": {"3": ""},  # twice over: the tag, and a use by a regulator
    },
    "observation:firalis-employees-2015": {
        "payback": {"5": ""},
        "horizon_europe_kip": {"7.L": ""},  # twice over: the tag, and a number of employees
    },
    # What may come counts in the one framework that asks for it; the rest is an outcome under the heading of better science.
    "effect:noldus-effect": {
        "tsbm": {"E5": "potential"},
        "horizon_europe_kip": {"4.M": ""},
        "imi_measures_of_success": {"2": ""},
        "ukri_outcomes": {"impactsummaries": ""},
    },
}

BY_TAGS_ALONE = {
    # Entry → records demonstrated and potential, for entries that nothing but a tag feeds in this example.
    ("tsbm", "C1"): (1, 0),  # the Ebola test
    ("tsbm", "M1"): (1, 0),  # the emergency room in Kambia
    ("tsbm", "M7"): (0, 1),  # people vaccinated; fewer ill people are not recorded
    ("tsbm", "E5"): (0, 1),  # the tests of behaviour in mice
    ("horizon_europe_kip", "2.M"): (1, 0),  # graduates of COMPACT
    ("sdg", "3"): (1, 0),  # people vaccinated
    ("ukri_outcomes", "facilities"): (1, 0),  # the samples that ICDD used
}


def test_a_tag_counts_once_in_every_framework_that_reads_it(desk):
    tagging = Tagging(desk.build, read_catalogues([shipped()], list(all_indicators())).values())
    types = {record.partition(":")[0] for record in HAND_PICKED}
    listed = {each.id: each.entries for name in types for each in tagging.listed(name)}
    assert {record: listed[record] for record in HAND_PICKED} == HAND_PICKED
    counts = {(r.framework.id, c.entry.code): c for r in tagging.report() for c in r.counts}
    assert {key: (counts[key].demonstrated, counts[key].potential) for key in BY_TAGS_ALONE} == BY_TAGS_ALONE
    assert not any(c.records for (framework, _), c in counts.items() if framework == "trl")


def test_every_tag_says_why_and_rests_on_a_document(desk):
    tags = desk.build.fetch(desk.build.history("tag"))
    assert {t["tag_id"] for t in tags if not (t["note"] and t["document_id"] and t["grade"])} == set()
    tagging = Tagging(desk.build, read_catalogues([shipped()], list(all_indicators())).values())
    shown = {each.id: set(each.tags) for name in tagging.types for each in tagging.listed(name) if each.tags}
    assert {t["tag_id"] for t in tags if t["tag"] not in shown.get(f"{t['record_type']}:{t['record_id']}", ())} == set()

"""Each chart with made figures: its finding, its table, and that it stands up to odd ones."""

import json
from xml.etree import ElementTree

import altair
import pytest

from benchside.charts.catalogue import all_charts, chart
from benchside.charts.render import svg
from benchside.errors import UsageError
from tests.unit.charts.made import asking, figure

SVG = "{http://www.w3.org/2000/svg}"


def by_programme(answers):
    """Figures by the programme the scope names."""
    return lambda scope: answers[scope["programme"][0]] if "programme" in scope else answers[""]


MADE = {
    "money_by_area": {
        ("public_funding", "area"): [
            figure("cancer", 60_000_000, label="Cancer"), figure("vaccines", 20_000_000, label="Vaccines"), figure("(none)", 20_000_000),
        ],
        ("industry_in_kind", "area"): [figure("vaccines", 90_000_000, label="Vaccines"), figure("cancer", 10_000_000, label="Cancer")],
    },
    "money_by_payer_programme": {
        ("total_cost", "programme"): [figure("IMI1", 200_000_000), figure("IMI2", 100_000_000)],
        ("total_cost", "payer"): by_programme({
            "IMI1": [figure("eu", 80_000_000), figure("industry", 120_000_000)],
            "IMI2": [figure("eu", 50_000_000), figure("industry", 25_000_000), figure("associated_partner", 25_000_000)],
        }),
    },
    "leverage_by_project": {
        ("leverage_industry", "project"): [figure("a", 2.5, label="ALPHA"), figure("b", 2.0, label="BETA"), figure("c", 1.5, label="GAMMA"), figure("d", None, label="DELTA")],
    },
    "teams_by_group": {
        ("teams", None): [figure(None, 100, by=None)],
        ("teams", "programme"): [figure("IMI1", 60), figure("IMI2", 40)],
        ("teams", "group"): by_programme({
            "": [figure("academic", 70), figure("other", 20), figure("sme", 10)],
            "IMI1": [figure("academic", 50), figure("sme", 10)],
            "IMI2": [figure("academic", 20), figure("other", 20)],
        }),
    },
    "countries": {("teams", "country"): [figure("GB", 30), figure("DE", 20)], ("teams", None): [figure(None, 50, by=None)]},
    "outputs_by_kind": {("assets", "kind"): [figure("biomarker", 3), figure("tool", 1)]},
    "asset_stages": {("assets", "stage"): [figure("developed", 15), figure("in_use", 5)]},
    "uses_by_group": {
        ("asset_uses", "sector"): [figure("unknown", 6), figure("regulator", 4)],
        ("outside_uses_share", None): [figure(None, 0.75, by=None)],
    },
    "jobs_range": {
        ("jobs_total", None): [figure(None, None, by=None, status="estimated", low=6816, high=12950.4, indicator="jobs_total")],
        ("direct_jobs", None): [figure(None, 2272, by=None, status="reported", indicator="direct_jobs")],
    },
    "sme_share_by_call": {
        ("sme_share_of_funding", "call"): [figure("C2", 0.5, label="Call 2"), figure("C1", 0.02, label="Call 1")],
        ("sme_share_of_funding", None): [figure(None, 0.12, by=None)],
    },
    "projects_timeline": {("projects", "year"): [figure("2009", 2), figure("2011", 3), figure("(none)", 4)]},
    "publications_by_year": {("publications", "year"): [figure("2012", 1200), figure("2013", 900)]},
    "evidence_by_grade": {("links", None): [figure(None, 10, by=None, grades={"claimed": 6, "documented": 3, "registry": 1})]},
    "policy_steps": {("regulatory_procedures", "kind"): [figure("letter_of_support", 3), figure("submission", 2)]},
    "outcomes_by_tile": {("effects", "tile"): [figure("industry_use", 2), figure("standards", 1)]},
    "publications_by_type": {("publications", "kind"): [figure("article", 30), figure("review", 10)], ("publications", None): [figure(None, 40, by=None)]},
    "fields": {("publications", "field"): [figure("Medicine", 30), figure("Biology", 20)], ("publications", None): [figure(None, 40, by=None)]},
    "impact_profile": {("impact_profile", "kind"): [figure("up to 2", 6), figure("0", 3), figure("above 8", 1), figure("up to 1/8", 2)]},
    "citation_trend": {
        ("mncs", "year"): [figure("2012", 1.5, low=1.1, high=2.0), figure("2013", 0.9, low=0.5, high=1.4), figure("2014", 2.0)],
        ("median_ncs", "year"): [figure("2012", 0.8), figure("2013", 0.7), figure("2014", 1.2)],
        ("scored_papers", "year"): [figure("2012", 40), figure("2013", 40), figure("2014", 40), figure("2015", 9)],
    },
    "impact_against_benchmark": {
        ("mncs", None): [figure(None, 2.19, by=None, low=1.9, high=2.5)],
        ("median_ncs", None): [figure(None, 1.1, by=None)],
        ("top10_share", None): [figure(None, 0.24, by=None)],
        ("benchmark_mncs", "benchmark"): [figure("w", 2.07, label="Another funder", low=1.8, high=2.4), figure("eu", 1.1, label="EU-28", low=1.0, high=1.2)],
        ("benchmark_median_ncs", "benchmark"): [figure("eu", 0.6, label="EU-28")],
        ("benchmark_top10_share", "benchmark"): [figure("eu", 0.117, label="EU-28")],
    },
    "impact_by_project": {
        ("mncs", "project"): [figure("b", 2.0, label="BETA", low=1.2, high=3.0), figure("a", 1.5, label="ALPHA", low=0.8, high=2.2), figure("c", 9.0, label="GAMMA", few=True, low=0.1, high=20.0)],
        ("median_ncs", "project"): [figure("a", 0.75, label="ALPHA")],
        ("top10_share", "project"): [figure("a", 0.125, label="ALPHA")],
    },
}  # fmt: skip
"""chart → what it may ask and gets; what is not here is refused."""

FINDINGS = {
    # 20 + 90 of 60 + 20 + 20 + 90 + 10 = 200 million; 20 without an area are a tenth.
    "money_by_area": "55\u202f% of the money goes to vaccines; for 10\u202f% no area is recorded",
    "money_by_payer_programme": "The European Union pays 40\u202f% of IMI1 and 50\u202f% of IMI2",
    "leverage_by_project": "In 1 of 3 projects industry gives less than the public",
    "teams_by_group": "Universities and public research make up 70\u202f% of the 100 teams",
    "countries": "The United Kingdom has the most teams: 30 of 50 (60\u202f%)",
    "outputs_by_kind": "The most frequent kind of result is biomarker or patient subtype: 3 of 4",
    "asset_stages": "5 of 20 results (25\u202f%) are in use",
    "uses_by_group": "Regulators are the users named most often: 4 of 10 recorded uses",
    "jobs_range": "Between 6\u202f816 and 12\u202f950 jobs in the economy may go with 2\u202f272 direct jobs",
    "sme_share_by_call": "Small companies receive 12\u202f% of the funding: from 2\u202f% to 50\u202f%, depending on the call",
    "projects_timeline": "Most projects began in 2011: 3 of 5",
    "publications_by_year": "Most publications appeared in 2012: 1\u202f200 of 2\u202f100",
    "evidence_by_grade": "40\u202f% of the 10 links rest on more than a claim",
    "policy_steps": "The most frequent regulatory step is letter of support: 3 of 5",
    "outcomes_by_tile": "2 of 3 recorded effects fall under “use by industry”",
    "publications_by_type": "The most frequent type is article: 30 of 40 publications (75\u202f%)",
    "fields": "The field with the most publications is Medicine: 30 of 40 (75\u202f%)",
    # 6 up to 2 and 1 above 8 of 6 + 3 + 1 + 2: 7 of 12 are 58.3 %.
    "impact_profile": "7 of 12 papers (58\u202f%) are cited above the world average",
    "citation_trend": "Of 3 years, the mean in 2 and the median in 1 lie above the world average",
    # 1.2 ends before 1.9 begins; 2.4 does not.
    "impact_against_benchmark": "The programme's mean of 2.19 lies above EU-28, not apart from Another funder",
    # GAMMA has few papers; of the others the interval of BETA alone begins above 1.
    "impact_by_project": "1 of 2 projects with enough papers lies with its whole interval above the world average",
}

TABLES = {
    "money_by_area": (
        ("Vaccines", "€20.0\u202fm", "€90.0\u202fm", "€110.0\u202fm", "55\u202f%"),
        ("Cancer", "€60.0\u202fm", "€10.0\u202fm", "€70.0\u202fm", "35\u202f%"),
        ("Area not recorded", "€20.0\u202fm", "€0.0\u202fm", "€20.0\u202fm", "10\u202f%"),
    ),
    "leverage_by_project": (("GAMMA", "1.50"), ("BETA", "2.00"), ("ALPHA", "2.50"), ("DELTA", "no value")),
    "teams_by_group": (
        ("Universities and public research", "50", "20", "70", "70\u202f%"),
        ("Small and medium-sized companies", "10", "0", "10", "10\u202f%"),
        ("Others", "0", "20", "20", "20\u202f%"),
    ),
    "jobs_range": (
        ("Jobs that projects pay or create", "2\u202f272", "2\u202f272", "published statement"),
        ("Jobs in the economy as a whole (estimated)", "6\u202f816", "12\u202f950", "estimated"),
    ),
    "projects_timeline": (("2009", "2"), ("2011", "3"), ("not recorded", "4")),
    "impact_by_project": (
        ("ALPHA", "1 paper", "1.50 (0.80 to 2.20)", "0.75", "12.5\u202f%"),
        ("BETA", "1 paper", "2.00 (1.20 to 3.00)", "no value", "no value"),
        ("GAMMA", "1 paper", "9.00 (0.10 to 20.00)", "no value", "no value"),
    ),
    "citation_trend": (
        ("2012", "1 paper", "1.50 (1.10 to 2.00)", "0.80"),
        ("2013", "1 paper", "0.90 (0.50 to 1.40)", "0.70"),
        ("2014", "1 paper", "2.00", "1.20"),
        ("2015", "", "too recent", "too recent"),
    ),
}

OF_BANDS_AND_YEARS = ("impact_profile", "citation_trend")
"""Charts that draw nothing of cuts that are no bands, or of a single year."""


def drawn(name, answers=None):
    return chart(name).draw(asking(MADE[name] if answers is None else answers), {})


def values(spec):
    """Every value list of a specification."""
    return [spec["data"]["values"], *(layer["data"]["values"] for layer in spec["layer"] if "data" in layer)]


def test_every_chart_is_tried_here():
    assert set(MADE) == set(FINDINGS) == set(all_charts())


def test_an_unknown_chart_is_named_with_those_there_are():
    with pytest.raises(UsageError, match=r"Unknown chart 'pie'\. Known: .*money_by_area"):
        chart("pie")


@pytest.mark.parametrize("name", FINDINGS)
def test_the_title_is_the_finding(name):
    assert drawn(name).title == FINDINGS[name]


@pytest.mark.parametrize("name", TABLES)
def test_the_table_says_what_the_picture_says(name):
    drawing = drawn(name)
    assert drawing.rows == TABLES[name]
    assert {len(row) for row in drawing.rows} == {len(drawing.columns)}


@pytest.mark.parametrize("name", MADE)
def test_a_drawing_is_whole(name):
    drawing = drawn(name)
    assert drawing.id == name
    assert drawing.definition.endswith(".")
    assert drawing.source == "As of 22 November 2026. Document: D1. Build 0001-made."
    assert drawing.figures
    assert drawing.rows
    assert {len(row) for row in drawing.rows} == {len(drawing.columns)}


@pytest.mark.parametrize("name", MADE)
def test_a_specification_is_valid_and_holds_its_data(name):
    spec = drawn(name).spec
    altair.LayerChart.from_dict(spec)
    assert all(values(spec))
    assert '"url"' not in json.dumps(spec)
    assert "title" not in spec


@pytest.mark.parametrize("name", MADE)
def test_the_svg_reads_as_one_picture_with_a_name(name):
    root = ElementTree.fromstring(svg(drawn(name)))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == FINDINGS[name]
    assert root.find(f"{SVG}desc").text == drawn(name).definition
    assert not [e for e in root.iter() if e is not root and (e.get("role") or e.get("aria-label"))]


@pytest.mark.parametrize("name", MADE)
def test_without_figures_there_is_no_drawing(name):
    assert drawn(name, {}) is None
    assert drawn(name, {key: (lambda scope: []) for key in MADE[name]}) is None


@pytest.mark.parametrize("name", MADE)
def test_figures_without_a_value_are_no_drawing(name):
    none = {(i, by): [figure("a" if by else None, None, by=by, indicator=i)] for i, by in MADE[name]}
    assert drawn(name, none) is None


@pytest.mark.parametrize("name", [n for n in MADE if any(by for _, by in MADE[n]) and n not in OF_BANDS_AND_YEARS])
@pytest.mark.parametrize("many", [1, 100])
def test_one_value_and_a_hundred_can_be_drawn(name, many):
    # Labels of sixty letters, two of them alike; years where years are meant.
    label = "x" * 5 + " a label that is about sixty letters long, as some are"
    cuts = [figure(str(1950 + n), 1 + (n * 7) % 90, label=label + str(max(n, 1))) for n in range(many)]
    total = [figure(None, sum(f.value for f in cuts), by=None, grades={"claimed": many})]
    drawing = drawn(name, {(i, by): cuts if by else total for i, by in MADE[name]})
    assert drawing is not None
    assert 'role="img"' in svg(drawing, 360)


def test_projects_where_industry_gives_enough_are_said_to():
    figures = [figure("a", 2.0), figure("b", 3.0)]
    drawing = drawn("leverage_by_project", {("leverage_industry", "project"): figures})
    assert drawing.title == "In all 2 projects industry gives at least as much as the public"


def test_years_without_a_value_keep_their_place():
    spec = drawn("projects_timeline").spec
    assert [(v["year"], v["value"]) for v in spec["data"]["values"]] == [("2009", 2.0), ("2010", 0), ("2011", 3.0)]
    assert "4 whose beginning is not recorded" in drawn("projects_timeline").definition


def test_incomplete_records_are_said_to_be():
    figures = [figure("tool", 3, coverage="partial")]
    assert "not complete" in drawn("outputs_by_kind", {("assets", "kind"): figures}).definition
    assert "not complete" not in drawn("outputs_by_kind").definition


def test_a_grade_nobody_gave_is_neither_strong_nor_weak():
    grades = {"claimed": 2, "independent": 1, "": 1}
    drawing = drawn("evidence_by_grade", {("links", None): [figure(None, 4, by=None, grades=grades)]})
    assert drawing.title == "25\u202f% of the 4 links rest on more than a claim"
    assert drawing.rows[-1] == ("Not graded", "", "1", "25\u202f%")

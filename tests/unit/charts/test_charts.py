"""Each chart with made figures: its finding, its table, and that it stands up to odd ones."""

import json
from fractions import Fraction
from xml.etree import ElementTree

import altair
import pytest

from benchside.charts.catalogue import all_charts, chart
from benchside.charts.render import svg
from benchside.errors import UsageError
from benchside.model.estimate import Assumed, Simulated, Swing
from benchside.model.figure import Moment
from tests.unit.charts.made import asking, figure

SVG = "{http://www.w3.org/2000/svg}"


def by_programme(answers):
    """Figures by the programme the scope names."""
    return lambda scope: answers[scope["programme"][0]] if "programme" in scope else answers[""]


def by_group(answers):
    """Figures by the partner group the scope names; the largest group where it names none that is known."""
    return lambda scope: answers.get(scope["group"][0], []) if "group" in scope else answers["academic"]


SIMULATED = Simulated(
    quantiles={0.05: 131.6, 0.25: 171, 0.5: 200, 0.75: 229, 0.95: 268.4},
    mean=200,
    central=200,
    swings=(
        Swing(
            Assumed("jobs_induced_per_job", "jobs from spending", Fraction(1, 10), None, Fraction(9, 10), "uniform"),
            160,
            240,
        ),
        Swing(
            Assumed("jobs_indirect_per_job", "jobs at suppliers", Fraction(1, 2), None, Fraction(7, 10), "uniform"),
            190,
            210,
        ),
        Swing(Assumed("known", "known exactly", Fraction(2), None, Fraction(2), "point"), 200, 200),
    ),
)


def by_scope(answers, *keys):
    """Figures by what the scope names, key after key (empty where it names nothing); none where nothing fits."""
    return lambda scope: answers.get(tuple(scope.get(key, [""])[0] for key in keys), [])


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
    "tornado": {
        ("jobs_of_all_kinds", None): [
            figure(None, None, by=None, status="estimated", low=100, high=300, label="", indicator="jobs_of_all_kinds", simulated=SIMULATED),
        ],
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
    "time_to_impact": {
        ("project_time_to_use", None): [figure(None, 4, by=None, n=4, low=2, curve=(Moment(2, 4, 0.25, 0.0, 0.6), Moment(4, 3, 0.5, 0.1, 0.8), Moment(10, 2, 0.5, 0.1, 0.8)))],
        ("project_time_to_market", None): [figure(None, None, by=None, n=4, status="not_reached", curve=(Moment(3, 4, 0.25, None, None), Moment(10, 3, 0.25, None, None)))],
        ("project_time_to_guideline", None): [figure(None, None, by=None, n=4, status="not_reached", curve=(Moment(10, 4, 0.0, None, None),))],
    },
    "time_to_use_by_kind": {
        ("asset_time_to_use", "kind"): [
            figure("tool", 4, n=8, low=2, curve=(Moment(4, 8, 0.5, 0.1, 0.8),), notes=("log-rank test over 2 parts: p 0.010",)),
            figure("database", None, n=6, status="not_reached", curve=(Moment(9, 6, 0.0, 0.0, 0.0),)),
            figure("cohort", None, n=2, status="not_reached", curve=(Moment(9, 2, 0.0, 0.0, 0.0),)),
        ],
    },
    "time_to_use_by_group": {
        ("project_time_to_use", None): [figure(None, None, by=None, n=20, status="not_reached", curve=(Moment(2, 20, 0.1, 0.0, 0.3), Moment(8, 12, 0.25, 0.1, 0.5)))],
        ("project_time_to_use", "with_group"): [
            figure("academic", None, n=20, status="not_reached", curve=(Moment(8, 12, 0.25, 0.1, 0.5),)),
            figure("patient_organisation", 6, n=6, low=2, curve=(Moment(2, 6, 0.25, 0.0, 0.6), Moment(6, 4, 0.5, 0.1, 0.8), Moment(9, 2, 0.8, 0.1, 1.0)),
                   notes=("of 6, 4 got there", "log-rank test against the rest: chi-squared 4.00, p 0.046; it does not say why parts differ")),
            figure("regulator", None, n=8, status="not_reached", curve=(Moment(9, 8, 0.0, 0.0, 0.0),)),
            figure("sme", None, n=4, status="not_reached", curve=(Moment(9, 4, 0.0, 0.0, 0.0),)),
            figure("unknown", None, n=9, status="not_reached", curve=(Moment(9, 9, 0.0, 0.0, 0.0),)),
        ],
    },
    "sector_matrix": {
        ("sector_meetings", "sector_pair"): [
            figure("academic + sme", 6), figure("academic + industry", 4), figure("academic + academic", 3), figure("sme + unknown", 1),
        ],
        ("sector_meetings", None): [figure(None, 8, by=None)],
        ("sector_pairs", "sector_pair"): [figure("academic + sme", 1200)],
    },
    "country_map": {
        ("teams", "country"): [figure("GB", 30), figure("HR", 15), figure("US", 5), figure("(none)", 2)],
        ("teams", None): [figure(None, 52, by=None)],
    },
    "network_by_year": {
        ("newcomers_share", "year"): [figure("2012", 1, indicator="newcomers_share"), figure("2013", 0.5, indicator="newcomers_share"), figure("2014", 0.25, indicator="newcomers_share")],
        ("met_before_share", "year"): [figure("2012", 0), figure("2014", 0.125)],
        ("countries_per_project", "year"): [figure("2013", 4.5)],
    },
    "network_by_call": {
        ("newcomers_share", "call"): [
            figure("C10", 0.25, label="Call 10", n=20), figure("C2", 0.5, label="Call 2", n=40), figure("C1", 1, label="Call 1", n=9),
        ],
        ("cross_sector_pairs_share", "call"): [figure("C2", 0.625, label="Call 2")],
    },
    "money_to_outcome": {
        ("total_cost", "payer"): [figure("eu", 60_000_000), figure("industry", 40_000_000)],
        ("total_cost", "area"): by_scope({
            ("eu",): [figure("cancer", 40_000_000, label="Cancer"), figure("(none)", 20_000_000)],
            ("industry",): [figure("cancer", 30_000_000, label="Cancer"), figure("vaccines", 10_000_000, label="Vaccines")],
        }, "payer"),
        ("allocated_funding", "group"): [figure("academic", 30_000_000), figure("sme", 10_000_000)],
        ("allocated_funding", "area"): by_scope({
            ("academic",): [figure("cancer", 25_000_000, label="Cancer"), figure("(none)", 5_000_000)],
            ("sme",): [figure("cancer", 10_000_000, label="Cancer")],
        }, "group"),
        ("assets", "kind"): [figure("tool", 6), figure("database", 4)],
        ("assets_in_use", "kind"): [figure("tool", 3)],
        ("effects", "tile"): [figure("industry_use", 2), figure("standards", 1)],
    },
    "stages_over_time": {
        ("assets", "stage"): [figure("developed", 15), figure("in_use", 5), figure("(none)", 4)],
        ("assets", "year"): [figure("2024", 24)],
        ("stage_events", "year"): [figure("2025", 20), figure("(none)", 5)],
    },
    "asset_lives": {
        ("stage_events", "stage"): [figure("developed", 2), figure("in_use", 2), figure("candidate", 1)],
        ("stage_events", "asset"): by_scope({
            ("developed", ""): [figure("a", 1, label="imaging protocol"), figure("b", 1, label="another")],
            ("developed", "2012"): [figure("a", 1, label="imaging protocol")],
            ("in_use", ""): [figure("a", 1, label="imaging protocol"), figure("c", 1, label="cell line")],
            ("in_use", "2014"): [figure("c", 1, label="cell line")],
            ("in_use", "2015"): [figure("a", 1, label="imaging protocol")],
            ("candidate", ""): [figure("a", 1, label="imaging protocol")],
        }, "stage", "year"),
        ("stage_events", "year"): by_scope({
            ("",): [figure("2012", 1), figure("2014", 1), figure("2015", 1), figure("(none)", 2)],
            ("developed",): [figure("2012", 1), figure("(none)", 1)],
            ("in_use",): [figure("2014", 1), figure("2015", 1)],
            ("candidate",): [figure("(none)", 1)],
        }, "stage"),
        ("stage_events", "project"): by_scope({("a",): [figure("p", 3, label="ALPHA")], ("c",): [figure("(none)", 1)]}, "asset"),
        ("asset_uses", "year"): [figure("2016", 1), figure("(none)", 1)],
        ("asset_uses", "asset"): by_scope({("2016",): [figure("a", 1, label="imaging protocol")]}, "year"),
        ("projects", "year"): [figure("2010", 1)],
        ("projects", "project"): by_scope({("2010",): [figure("p", 1, label="ALPHA")]}, "year"),
        ("projects_ended", "year"): [figure("2014", 1)],
        ("projects_ended", "project"): by_scope({("2014",): [figure("p", 1, label="ALPHA")]}, "year"),
    },
    "sectors_by_area": {
        ("teams", "group"): [figure("academic", 8), figure("sme", 4)],
        ("teams", "area"): by_group({
            "academic": [figure("cancer", 4.5, label="Cancer"), figure("vaccines", 1.5, label="Vaccines"), figure("(none)", 2)],
            "sme": [figure("vaccines", 3, label="Vaccines"), figure("cancer", 1, label="Cancer")],
        }),
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
    "asset_stages": "5 of 20 results (25\u202f%) stand at the stage “in use”",
    "uses_by_group": "Regulators are the users named most often: 4 of 10 recorded uses; user's group not said: 6",
    "jobs_range": "Between 6\u202f816 and 12\u202f950 jobs in the economy may go with 2\u202f272 direct jobs",
    "tornado": "Jobs_of_all_kinds: most hangs on “jobs from spending”",
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
    "time_to_impact": "Half of the projects reach their first use of a result after 4.0 years",
    # The shorter curve ends after 4 years.
    "time_to_use_by_kind": "Known to be used after 4.0 years: 50\u202f% of “tool or method” (8), none of “database or data set” (6)",
    # After 6 years, where the shortest curve ends: 3 of 6 and 0 of 8.
    "time_to_use_by_group": "After 6.0 years a first use is on record for 50\u202f% of the 6 projects with patient organisations, none of the 8 with regulators",
    # SMEs and universities in 6 of 8; of pairs of known sectors companies and SMEs are never seen together.
    "sector_matrix": "Universities and small companies meet in 6 of 8 projects, large companies and small companies in none on record",
    # 15 of 30 + 15 + 5: Croatia joined in 2013.
    "country_map": "Teams come from 3 countries; 30\u202f% are from EU members since 2004",
    "network_by_year": "In 2013 50\u202f% of the organisations were newcomers, in 2014 25\u202f%",
    # Call 1 has nine organisations only.
    "network_by_call": "Newcomers make up from 25\u202f% (Call 10) to 50\u202f% (Call 2) of the organisations of a call",
    # 60 of 60 + 40 million; of 6 + 4 results 3 tools are used.
    "money_to_outcome": "Of €100.0\u202fm, 60\u202f% comes from the European Union; of 10 results, 3 are known to be used",
    "stages_over_time": "Results in use: 5 at the end of 2024, 5 by 22 November 2026",
    # b and the first stage of a have no date.
    "asset_lives": "3 of 5 recorded steps of results bear a date",
    # 4.5 of 4.5 + 1.5, and 3 of 3 + 1, teams in areas.
    "sectors_by_area": "Universities and public research work most in cancer (75\u202f% of their teams), small and medium-sized companies in vaccines (75\u202f%)",
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
    "tornado": (
        ("jobs from spending", "0.1", "0.9", "160", "240"),
        ("jobs at suppliers", "0.5", "0.7", "190", "210"),
    ),
    "time_to_impact": (
        ("First use of a result", "4", "50\u202f%", "10.0 years", "4.0 years (2.0 years to not reached)"),
        ("On the market", "4", "25\u202f%", "10.0 years", "not reached"),
    ),
    "time_to_use_by_kind": (
        ("Tool or method", "8", "50\u202f%", "4.0 years", "4.0 years (2.0 years to not reached)"),
        ("Database or data set", "6", "none", "9.0 years", "not reached"),
    ),
    "time_to_use_by_group": (
        ("All projects", "20", "25\u202f%", "8.0 years", "not reached", ""),
        ("Regulators", "8", "none", "9.0 years", "not reached", ""),
        (
            "Patient organisations",
            "6",
            "50\u202f%",
            "6.0 years",
            "6.0 years (2.0 years to not reached)",
            "chi-squared 4.00, p 0.046",
        ),
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
    "sector_matrix": (
        ("Universities and public research", "Small and medium-sized companies", "6", "75\u202f%", "1\u202f200"),
        ("Universities and public research", "Large companies", "4", "50\u202f%", "no value"),
        ("Universities and public research", "Universities and public research", "3", "38\u202f%", "no value"),
        ("Small and medium-sized companies", "Group not said", "1", "13\u202f%", "no value"),
    ),
    "country_map": (
        ("United Kingdom", "EU-15: members before 2004", "30", "60\u202f%"),
        ("Croatia", "EU-13: members since", "15", "30\u202f%"),
        ("United States", "other countries", "5", "10\u202f%"),
        ("country not recorded", "", "2", ""),
    ),
    "network_by_year": (
        ("2012", "1", "100.0\u202f%", "0.0\u202f%", "no value"),
        ("2013", "1", "50.0\u202f%", "no value", "4.5"),
        ("2014", "1", "25.0\u202f%", "12.5\u202f%", "no value"),
    ),
    "network_by_call": (
        ("Call 1", "9", "100.0\u202f%", "no value"),
        ("Call 2", "40", "50.0\u202f%", "62.5\u202f%"),
        ("Call 10", "20", "25.0\u202f%", "no value"),
    ),
    # Of cancer 40 - 25 - 10 = 5 million of public money have no receiver on record, of no area 20 - 5 = 15.
    "money_to_outcome": (
        ("European Union", "Cancer", "€40.0\u202fm"),
        ("European Union", "Area not recorded", "€20.0\u202fm"),
        ("Industry", "Cancer", "€30.0\u202fm"),
        ("Industry", "Vaccines", "€10.0\u202fm"),
        ("Cancer", "Universities and public research", "€25.0\u202fm"),
        ("Cancer", "Small companies", "€10.0\u202fm"),
        ("Cancer", "Industry itself, in kind", "€30.0\u202fm"),
        ("Cancer", "Receiver not recorded", "€5.0\u202fm"),
        ("Vaccines", "Industry itself, in kind", "€10.0\u202fm"),
        ("Area not recorded", "Universities and public research", "€5.0\u202fm"),
        ("Area not recorded", "Receiver not recorded", "€15.0\u202fm"),
        ("Tool or method", "Used", "3 results"),
        ("Tool or method", "No use on record", "3 results"),
        ("Database or data set", "No use on record", "4 results"),
        ("Effects on record", "Use by industry", "2 effects"),
        ("Effects on record", "Setting new standards", "1 effect"),
    ),
    # 15 + 5 + 4 without a stage = 24; 15 + 5 at least developed.
    "stages_over_time": (("2024", "24", "20", "5"), ("2025", "24", "20", "5"), ("2026", "24", "20", "5")),
    "asset_lives": (
        ("Imaging protocol", "ALPHA (2010 to 2014)", "developed 2012; in use 2015", "identified", "2016"),
        ("Cell line", "no project recorded", "in use 2014", "", ""),
    ),
    "sectors_by_area": (("Cancer", "4.5", "1.0", "5.5"), ("Vaccines", "1.5", "3.0", "4.5")),
}

OF_BANDS_AND_YEARS = (
    "impact_profile", "citation_trend", "time_to_use_by_kind", "time_to_use_by_group", "sector_matrix", "sectors_by_area",
    "stages_over_time", "asset_lives",
)  # fmt: skip
"""Charts that draw nothing of cuts that are no bands, pairs or stages, of a single year or of a single area."""


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


def test_what_hangs_on_a_single_assumption_is_no_tornado():
    one = Simulated(SIMULATED.quantiles, 200, 200, (SIMULATED.swings[0], SIMULATED.swings[2]))
    figures = [figure(None, None, by=None, status="estimated", low=160, high=240, simulated=one)]
    assert drawn("tornado", {("jobs_of_all_kinds", None): figures, ("jobs_total", None): figures}) is None


def test_bars_of_a_tornado_begin_at_the_central_estimate():
    values = drawn("tornado").spec["data"]["values"]
    assert [(v["middle"], v["end"], v["is_left"]) for v in values] == [
        (200, 160, True), (200, 240, False), (200, 190, True), (200, 210, False),
    ]  # fmt: skip


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


def test_two_sectors_that_never_meet_bear_a_dash():
    spec = drawn("sector_matrix").spec
    # academic, industry, SME and unknown: half of a matrix of four has ten cells, four of them with a number.
    cells = spec["data"]["values"]
    assert len(cells) == 10
    assert sorted(v["text"] for v in cells if v["text"] != "–") == ["1", "3", "4", "6"]


def test_a_matrix_of_one_known_sector_claims_nothing_of_sectors_that_do_not_meet():
    whole = {("sector_meetings", None): [figure(None, 9, by=None)]}
    pairs = [figure("academic + academic", 7), figure("academic + other", 4), figure("academic + unknown", 5)]
    made = drawn("sector_matrix", {("sector_meetings", "sector_pair"): pairs} | whole)
    assert (
        made.title == "Of all sectors only universities are told apart: they meet among themselves in 7 of 9 projects"
    )
    unknown = drawn("sector_matrix", {("sector_meetings", "sector_pair"): [figure("other + unknown", 5)]} | whole)
    assert unknown.title == "The sectors that meet in 9 projects are not recorded"


def test_results_without_money_say_that_the_money_is_missing():
    results = {
        key: found
        for key, found in MADE["money_to_outcome"].items()
        if key[0] in ("assets", "assets_in_use", "effects")
    }
    definition = drawn("money_to_outcome", results).definition
    assert definition.startswith(
        "The streams of money are missing: no amount in euro is recorded by area or by partner group. A ribbon is"
    )
    assert "Below" not in definition
    assert "Above" not in definition
    assert "Below, a ribbon is" in drawn("money_to_outcome").definition


def test_groups_in_all_projects_have_no_curve_and_are_named():
    definition = drawn("time_to_use_by_group").definition
    assert "Universities and public research take part in all and have no curve of their own." in definition
    alone = {
        key: [f for f in found if f.cut in (None, "academic")] for key, found in MADE["time_to_use_by_group"].items()
    }
    assert drawn("time_to_use_by_group", alone) is None


def test_countries_off_the_map_follow_below_it_and_the_rest_stands_together():
    far = [
        "AR",
        "AU",
        "BR",
        "CA",
        "CL",
        "CN",
        "CO",
        "EG",
        "ID",
        "IN",
        "JP",
        "KE",
        "KR",
        "MA",
        "MX",
        "NZ",
        "PE",
        "US",
        "VN",
        "ZA",
    ]
    figures = [figure("DE", 100), *(figure(code, 2) for code in far)]
    made = drawn("country_map", {("teams", "country"): figures})
    tiles = made.spec["data"]["values"]
    # Two rows of nine below the map: seventeen countries, and the other three with 2 teams each in the last.
    assert len(tiles) == 1 + 18
    assert (tiles[-1]["code"], tiles[-1]["text"]) == ("+3", "6")
    assert "“+3”: 3 more countries together." in made.definition
    assert "together" not in drawn("country_map").definition


def test_the_first_year_stands_back_only_where_nobody_can_have_been_known():
    fills = {v["year"]: v["fill"] for v in drawn("network_by_year").spec["data"]["values"] if v["foot"] == 2}
    assert len({fills[2013], fills[2014]}) == 1
    assert fills[2012] != fills[2013]
    known = {("newcomers_share", "year"): [figure("2014", 0.5), figure("2015", 0.25)]}
    drawing = drawn("network_by_year", known)
    assert drawing.title == "In 2014 50\u202f% of the organisations were newcomers, in 2015 25\u202f%"
    assert len({v["fill"] for v in drawing.spec["data"]["values"]}) == 1


def test_calls_stand_in_the_order_of_their_numbers_and_those_of_few_stand_back():
    rows = drawn("network_by_call").spec["data"]["values"]
    assert list(dict.fromkeys(v["label"] for v in rows)) == ["Call 1", "Call 2", "Call 10"]
    fills = {v["label"]: v["fill"] for v in rows}
    assert fills["Call 1"] != fills["Call 2"] == fills["Call 10"]


def test_ribbons_are_as_thick_as_what_flows_through_them():
    points = drawn("sectors_by_area").spec["data"]["values"]
    thick = {v["band"]: round(v["y2"] - v["y"], 3) for v in points}
    # 4.5, 1.5, 3 and 1 of ten teams.
    assert thick == {"academic cancer": 0.45, "academic vaccines": 0.15, "sme vaccines": 0.3, "sme cancer": 0.1}
    assert "2 teams in projects without an area" in drawn("sectors_by_area").definition

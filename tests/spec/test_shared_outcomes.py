"""What two projects report as one outcome counts once in each of them and once in the whole, whatever it is counted as.

Alpha and beta both report the outcome of each pair below; alpha's record is the one that was read first. Beta reports one more of
each alone, and gamma nothing that stands here.
"""

import pytest

ASSETS = """
    project
    project_id
    alpha
    beta
    gamma

    outcome
    outcome_id | kind    | title
    o-both     | product | of both
    o-beta     | product | of beta

    project_outcome
    project_id | outcome_id
    alpha      | o-both
    beta       | o-both
    beta       | o-beta

    asset
    asset_id | project_id | kind   | count | access
    o-both   | alpha      | {kind} | 3     | open
    o-beta   | beta       | {kind} |       | consortium
    o-gamma  | gamma      | {kind} | 2     |

    stage_event
    asset_id | stage
    o-both   | validated
    o-beta   | in_use

    asset_use
    asset_id | user_group
    o-both   | industry
    o-both   | sme
    o-beta   | industry
"""

KINDS = {
    "assets": "other", "animal_models": "animal_model", "cohorts": "cohort", "databases": "database",
    "drug_targets": "target", "in_silico_models": "in_silico_model", "in_vitro_models": "in_vitro_model", "medicines": "medicine",
    "standards": "standard", "tools": "tool", "kpi4_taxonomies": "taxonomy",
}  # fmt: skip
"""Indicator → the kind of asset it counts."""

EVENTS = """
    outcome
    outcome_id | kind                  | title
    o-both     | intellectual_property | of both
    o-beta     | intellectual_property | of beta

    project_outcome
    project_id | outcome_id
    alpha      | o-both
    beta       | o-both
    beta       | o-beta

    exploitation_event
    exploitation_event_id | project_id | kind   | count
    o-both{part}          | alpha      | {kind} | 2
    o-beta{part}          | beta       | {kind} |
    told-again            | gamma      | {kind} | 0
    of-gamma              | gamma      | {kind} | 5
"""

EVENT_KINDS = {
    "commercialisations": "commercialisation", "deals": "deal", "industry_implementations": "industry_implementation", "licences": "licence",
    "spin_offs": "spin_off", "sustainability_plans": "sustainability_plan", "trademarks": "trademark",
}  # fmt: skip


def by_project(desk, indicator):
    return {f.cut: f.value for f in desk.ask(indicator, by="project")}


@pytest.mark.parametrize("indicator", KINDS)
def test_an_asset_of_two_projects(world, indicator):
    desk = world(ASSETS.replace("{kind}", KINDS[indicator]))
    # of both 3, of beta 1, of gamma 2; alpha has the 3, beta the same 3 and its own 1: they add up to 9, not 6
    assert desk.one(indicator).value == 6
    assert desk.one(indicator).n == 3
    assert by_project(desk, indicator) == {"alpha": 3, "beta": 4, "gamma": 2}
    assert desk.one(indicator, {"project": ["alpha", "beta"]}).value == 4


def test_a_biomarker_of_two_projects(world):
    desk = world(ASSETS.replace("{kind}", "biomarker"))
    # of both 3, of gamma 2; beta's own is in use, and no longer identified or under validation
    assert desk.one("biomarkers").value == 5
    assert by_project(desk, "biomarkers") == {"alpha": 3, "beta": 3, "gamma": 2}


@pytest.mark.parametrize(
    ("indicator", "whole", "of"),
    [
        ("assets_in_use", 2, {"alpha": 1, "beta": 2}),  # of both: one, because only uses of it are known; of beta: one
        ("validated_assets", 3, {"alpha": 3, "beta": 3}),
        ("kpi2_assets_with_milestone", 4, {"alpha": 3, "beta": 4}),  # validated 3, and in use 1
        ("asset_uses", 3, {"alpha": 2, "beta": 3}),  # two of the shared asset, one of beta's
        ("kpi8_industry_implementations", 2, {"alpha": 1, "beta": 2}),  # industry uses the shared asset and beta's
    ],
)
def test_stages_and_uses_of_an_asset_of_two_projects(world, indicator, whole, of):
    desk = world(ASSETS.replace("{kind}", "tool"))
    assert desk.one(indicator).value == whole
    assert by_project(desk, indicator) == of


def test_a_result_that_others_can_use_is_one_of_both_projects(world):
    desk = world(ASSETS.replace("{kind}", "tool"))
    assert desk.one("kpi6_accessible_projects").exact == "2/3"  # alpha and beta by the shared asset, gamma not


@pytest.mark.parametrize("part", ["", "#licence"])
@pytest.mark.parametrize("indicator", EVENT_KINDS)
def test_an_event_of_two_projects(world, indicator, part):
    desk = world(EVENTS.replace("{kind}", EVENT_KINDS[indicator]).replace("{part}", part))
    # of both 2, of beta 1, of gamma 5; the record that stands for none is no observation
    assert desk.one(indicator).value == 8
    assert desk.one(indicator).n == 3
    assert by_project(desk, indicator) == {"alpha": 2, "beta": 3, "gamma": 5}


def test_an_event_of_a_key_that_only_begins_alike_is_another(world):
    desk = world(EVENTS.replace("{kind}", "licence").replace("{part}", "-2"))
    assert by_project(desk, "licences") == {"alpha": 2, "beta": 1, "gamma": 5}  # nobody reports `o-both-2`


def test_a_study_of_two_projects_with_its_people_and_sites(world):
    desk = world("""
        outcome
        outcome_id | kind    | title
        o-both     | product | of both

        project_outcome
        project_id | outcome_id
        alpha      | o-both
        beta       | o-both

        trial
        trial_id | project_id | actual_enrolment
        o-both   | alpha      | 70
        o-beta   | beta       | 30

        trial_site
        trial_id | name   | country
        o-both   | Kambia | SL
    """)
    assert desk.one("trials").value == 2
    assert by_project(desk, "trials") == {"alpha": 1, "beta": 2}
    assert desk.one("trial_participants").value == 100
    assert by_project(desk, "trial_participants") == {"alpha": 70, "beta": 100}
    assert desk.one("trial_sites").value == 1
    assert by_project(desk, "trial_sites") == {"alpha": 1, "beta": 1}


def test_a_mention_in_a_guideline_of_two_projects(world):
    desk = world("""
        outcome
        outcome_id | kind             | title
        o-both     | policy_influence | of both

        project_outcome
        project_id | outcome_id
        alpha      | o-both
        beta       | o-both

        policy_citation
        policy_citation_id | project_id | kind      | issued_by | title
        o-both             | alpha      | guideline | NICE      | one
        o-beta             | beta       | guideline | NICE      | two
    """)
    assert desk.one("policy_citations").value == 2
    assert by_project(desk, "policy_citations") == {"alpha": 1, "beta": 2}


def test_before_the_outcome_is_known_the_record_stands_under_its_own_project(world):
    desk = world("""
        outcome
        outcome_id | kind     | title   | happened_on
        o-both     | spin_out | of both | 2014

        project_outcome
        project_id | outcome_id
        alpha      | o-both
        beta       | o-both

        exploitation_event
        exploitation_event_id | project_id | kind     | happened_on
        o-both                | alpha      | spin_off | 2012
    """)
    assert {f.cut: f.value for f in desk.ask("spin_offs", by="project", as_of="2013-12-31")} == {"alpha": 1}
    assert by_project(desk, "spin_offs") == {"alpha": 1, "beta": 1}

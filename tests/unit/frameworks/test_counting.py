"""What records give for entries, counted by hand on a drawn programme."""

import pytest

from benchside.frameworks.counting import Tagging
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators

FOUND = read_catalogues([shipped()], list(all_indicators()))

WORLD = """
    document
    document_key | title      | printed_on
    D1           | First      | 2015-01-01
    D2           | Second     | 2016-01-01

    asset
    asset_id | kind      | count | created_on | document_id | grade
    a1       | biomarker | 12    | 2014-01-01 | D1          | documented
    a2       | biomarker |       | 2014-01-01 | D2          | claimed
    a3       | biomarker | 0     | 2014-01-01 | D2          | claimed
    a4       | standard  |       | 2014-01-01 | D1          | documented
    a5       | software  |       | 2014-01-01 |             |
    a6       | medicine  |       | 2019-01-01 | D2          | independent

    asset_use
    asset_use_id | asset_id | user_group | used_on    | document_id | grade
    u1           | a1       | sme        | 2016-01-01 | D2          | documented
    u2           | a1       | academic   | 2016-01-01 | D2          | documented

    stage_event
    asset_id | stage  | reached_on
    a4       | in_use | 2017-01-01

    regulatory_procedure
    regulatory_procedure_id | asset_id | kind                    | outcome  | is_confidential | decided_on | document_id
    r1                      | a6       | marketing_authorisation | positive | no              | 2020-01-01 | D2
    r2                      | a1       | qualification_advice    | given    | yes             | 2015-01-01 | D1
    r3                      | a1       | qualification_advice    | negative | no              | 2015-01-01 | D1

    effect
    effect_id | tile            | stage   | happened_on | document_id | grade
    e1        | medical_practice |         | 2018-01-01  | D2          | claimed
    e2        | medical_practice | impact  | 2018-01-01  | D2          | claimed

    tag
    tag_id | record_type | record_id | tag                | status       | tagged_on  | document_id | grade
    t1     | asset       | a4        | clinical_guideline | demonstrated | 2018-01-01 | D2          | claimed
    t2     | asset       | a2        | cost_saving        | potential    | 2018-01-01 | D2          | claimed
    t3     | asset       | a5        | clinical_software  | demonstrated | 2018-01-01 | D2          | claimed
    t4     | effect      | e1        | care_quality       | demonstrated | 2018-01-01 | D2          | documented
"""


@pytest.fixture
def told(world):
    desk = world(WORLD)
    return {(r.framework.id, c.entry.code): c for r in Tagging(desk.build, FOUND.values()).report() for c in r.counts}


def test_records_count_once_whatever_number_they_stand_for(told):
    # a1 stands for twelve biomarkers and is one record; a3 is counted elsewhere.
    biomarkers = told["translational_stages", "T1"]
    assert (biomarkers.records, dict(biomarkers.by_type)) == (3, {"asset": 3})
    # a1 of D1; a2 and a6 of D2.
    assert biomarkers.documents == {"D1", "D2"}
    assert biomarkers.grades == {"documented": 1, "claimed": 1, "independent": 1}


def test_a_use_or_a_stage_in_use_shows_a_benefit_as_demonstrated(told):
    # a1 is used twice and counts once; a2 is not used.
    assert (told["tsbm", "C5"].demonstrated, told["tsbm", "C5"].potential) == (1, 1)
    # a4 is in use; the tag of a standard is on no record.
    assert (told["tsbm", "P6"].demonstrated, told["tsbm", "P6"].potential) == (1, 0)
    # a6 has a positive authorisation, and so has the authorisation itself.
    assert dict(told["tsbm", "C7"].by_type) == {"asset": 1, "regulatory_procedure": 1}


def test_a_tag_stands_above_what_the_codes_show(told):
    # a5 is software that nobody uses; its tag says that it is in care.
    software = told["tsbm", "C9"]
    assert (software.demonstrated, software.potential) == (1, 0)
    assert software.documents == {"D2"}
    assert software.grades == {"": 1}


def test_one_tag_feeds_every_framework_that_asks_for_it(told):
    for place in (("tsbm", "C3"), ("translational_stages", "T3"), ("payback", "3")):
        assert told[place].by_type["asset"] == 1, place
    # The guideline is a standard as well, and still one record of Payback's third category: a4, r1, r2 and one use by an SME.
    assert dict(told["payback", "3"].by_type) == {"asset": 1, "asset_use": 1, "regulatory_procedure": 2}


def test_what_may_come_counts_only_where_a_framework_asks_for_it(told):
    assert (told["tsbm", "E5"].demonstrated, told["tsbm", "E5"].potential) == (0, 1)
    # Payback's fourth category takes cost savings that are there: e1, e2 and the authorisation r1.
    assert dict(told["payback", "4"].by_type) == {"effect": 2, "regulatory_procedure": 1}


def test_a_record_that_is_tagged_and_found_by_its_codes_counts_once(told):
    # e1 is an outcome in medical practice and is tagged; e2 is an impact.
    assert told["translational_stages", "T3"].by_type == {"effect": 1, "asset": 1}
    assert told["translational_stages", "T4"].by_type == {"effect": 1}


def test_confidential_records_are_counted_and_not_listed(world):
    tagging = Tagging(world(WORLD).build, FOUND.values())
    found = {(r.framework.id, c.entry.code): c for r in tagging.report() for c in r.counts}
    # r1 and r2 are positive or given, r3 is not.
    assert (
        found["ukri_outcomes", "policyinfluences"].records,
        found["ukri_outcomes", "policyinfluences"].confidential,
    ) == (2, 1)
    assert [each.id for each in tagging.listed("regulatory_procedure")] == ["regulatory_procedure:r1"]


def test_at_a_date_only_what_was_true_counts(world):
    tagging = Tagging(world(WORLD).build, FOUND.values(), "2015-12-31")
    found = {(r.framework.id, c.entry.code): c for r in tagging.report() for c in r.counts}
    # In 2015 nobody used a1, a6 did not exist and nothing was tagged.
    assert (found["tsbm", "C5"].demonstrated, found["tsbm", "C5"].potential) == (0, 2)
    assert found["tsbm", "C7"].records == 0
    assert found["tsbm", "C3"].records == 0


def test_the_records_stand_in_all_frameworks_at_once(world):
    tagging = Tagging(world(WORLD).build, FOUND.values())
    listed = {each.id: each for each in tagging.listed("asset")}
    assert listed["asset:a1"].entries == {
        "payback": {"2": ""}, "translational_stages": {"T1": ""}, "tsbm": {"C5": "demonstrated"}, "ukri_outcomes": {"researchmaterials": ""},
    }  # fmt: skip
    assert listed["asset:a4"].tags == ("clinical_guideline",)
    assert listed["asset:a4"].entries["tsbm"] == {"C3": "demonstrated", "P6": "demonstrated"}
    assert "asset:a3" not in listed
    kinds = {name: (every, fed, by["tsbm"]) for name, every, fed, by in tagging.by_type()}
    # a3 is no asset of its own; of the five all are in some framework, and in the model a1, a2, a4, a5 and a6.
    assert kinds["asset"] == (5, 5, 5)
    assert kinds["asset_use"] == (2, 2, 0)


def test_an_outcome_and_the_record_made_from_it_count_once(world):
    desk = world("""
        project
        project_id
        p

        outcome
        outcome_id | kind     | title | happened_on
        s1         | software | One   | 2015-01-01
        s2         | software | Two   | 2015-01-01
        s3         | software | Three | 2015-01-01

        asset
        asset_id | kind     | created_on
        s1       | software | 2015-01-01
        s2#tool  | software | 2015-01-01
        own      | software | 2015-01-01
    """)
    told = {c.entry.code: c for c in Tagging(desk.build, [FOUND["ukri_outcomes"]]).report()[0].counts}
    # s1 and s2 were made into assets, s3 was not: three assets and one outcome.
    assert dict(told["softwareandtechnicalproducts"].by_type) == {"asset": 3, "outcome": 1}


def test_a_framework_of_ones_own_is_one_file(world, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.toml").write_text(
        """
        id = "own"
        title = "Our own framework"
        short = "Own"
        about = "Two questions."
        source = "Made for a test."
        mapping = "Made for a test."

        [[entry]]
        code = "A"
        title = "Used outside the academy"
        definition = "Results that companies use."
        wording = "seen"
        needs = "Uses with the user's group."
        rules = [{ record_type = "asset", having = { record_type = "asset_use", by = "asset_id", where = { user_group = ["sme", "industry"] } } }]

        [[entry]]
        code = "B"
        title = "Guidelines"
        definition = "Guidelines of whatever sort."
        wording = "seen"
        needs = "A tag."
        rules = [{ tag = ["clinical_guideline"], record_type = "asset" }]

        [[entry]]
        code = "C"
        title = "Beyond records"
        definition = "What no record gives."
        wording = "seen"
        needs = "A survey."
        """,
        encoding="utf-8",
    )
    own = read_catalogues([tmp_path / "own"], [])
    counts = Tagging(world(WORLD).build, own.values()).report()[0].counts
    assert [(c.entry.code, c.records, c.standing) for c in counts] == [
        ("A", 1, "records"), ("B", 1, "records"), ("C", 0, "no record can give it"),
    ]  # fmt: skip


def test_nothing_recorded_gives_nothing(world):
    tagging = Tagging(world("area\narea_id\na").build, FOUND.values())
    assert sum(c.records for r in tagging.report() for c in r.counts) == 0
    assert tagging.by_type() == []
    standings = {c.standing for c in tagging.report()[-1].counts}
    assert standings == {"nothing recorded", "a tag is needed"}

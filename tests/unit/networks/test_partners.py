"""Partner finding on a programme small enough to rank by eye."""

import pytest

from benchside.errors import UsageError
from benchside.networks.credits import ALONE
from benchside.networks.experience import experience
from benchside.networks.fairness import places
from benchside.networks.gaps import WORTH
from benchside.networks.partners import Finder, find_partners

TITLES = {
    "ebo": "Ebola vaccine trials", "mal": "Malaria vaccine", "ast": "Asthma inhalers", "pai": "Chronic pain", "solo": "Ebola vaccine trials",
}  # fmt: skip
MEMBERS = {
    "ebo": ("uni", "firm"),
    "mal": ("uni", "lab"),
    "ast": ("firm", "lab"),
    "pai": ("clinic", "uni"),
    "solo": ("one",),
}
GROUPS = {"uni": "academic", "firm": "sme", "lab": "academic", "clinic": "patient_organisation", "one": "industry"}
COUNTRIES = {"uni": "BE", "firm": "FR", "lab": "BE", "clinic": "NL", "one": "FR"}


def rows(**more):
    return {
        "project": [{"project_id": p, "title": t, "topic_id": None} for p, t in TITLES.items()],
        "participation": [
            {"project_id": p, "organisation_id": o, "partner_group": GROUPS[o]} for p, found in MEMBERS.items() for o in found
        ],
        "organisation": [{"organisation_id": o, "name": o.title(), "country": c} for o, c in COUNTRIES.items()],
        **more,
    }  # fmt: skip


def found(text, *, reserved=0.0, more=None, **options):
    return {p.organisation_id: p for p in find_partners(text, rows(**(more or {})), reserved=reserved, **options)}


def matching(text, more):
    """Those of whom a record matches."""
    return {who for who, p in found(text, more=more).items() if any(part.kind == "record" for part in p.parts)}


# "Ebola vaccine trials": the terms weigh ln 2.4, ln (12 / 7) and ln 2.4 (two, three and two of five titles). The titles have 3, 2, 2, 2 and 3
# terms, 2.4 on average. `ebo` and `solo` score 2.289935 · 2.2 / (1 + 1.2 · 1.1875) = 2.07747, `mal` 0.538997 · 2.2 / (1 + 1.2 · 0.875) =
# 0.578436: worth 1, 1 and 0.278433 ** 2.5, on average over the five (the others are worth nothing):
MALARIA = 0.0409074
MEAN = (1 + 1 + MALARIA) / 5


def test_those_who_did_it_come_first():
    proposals = found("Trials of a vaccine against Ebola")
    assert list(proposals) == ["uni", "firm", "lab", "one", "clinic"]
    assert proposals["firm"].name == "Firm"
    # uni: Ebola in full, malaria in part, three projects of any subject. clinic: one project, which does not match.
    scores = {who: proposal.score for who, proposal in proposals.items()}
    assert scores == pytest.approx({
        "uni": 1 + MALARIA + 3 * MEAN, "firm": 1 + 2 * MEAN, "lab": MALARIA + 2 * MEAN, "one": ALONE * (1 + MEAN), "clinic": MEAN,
    }, rel=1e-5)  # fmt: skip


def test_the_parts_add_up_to_the_score():
    for proposal in found("Ebola vaccine", consortium=["lab"]).values():
        assert sum(part.amount for part in proposal.parts) == pytest.approx(proposal.score)


def test_the_records_that_match_are_named_with_their_amount():
    parts = found("Ebola vaccine trials")["uni"].parts
    assert [(p.kind, p.id) for p in parts] == [("record", "ebo"), ("record", "mal"), ("experience", "")]
    assert parts[0].amount == 1
    assert 0 < parts[1].amount < 0.5
    assert parts[0].words == "project: Ebola vaccine trials"
    assert parts[2].words == "took part in 3 projects of any subject"
    assert found("Ebola")["clinic"].parts[-1].words == "took part in 1 project of any subject"


def test_more_matching_projects_than_are_told_one_by_one_are_added_up():
    # Seven projects of one title: each is worth 1, five are named.
    projects = [{"project_id": f"p{n}", "title": "Ebola", "topic_id": None} for n in range(7)]
    members = [
        {"project_id": p["project_id"], "organisation_id": o, "partner_group": "sme"} for p in projects for o in "ab"
    ]
    parts = find_partners("Ebola", {"project": projects, "participation": members})[0].parts
    assert [(p.kind, p.amount) for p in parts] == [*[("record", 1)] * 5, ("records", 2), ("experience", 7)]
    assert parts[5].words == "2 further matches"


def test_only_the_best_record_of_a_project_counts():
    works = [{"work_id": f"w{n}", "title": "Ebola vaccine trials"} for n in range(50)]
    links = [{"work_id": w["work_id"], "project_id": "mal"} for w in works]
    proposals = found("Ebola vaccine trials", more={"work": works, "project_work": links})
    # lab: one place for `mal`, worth at most 1 however many of its fifty works match, and one for `ast`, worth nothing.
    matching = [p for p in proposals["lab"].parts if p.kind != "experience"]
    assert len(matching) == 1
    assert matching[0].amount == pytest.approx(1, abs=0.01)


def test_a_work_is_credited_to_its_authors_organisations_where_they_are_known():
    more = {
        "work": [{"work_id": "w", "title": "Zebrafish heart"}],
        "project_work": [{"work_id": "w", "project_id": "mal"}],
        "authorship": [{"work_id": "w", "organisation_id": "lab"}],
    }
    assert matching("zebrafish", more) == {"lab"}
    assert matching("zebrafish", more | {"authorship": []}) == {"lab", "uni"}


def test_an_asset_is_credited_to_the_partners_of_its_project():
    asset = {"asset_id": "x", "name": "Inhaled powder", "kind": "in_vitro_model", "project_id": "ast"}
    assert matching("powder", {"asset": [asset]}) == {"firm", "lab"}
    assert [d.text for d in experience(rows(asset=[asset])) if d.kind == "asset"] == ["Inhaled powder. in vitro model"]


def test_a_topic_and_the_classes_of_a_project_are_among_its_words_once():
    given = rows(
        topic=[{"topic_id": "t", "title": "Emerging infections"}],
        project=[{"project_id": "ebo", "title": "EBOVAC", "topic_id": "t"}],
        project_class=[{"project_id": "ebo", "name": n} for n in ("virology", "Emerging infections")],
    )
    assert [d.text for d in experience(given)] == ["EBOVAC. Emerging infections. virology"]


def test_what_a_candidate_brings_to_a_consortium_is_named_and_counted():
    proposals = found("Ebola vaccine trials", consortium=["lab"])
    assert "lab" not in proposals
    brought = {who: {p.kind: p for p in proposal.parts if p.kind in WORTH} for who, proposal in proposals.items()}
    # uni is of the sector and country of lab, has worked with it on malaria, and knows Ebola and trials, which lab does not.
    assert set(brought["uni"]) == {"tie", "skill"}
    assert brought["uni"]["tie"].words == "worked with Lab (1)"
    assert brought["uni"]["skill"].words == "no member's records have: ebola, trial"
    # firm (asthma with lab) is an SME from France; its matched amount is 1.
    assert set(brought["firm"]) == {"tie", "sector", "country", "skill"}
    assert brought["firm"]["sector"].amount == WORTH["sector"]
    assert brought["firm"]["country"].amount == WORTH["country"]
    # Weights: ebola and trial stand in 2 of 5 titles, vaccine in 3: ln(1 + 3.5 / 2.5) = ln 2.4 each, and ln(1 + 2.5 / 3.5) = ln(12 / 7).
    assert brought["firm"]["skill"].amount == pytest.approx(
        WORTH["skill"] * 2 * 0.875469 / (2 * 0.875469 + 0.538997), rel=1e-5
    )
    assert proposals["firm"].worked_with == {"lab": 1}


def test_without_a_consortium_usual_partners_are_told():
    assert found("Ebola")["uni"].worked_with == {"clinic": 1, "firm": 1, "lab": 1}


def test_a_latest_status_says_who_is_small():
    assert found("Ebola")["firm"].is_sme
    status = [{"organisation_id": "firm", "sector": "industry", "is_sme": False}]
    grown = found("Ebola", more={"organisation_status": status})["firm"]
    assert (grown.is_sme, grown.sector) == (False, "industry")


def test_reserved_places_are_marked_with_the_place_by_score():
    # Two places, one of them reserved: uni by its score; firm (an SME) stands second by score and takes it up.
    assert [(p.organisation_id, p.is_reserved) for p in find_partners("Ebola vaccine", rows(), count=2, reserved=0.5)] == [
        ("uni", False), ("firm", False),
    ]  # fmt: skip
    # Where firm is no SME, the newcomer `one` is called up; `clinic`, a newcomer too, has no record that matches.
    status = [{"organisation_id": "firm", "sector": "industry", "is_sme": False}]
    listed = find_partners("Ebola vaccine", rows(organisation_status=status), count=2, reserved=0.5)
    assert [(p.organisation_id, p.place, p.by_score, p.is_reserved) for p in listed] == [
        ("uni", 1, 1, False),
        ("one", 2, 4, True),
    ]


def test_where_nothing_matches_experience_alone_counts():
    assert {who: p.score for who, p in found("quantum gravity").items()} == {
        "uni": 3, "firm": 2, "lab": 2, "clinic": 1, "one": ALONE,
    }  # fmt: skip


def test_a_topic_without_a_word_is_an_error():
    with pytest.raises(UsageError, match="The topic 'the of 42' has no word to search for"):
        find_partners("the of 42", rows())


def test_an_unknown_member_lists_the_keys_near_it():
    with pytest.raises(UsageError, match=r"Unknown organisation 'unis' in the consortium\..* near it: uni\."):
        find_partners("Ebola", rows(), consortium=["unis"])


def test_the_order_of_the_rows_changes_nothing():
    turned = {name: list(reversed(found)) for name, found in rows().items()}
    assert find_partners("Ebola vaccine", turned) == find_partners("Ebola vaccine", rows())


def test_a_build_without_records_finds_nobody():
    assert Finder({}).find("Ebola") == []


LISTED = [f"o{n:02}" for n in range(25)]


def test_reserved_places_stand_last_in_every_ten():
    # o03 is favoured and stands by score: one more place is given, to o15; in the second ten both go to o20 and o24.
    chosen = places(LISTED, {"o03", "o15", "o20", "o24"}, 20, 0.2)
    assert chosen[:10] == [*((o, False) for o in LISTED[:9]), ("o15", True)]
    assert chosen[10:] == [
        *((f"o{n:02}", False) for n in (9, 10, 11, 12, 13, 14, 16, 17)),
        ("o20", True),
        ("o24", True),
    ]


def test_the_score_fills_places_that_nobody_can_take():
    assert places(LISTED, set(), 12, 0.2) == [(o, False) for o in LISTED[:12]]
    assert places(LISTED[:3], {"o02"}, 20, 0.5) == [(o, False) for o in LISTED[:3]]
    assert places([], set(), 5) == []

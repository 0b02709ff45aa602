"""Graphs of participations, counted by hand."""

import pytest

from benchside.errors import UsageError
from benchside.networks.arrivals import by_call, by_year
from benchside.networks.matrix import Meeting, sectors
from benchside.networks.participation import Joint, bipartite, joint, teams
from tests.unit.networks.made import PARTICIPATIONS, PROJECTS


@pytest.fixture
def members():
    return teams(PARTICIPATIONS, PROJECTS)


def test_an_organisation_listed_twice_is_one_team():
    rows = [{"project_id": "p", "organisation_id": "a", "partner_group": group} for group in ("sme", "industry", "sme")]
    assert [(t.organisation, t.sector, t.starts) for t in teams(rows, [])] == [("a", "industry", None)]


def test_the_bipartite_graph_has_an_edge_for_each_team(members):
    assert len(bipartite(members)) == 3 + 2 + 2 + 1 + 2
    assert bipartite(members)[0] == ("a", "p1")


def test_a_joint_project_weighs_one_or_its_share(members):
    # p1 has three organisations: each of its pairs weighs 1/2; the others two: 1/1. e is alone and has no edge.
    full = {(e.a, e.b): (e.projects, e.weight) for e in joint(members)}
    shared = {(e.a, e.b): e.weight for e in joint(members, "newman")}
    assert full == {("a", "b"): (2, 2), ("a", "c"): (1, 1), ("a", "d"): (1, 1), ("b", "c"): (1, 1), ("c", "d"): (1, 1)}
    assert shared == {("a", "b"): 1.5, ("a", "c"): 0.5, ("a", "d"): 1, ("b", "c"): 0.5, ("c", "d"): 1}


def test_newman_weights_of_an_organisation_add_up_to_its_projects_with_others(members):
    # a: p1, p2 and p3.
    assert sum(e.weight for e in joint(members, "newman") if "a" in (e.a, e.b)) == 3


def test_an_unknown_weight_lists_the_known_ones(members):
    with pytest.raises(UsageError, match=r"Unknown value of weight 'half'.*full, newman"):
        joint(members, "half")


def test_the_order_of_the_rows_changes_nothing(members):
    assert teams(reversed(PARTICIPATIONS), reversed(PROJECTS)) == members
    assert joint(reversed(members)) == joint(members)
    assert joint(members)[0] == Joint("a", "b", 2, 2.0)


def test_sectors_meet_in_projects_and_pairs(members):
    # academic–sme: a–b in p1 (1/2) and p2 (1). academic–academic: a–d in p3. academic–industry: a–c in p1 (1/2), c–d in p5 (1).
    assert sectors(members) == [
        Meeting("academic", "academic", 1, 1, 1.0),
        Meeting("academic", "industry", 2, 2, 1.5),
        Meeting("academic", "sme", 2, 2, 1.5),
        Meeting("industry", "sme", 1, 1, 0.5),
    ]


def test_newcomers_and_repeats_by_year(members):
    # 2010: a, b, c new, pairs ab, ac, bc; the two projects of one year do not make each other's pairs repeats.
    # 2012: d new, a not. 2014: e new, without a pair. p5 has no start.
    found = [(y.period, y.projects, y.organisations, y.newcomers, y.pairs, y.repeat_pairs) for y in by_year(members)]
    assert found == [("2010", 2, 3, 3, 3, 0), ("2012", 1, 2, 1, 1, 0), ("2014", 1, 1, 1, 0, 0)]
    assert by_year(members)[1].newcomer_share == 0.5
    assert by_year(members)[2].repeat_share is None


def test_a_pair_that_met_in_an_earlier_year_meets_again():
    again = [{"project_id": "p6", "start_on": PROJECTS[4]["start_on"] or PROJECTS[3]["start_on"], "call_id": "C3"}]
    rows = [*PARTICIPATIONS, *({"project_id": "p6", "organisation_id": o, "partner_group": "sme"} for o in "abe")]
    # 2014 now has p4 (e) and p6 (a, b, e): pairs ab, ae, be, of which ab met in 2010.
    last = by_year(teams(rows, [*PROJECTS, *again]))[-1]
    assert (last.organisations, last.newcomers, last.pairs, last.repeat_pairs) == (3, 1, 3, 1)


def test_calls_stand_in_the_order_of_their_first_projects(members):
    assert [(c.period, c.newcomers, c.organisations) for c in by_call(members)] == [
        ("C1", 3, 3),
        ("C2", 1, 2),
        ("C3", 1, 1),
    ]


def test_calls_that_begin_on_one_day_do_not_make_veterans_of_each_other():
    projects = [{"project_id": f"p{n}", "start_on": PROJECTS[0]["start_on"], "call_id": f"C{n}"} for n in (1, 2)]
    rows = [{"project_id": f"p{n}", "organisation_id": "a", "partner_group": "sme"} for n in (1, 2)]
    assert [(c.period, c.newcomers) for c in by_call(teams(rows, projects))] == [("C1", 1), ("C2", 1)]

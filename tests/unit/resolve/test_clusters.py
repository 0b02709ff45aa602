"""Clusters follow the judgements that stand, and never join what was judged different."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from benchside.resolve.clusters import cluster
from benchside.resolve.judgements import Judgement


def same(left, right, score=None, by="benchside: names"):
    return Judgement(left, right, "same", "", by, "2026-01-01", score)


def different(left, right):
    return Judgement(left, right, "different", "", "analyst", "2026-01-01")


def test_same_and_same_join_three_records_under_the_smallest_id():
    found = cluster("abcd", [same("a", "b", 5.0), same("b", "c", 4.0)])
    assert found.members() == {"a": ["a", "b", "c"], "d": ["d"]}


def test_a_chain_never_joins_two_that_were_judged_different():
    # a-b (5 bits) comes before b-c (4 bits), so b-c is the one that would join a and c.
    for order in permutations([same("a", "b", 5.0), same("b", "c", 4.0), different("a", "c")]):
        found = cluster("abc", order)
        assert found.members() == {"a": ["a", "b"], "c": ["c"]}
        (against,) = found.contradictions
        assert (against.same.pair, against.different, against.reason) == (("b", "c"), ("a", "c"), "judged different")


def test_a_person_comes_before_a_program_with_a_higher_score():
    judgements = [same("a", "b", 9.0), same("b", "c", by="analyst"), different("a", "c")]
    assert cluster("abc", judgements).members() == {"a": ["a"], "b": ["b", "c"]}


def test_a_closed_judgement_joins_nothing():
    closed = Judgement("a", "b", "same", "", "analyst", "2026-01-01", closed_at="2026-02-01")
    assert cluster("ab", [closed]).members() == {"a": ["a"], "b": ["b"]}


def test_a_cluster_holds_one_id_of_a_registry():
    found = cluster(["p", "r1", "r2"], [same("p", "r1", 9.0), same("p", "r2", 8.0)], apart=[["r1", "r2"]])
    assert found.members() == {"p": ["p", "r1"], "r2": ["r2"]}
    assert found.contradictions[0].reason == "two ids of one registry"


pair = st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda two: two[0] < two[1])


@given(st.lists(st.tuples(pair, st.booleans(), st.integers(0, 3)), max_size=20, unique_by=lambda row: row[0]))
def test_whatever_is_judged_nobody_stands_with_one_judged_different(rows):
    judgements = [same(*two, float(score)) if is_same else different(*two) for two, is_same, score in rows]
    found = cluster("abcdefg", judgements)
    against = {c.same.pair for c in found.contradictions}
    for judgement in judgements:
        together = found.of[judgement.left] == found.of[judgement.right]
        assert together is (judgement.pair not in against) if judgement.verdict == "same" else not together

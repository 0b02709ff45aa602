"""How references spread over fields; every expectation worked out by hand."""

import math

import pytest

from benchside.errors import UsageError

from .drawn import ask, drawn

# p cites a (field A), ab (A and B, three quarters and a quarter), c (C) and n (no field); q cites a; z cites n alone.
WORKS = "work_id,year\np,2010\nq,2010\nz,2010\na,2000\nab,2000\nc,2000\nn,2000"
FIELDS = """work_id,field,weight
p,A,1
q,B,1
a,A,1
ab,A,0.75
ab,B,0.25
c,C,1"""
CITATIONS = "citing_id,cited_id\np,a\np,a\np,ab\np,c\np,n\np,unknown\nq,a\nz,n"
DISTANCES = "field_i,field_j,distance\nA,B,0.5\nA,C,1\nC,B,0.25\nA,A,0"


@pytest.fixture
def corpus():
    return drawn(works=WORKS, work_fields=FIELDS, citations=CITATIONS)


@pytest.fixture
def measured():
    return drawn(works=WORKS, work_fields=FIELDS, citations=CITATIONS, field_distances=DISTANCES)


def one(corpus, work="p", **params):
    return ask(corpus, "diversity", works=[work], **params)[work]


def test_rao_stirling_of_given_distances(measured):
    # Shares over three references with a field: A 1.75/3, B .25/3, C 1/3.
    # Unordered: AB 1.75 · .25 · .5 = .21875, AC 1.75 · 1 = 1.75, BC .25 · .25 = .0625; sum 2.03125, over 9.
    assert one(measured, which="rao_stirling_half", distance="table") == pytest.approx(2.03125 / 9, abs=1e-12)
    assert one(measured, which="rao_stirling", distance="table") == pytest.approx(2 * 2.03125 / 9, abs=1e-12)


def test_given_distances_are_taken_where_there_are_any(measured, corpus):
    assert one(measured, which="rao_stirling") == one(measured, which="rao_stirling", distance="table")
    assert one(corpus, which="rao_stirling") == one(corpus, which="rao_stirling", distance="cosine")


def test_rao_stirling_without_norm_counts_each_field_of_a_reference(measured):
    # A 2, B 1, C 1 of 4: AB 2 · .5 = 1, AC 2, BC .25; 3.25 / 16.
    found = one(measured, which="rao_stirling_half", distance="table", pub2field_norm=False)
    assert found == pytest.approx(3.25 / 16, abs=1e-12)


def test_unknown_distance_leaves_the_value_undefined():
    table = "field_i,field_j,distance\nA,B,0.5"
    corpus = drawn(works=WORKS, work_fields=FIELDS, citations=CITATIONS, field_distances=table)
    assert one(corpus, which="rao_stirling", distance="table") is None
    # One field alone needs no distance.
    assert one(corpus, "q", which="rao_stirling", distance="table") == 0


def test_cosine_distance_compares_what_fields_cite(corpus):
    # Rows: A cites (A 1.75, B .25, C 1) through p, B cites (A 1) through q, C cites nothing.
    # cos(A, B) = 1.75 / √(1.75² + .25² + 1) = 1.75 / √4.125; C is at distance 1 from both.
    near = 1 - 1.75 / math.sqrt(4.125)
    expected = (1.75 * 0.25 * near + 1.75 * 1 + 0.25 * 1) / 9
    assert one(corpus, which="rao_stirling_half", distance="cosine") == pytest.approx(expected, abs=1e-12)


def test_simpson(corpus):
    # (1.75² + .25² + 1²) / 3² = 4.125 / 9; counting fields: (4 + 1 + 1) / 16.
    assert one(corpus, which="simpson") == pytest.approx(1 - 4.125 / 9, abs=1e-12)
    assert one(corpus, which="simpson", pub2field_norm=False) == pytest.approx(1 - 6 / 16, abs=1e-12)


def test_simpson_finite_counts_fields_whole(corpus):
    # A 2, B 1, C 1: 1 − (2 · 1) / (4 · 3) = 5/6. One count alone leaves nothing to compare.
    assert one(corpus, which="simpson_finite") == pytest.approx(5 / 6, abs=1e-12)
    assert one(corpus, "q", which="simpson_finite") is None


def test_shannon_is_over_the_logarithm_of_all_fields(corpus):
    # A 1/2, B 1/4, C 1/4: entropy 1.5 ln 2, over ln 3 (fields A, B, C).
    assert one(corpus, which="shannon_normalised", pub2field_norm=False) == pytest.approx(
        1.5 * math.log(2) / math.log(3)
    )
    assert one(corpus, "q", which="shannon_normalised") == 0


def test_shannon_of_a_single_field_is_undefined():
    corpus = drawn(
        works="work_id\np\na", work_fields="work_id,field,weight\na,A,1", citations="citing_id,cited_id\np,a"
    )
    assert one(corpus, which="shannon_normalised") is None


def test_no_reference_with_a_field_is_undefined(corpus):
    assert ask(corpus, "diversity", which="simpson") == {
        "p": pytest.approx(1 - 4.125 / 9),
        "q": 0,
        **dict.fromkeys(["z", "a", "ab", "c", "n"]),
    }


def test_unknown_values_are_refused(corpus):
    with pytest.raises(UsageError, match="Unknown value of which 'gini'"):
        ask(corpus, "diversity", which="gini")
    with pytest.raises(UsageError, match="Unknown value of distance 'euclid'"):
        ask(corpus, "diversity", which="rao_stirling", distance="euclid")

"""Who took part in a paper, how far apart, and the network that follows; every expectation worked out by hand."""

import math

import pytest

from benchside.corpus.organisations import cleaned
from benchside.errors import UsageError

from .drawn import ask, drawn

WORKS = """work_id,year,type,programme
one,2010,article,1
two,2010,article,1
far,2011,article,1
same,2012,review,0
lone,2012,article,0
bare,2012,article,0"""

ADDRESSES = """work_id,author_id,author_seq,organisation_id,country,sector,lat,lon
one,A1,1,Uni,DE,education,0,0
one,A2,2,Uni,DE,education,0,0
two,A1,1,Uni,DE,education,0,0
two,A2,2,Firm,DE,company,0,1
far,A1,1,Uni,DE,education,0,0
far,A2,2,Pole,MO,government,90,0
same,A1,1,Firm,DE,company,0,1
same,A2,2,Firm B,DE,company,0,1
lone,A1,1,Firm,DE,company,0,1
lone,A2,2,,CN,,,"""


@pytest.fixture
def corpus():
    return drawn(works=WORKS, authorships=ADDRESSES)


def test_distance_follows_the_great_circle(corpus):
    # One degree of the equator is R π / 180, equator to pole R π / 2, with R = 6371.01 km.
    found = ask(corpus, "gcd", works=["two", "far", "same", "one", "lone", "bare"])
    assert found["two"] == pytest.approx(6371.01 * math.pi / 180, abs=1e-9)
    assert found["far"] == pytest.approx(6371.01 * math.pi / 2, abs=1e-9)
    # Two organisations in one place lie 0 km apart; one organisation alone, or one located address, is no distance.
    assert found["same"] == 0
    assert (found["one"], found["lone"], found["bare"]) == (None, None, None)


def test_distance_can_count_as_zero_where_unknown(corpus):
    assert ask(corpus, "gcd", works=["lone"], missing_distance="zero") == {"lone": 0.0}


def test_opposite_points_are_half_the_globe_apart():
    rows = "work_id,organisation_id,lat,lon\na,X,10,20\na,Y,-10,-160"
    found = ask(drawn(works="work_id\na", authorships=rows), "gcd")["a"]
    assert found == pytest.approx(6371.01 * math.pi, abs=1e-6)


@pytest.mark.parametrize(
    ("params", "papers"),
    [
        ({"which": "collab"}, 4),  # two, far, same (organisations), lone (countries)
        ({"which": "collab", "collab_rule": "cwts_openalex_db"}, 3),  # without lone
        ({"which": "international"}, 2),  # far, lone
        ({"which": "international", "country_map": {"MO": "DE"}}, 1),  # far now within one country
        ({"which": "international", "collab_rule": "cwts_openalex_db"}, 1),  # far
        ({"which": "industry"}, 3),  # two, same, lone
        ({"which": "industry_collab"}, 1),  # two; in same both are companies
        ({"which": "cross_sector"}, 2),  # two, far
        ({"which": "short"}, 2),  # same (0 km), lone (unknown, as 0); two is 111.2 km
        ({"which": "short", "missing_distance": "null"}, 1),  # same
        ({"which": "short", "short_km": 112, "missing_distance": "null"}, 2),  # and two
        ({"which": "short", "collab_rule": "cwts_openalex_db"}, 1),  # lone is no collaboration of organisations
        ({"which": "long"}, 1),  # far, 10 007 km
        ({"which": "long", "long_km": 100}, 2),  # and two
        ({"which": "long", "long_km": 0, "missing_distance": "null"}, 3),  # two, far, same
    ],
)
def test_share_counts_papers_of_the_kind(corpus, params, papers):
    # Six papers in all; bare has no authors and is none of the kinds.
    assert ask(corpus, "pp_collab", **params) == pytest.approx(papers / 6, abs=1e-12)


def test_share_takes_scope_types_and_counting(corpus):
    assert ask(corpus, "pp_collab", which="collab", scope={"programme": 1}) == pytest.approx(2 / 3)
    assert ask(corpus, "pp_collab", which="collab", types=["review"]) == 1
    # Firm has all of lone under leiden_author's first author row only: 1/2; half of two and of same: 1/2 each.
    # Collaborations: two, same, lone = all of 3/2.
    assert ask(corpus, "pp_collab", which="collab", scope={"organisation": "Firm"}, counting="leiden_author") == 1
    # Of Uni: one 1 (alone), two 1/2, far 1/2 → (1/2 + 1/2) / 2.
    assert ask(corpus, "pp_collab", which="collab", scope={"organisation": "Uni"}, counting="leiden_author") == 0.5
    assert ask(corpus, "pp_collab", scope={"works": []}) is None


def test_kind_can_be_asked_by_paper(corpus):
    assert ask(corpus, "pp_collab", which="industry", works=["one", "two"]) == {"one": 0, "two": 1}


def test_unknown_kinds_are_refused(corpus):
    with pytest.raises(UsageError, match=r"Unknown value of which 'regional'. Known: collab, cross_sector"):
        ask(corpus, "pp_collab", which="regional")
    with pytest.raises(UsageError, match="Unknown parameter 'distance'"):
        ask(corpus, "pp_collab", distance=3)


def test_names_differ_only_beyond_unicode_form_and_blanks():
    # e with a combining accent, a doubled and an outer blank, a no-break space: one organisation. Case is kept apart.
    names = ["Université X", "Universite\u0301 X", " Université  X", "Université\u00a0X", "UNIVERSITÉ X", " "]
    rows = "work_id,organisation_id\n" + "\n".join(f'a,"{name}"' for name in names)
    corpus = drawn(works="work_id\na", authorships=rows)
    assert ask(corpus, "n_organisations") == 2
    assert ask(corpus, "n_organisations", works=["a", "b"]) == {"a": 2, "b": None}
    assert cleaned(names[1]) == names[0]


def test_organisations_are_counted_over_the_scope(corpus):
    assert ask(corpus, "n_organisations") == 4
    assert ask(corpus, "n_organisations", scope={"programme": 1}) == 3
    assert ask(corpus, "n_organisations", works=["one", "two", "bare"]) == {"one": 1, "two": 2, "bare": 0}


# Papers of the organisations ABC, AB, CD, E and, twice, A (one organisation, no edge).
NET = """work_id,author_id,organisation_id
p,1,A
p,2,B
p,3,C
q,1,A
q,2,B
r,1,C
r,2,D
s,1,E
t,1,A
t,2,A"""


def test_network_of_a_triangle_with_a_tail_and_a_lone_node():
    net = ask(drawn(works="work_id\np\nq\nr\ns\nt", authorships=NET), "network")
    assert (net["nodes"], net["edges"], net["components"], net["largest_component"]) == (5, 4, 2, 4)
    assert net["density"] == pytest.approx(4 / 10)
    # Connected triples: A 1, B 1, C 3 (of AB, AD, BD); closed: one at each corner of the triangle.
    assert net["transitivity"] == pytest.approx(3 / 5)
    # Local: A 1, B 1, C 1/3, D 0, E 0.
    assert net["clustering"] == pytest.approx((1 + 1 + 1 / 3) / 5)
    # C lies between A–D and B–D, of (4 · 3) / 2 = 6 pairs of others.
    assert net["betweenness"] == pytest.approx({"A": 0, "B": 0, "C": 2 / 6, "D": 0, "E": 0})
    assert net["weights"] == {"A|B": 2, "A|C": 1, "B|C": 1, "C|D": 1}
    assert net["degree"] == {"A": 2, "B": 2, "C": 3, "D": 1, "E": 0}


def test_newman_shares_a_paper_among_the_other_organisations():
    net = ask(drawn(works="work_id\np\nq\nr\ns\nt", authorships=NET), "network", weight="newman")
    # p gives each pair 1/2, q and r give theirs 1.
    assert net["weights"] == {"A|B": 1.5, "A|C": 0.5, "B|C": 0.5, "C|D": 1}
    # So an organisation's strength is the number of its papers with others: A 2, B 2, C 2, D 1.
    assert net["strength"] == {"A": 2, "B": 2, "C": 2, "D": 1, "E": 0}


def test_network_is_of_the_papers_in_scope():
    corpus = drawn(works="work_id\np\nq\nr\ns\nt", authorships=NET)
    net = ask(corpus, "network", scope={"works": ["r"]})
    assert (net["nodes"], net["edges"], net["density"], net["transitivity"]) == (2, 1, 1.0, None)
    empty = ask(corpus, "network", scope={"works": []})
    assert (empty["nodes"], empty["density"], empty["clustering"], empty["components"]) == (0, None, None, 0)


def test_stability_of_a_share_is_drawn_from_what_each_paper_brings():
    corpus = drawn(works="work_id\np\nq\nr\ns\nt", authorships=NET)
    # p, q and r have two organisations or more, s and t one each.
    assert ask(corpus, "pp_collab", which="collab") == pytest.approx(3 / 5)
    # Of five drawn, none is of the kind with chance 0.4^5 = 1 %, one or none with 8.7 %; all five with 0.6^5 = 7.8 %.
    assert ask(corpus, "stability_interval", of="pp_collab", which="collab", samples=4000) == [0.2, 1.0]
    # Drawn from papers that are all of the kind, nothing moves.
    sure = ask(corpus, "stability_interval", of="pp_collab", which="collab", scope={"works": ["p", "q"]})
    assert sure == [1, 1]
    with pytest.raises(UsageError, match="country_map"):
        ask(corpus, "stability_interval", of="mncs", country_map={})

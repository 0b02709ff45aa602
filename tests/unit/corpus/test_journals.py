"""Where journals stand; every expectation worked out by hand."""

import pytest

from benchside.errors import InputError, UsageError

from .drawn import ask, drawn

# Category X of 2010: A 9, B 8, C 8, D 1, and E unranked → ranks A 1, B and C 2, D 4 of 4 journals.
# Category Y of 2010: D alone. Category X of 2011: A 2, B 5.
JOURNALS = """source_id,category,year,metric
A,X,2010,9
B,X,2010,8
C,X,2010,8
D,X,2010,1
E,X,2010,
D,Y,2010,3
C,Z,2010,7
K,Z,2010,6
L,Z,2010,5
M,Z,2010,4
A,X,2011,2
B,X,2011,5"""
WORKS = """work_id,year,type,source_id,programme
a,2010,article,A,1
b,2010,article,B,1
c,2010,article,C,1
d,2010,article,D,1
e,2010,article,E,1
a11,2011,review,A,0
b11,2011,review,B,0
a12,2012,article,A,0
none,2010,article,,0
undated,,article,A,0"""


@pytest.fixture
def corpus():
    return drawn(works=WORKS, journals=JOURNALS)


def test_quartile_by_category_and_year(corpus):
    found = ask(corpus, "journal_quartile")
    # X 2010: 1/4 → 1; 2/4 → 2 for both; 4/4 → 4. Y: the only one, 1/1 → 4. X 2011: 1/2 → 2, 2/2 → 4.
    assert [found[f"{j}|X|2010"] for j in "ABCD"] == [1, 2, 2, 4]
    assert found["D|Y|2010"] == 4
    assert (found["B|X|2011"], found["A|X|2011"]) == (2, 4)
    assert "E|X|2010" not in found
    # Best over categories: C is 1/4 in Z.
    assert (found["C|2010"], found["D|2010"], found["A|2011"]) == (1, 4, 4)


def test_quartile_of_a_paper_is_of_its_publication_year(corpus):
    found = ask(corpus, "journal_quartile", works=[line.split(",")[0] for line in WORKS.splitlines()[1:]])
    assert found == {
        "a": 1, "b": 2, "c": 1, "d": 4, "e": None, "a11": 4, "b11": 2, "a12": None, "none": None, "undated": None,
    }  # fmt: skip
    assert ask(corpus, "journal_quartile", scope={"programme": 0}, types=["review"]) == {"a11": 4, "b11": 2}


def test_share_of_the_first_quartile(corpus):
    # Programme: a and c are first; b, d are not; e is unranked.
    assert ask(corpus, "share_q1", scope={"programme": 1}) == pytest.approx(2 / 4)
    assert ask(corpus, "share_q1", scope={"programme": 1}, unranked="include") == pytest.approx(2 / 5)
    # All: a12, none, undated are unranked as well; a11, b11 are ranked.
    assert ask(corpus, "share_q1") == pytest.approx(2 / 6)
    assert ask(corpus, "share_q1", unranked="include") == pytest.approx(2 / 10)
    assert ask(corpus, "share_q1", types=["review"]) == 0


def test_share_of_nothing_is_undefined(corpus):
    assert ask(corpus, "share_q1", scope={"works": ["e"]}) is None
    assert ask(corpus, "share_q1", scope={"works": ["e"]}, unranked="include") == 0


def test_share_takes_the_weights_of_counting():
    # O holds half of a (first quartile) and all of b (second): .5 / 1.5.
    authors = "work_id,author_id,organisation_id\na,1,O\na,2,P\nb,1,O"
    corpus = drawn(works=WORKS, journals=JOURNALS, authorships=authors)
    scope = {"organisation": "O"}
    assert ask(corpus, "share_q1", scope=scope, counting="leiden_author") == pytest.approx(1 / 3)
    assert ask(corpus, "share_q1", scope=scope) == pytest.approx(1 / 2)


def test_share_counts_versions_once():
    works = "work_id,year,source_id,doi\na,2010,A,10.1/x\na2,2010,A,doi:10.1/X\nb,2010,B,"
    corpus = drawn(works=works, journals=JOURNALS)
    assert ask(corpus, "share_q1", dedupe="doi") == pytest.approx(1 / 2)
    assert ask(corpus, "share_q1") == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("rank", "journals", "quartile"),
    [
        (78, 314, 1),  # .248
        (102, 204, 2),  # exactly a half
        (1, 1, 4),
        (2, 8, 1),  # exactly a quarter
        (3, 8, 2),
        (6, 8, 3),
        (7, 8, 4),
        (75, 300, 1),
        (76, 300, 2),
    ],
)
def test_quartile_from_rank(rank, journals, quartile):
    assert ask(drawn(), "quartile_from_rank", rank=rank, n=journals) == quartile


def test_quartiles_from_ranks_of_units_or_lists():
    corpus = drawn(units="unit,rank,n\nJ1,78,314\nJ2,102,204\nJ3,,204")
    assert ask(corpus, "quartile_from_rank") == {"J1": 1, "J2": 2, "J3": None}
    assert ask(corpus, "quartile_from_rank", rank=[78, 102], n=[314, 204]) == [1, 2]


def test_impossible_ranks_are_refused():
    with pytest.raises(UsageError, match="rank 5 of 4 journals, expected a rank from 1 to their number"):
        ask(drawn(), "quartile_from_rank", rank=5, n=4)
    with pytest.raises(InputError, match="no table units"):
        ask(drawn(), "quartile_from_rank")
    with pytest.raises(UsageError, match=r"Unknown value of unranked 'drop'. Known: exclude, include"):
        ask(drawn(works=WORKS), "share_q1", unranked="drop")

"""The Relative Citation Ratio; every expectation worked out by hand."""

import pytest

from benchside.corpus.rates import least_squares, median_line
from benchside.errors import UsageError

from .drawn import ask, drawn

# f (2015) is cited by x and y. x also cites a, b; y also cites a, n (journal without a rate), a2 (rate of another year).
WORKS = """work_id,year,source_id,citations
f,2015,F,20
x,2016,X,0
y,2017,X,0
a,2010,JA,9
a2,2011,JA,9
b,2012,JB,9
n,2012,JN,9
new,2019,F,4
hit,2019,F,5
now,2020,F,50
uncounted,2015,U,"""
CITATIONS = """citing_id,cited_id
x,f
x,a
x,b
x,a
y,f
y,a
y,n
y,a2
x,new
x,hit
x,now
x,uncounted"""
RATES = "source_id,year,rate\nJA,2010,2\nJA,2012,99\nJB,2012,5\nF,2015,1000"
BENCHMARK = """year,fcr,acr
2015,1,1
2015,2,3
2015,3,2
2015,4,
2019,1,1
2019,3,3
2014,1,1"""


@pytest.fixture
def corpus():
    return drawn(works=WORKS, citations=CITATIONS, journal_rates=RATES, benchmark=BENCHMARK)


def rcr(corpus, work="f", **params):
    return ask(corpus, "rcr", works=[work], **{"current_year": 2020, "eligibility": "icite", **params})[work]


def test_parts_of_the_ratio(corpus):
    found = ask(corpus, "rcr", works=["f"], current_year=2020)["f"]
    # 20 citations in 2016 to 2020; co-cited with a rate: a (2), b (5), and a2 in no year with a rate; new … have none.
    assert found["acr"] == 4
    assert found["fcr"] == 3.5
    # Least squares through (1,1), (2,3), (3,2): slope ((−1)(−1) + 0 + (1)(0)) / 2 = .5, intercept 2 − 1 = 1 → 1 + .5 · 3.5.
    assert found["ecr"] == pytest.approx(2.75, abs=1e-12)
    assert found["rcr"] == pytest.approx(4 / 2.75, abs=1e-12)
    assert found["provisional"] is False


def test_multiplicity_counts_a_paper_for_each_citing_paper(corpus):
    # a twice (x, y), b once: (2 + 2 + 5) / 3; a doubled row x → a is still one citation.
    assert rcr(corpus, network="multiplicity")["fcr"] == 3


def test_median_regression_passes_by_the_outlier(corpus):
    # Lines through two of (1,1), (2,3), (3,2): leaving (3,2) slope 2 misses by 3, leaving (2,3) slope .5 misses by 1.5,
    # leaving (1,1) slope −1 misses by 3. Best: .5 + .5 fcr → .5 + 1.75.
    assert rcr(corpus, regression="quantile")["ecr"] == pytest.approx(2.25, abs=1e-12)


def test_recent_papers_need_five_citations(corpus):
    # 2019 is the year before 2020; both are co-cited with f … whose journal rate is 1000, with a and b: fcr = 1007 / 3.
    new, hit = rcr(corpus, "new"), rcr(corpus, "hit")
    assert (new["acr"], new["rcr"], new["provisional"]) == (4, None, True)
    # Line of 2019 is acr = fcr.
    assert hit["rcr"] == pytest.approx(5 / (1007 / 3), abs=1e-12)
    assert rcr(corpus, "new", eligibility="none")["rcr"] == pytest.approx(4 / (1007 / 3), abs=1e-12)
    assert rcr(corpus, "new", eligibility=False)["rcr"] == rcr(corpus, "new", eligibility="none")["rcr"]
    # A year on, it is no longer the last year, but still provisional; two years on it is settled.
    assert rcr(corpus, "new", current_year=2021)["rcr"] == pytest.approx(2 / (1007 / 3), abs=1e-12)
    assert rcr(corpus, "new", current_year=2021)["provisional"] is True
    assert rcr(corpus, "new", current_year=2022)["provisional"] is False


def test_what_is_missing_leaves_the_ratio_undefined(corpus):
    assert rcr(corpus, "now")["acr"] is None  # no year after publication has begun
    assert rcr(corpus, "uncounted")["acr"] is None
    assert rcr(corpus, "x")["fcr"] is None  # nobody cites x
    assert rcr(corpus, "y")["ecr"] is None
    assert rcr(corpus, "nowhere") is None


def test_one_benchmark_point_makes_no_line():
    works = WORKS.replace("f,2015,F,20", "f,2014,F,20")
    corpus = drawn(works=works, citations=CITATIONS, journal_rates=RATES, benchmark=BENCHMARK)
    for regression in ("ols", "quantile"):
        assert rcr(corpus, regression=regression) == {
            "acr": 20 / 6,
            "fcr": 3.5,
            "ecr": None,
            "rcr": None,
            "provisional": False,
        }


def test_window_says_which_citations_count(corpus):
    # In 2015 and 2016 f is cited by x alone.
    assert rcr(corpus, window={"kind": "until", "year": 2016})["acr"] == 1 / 5


def test_citations_of_the_corpus_count_where_no_work_bears_any():
    works = "\n".join(line.rsplit(",", 1)[0] + "," for line in WORKS.splitlines()[1:])
    corpus = drawn(works=WORKS.splitlines()[0] + "\n" + works, citations=CITATIONS, benchmark=BENCHMARK)
    assert rcr(corpus)["acr"] == 2 / 5


def test_expected_rate_must_be_positive():
    corpus = drawn(works=WORKS, citations=CITATIONS, journal_rates=RATES, benchmark="year,fcr,acr\n2015,1,5\n2015,2,3")
    # Through (1,5), (2,3): 7 − 2 · 3.5 = 0.
    assert (rcr(corpus)["ecr"], rcr(corpus)["rcr"]) == (0, None)


def test_year_and_values_are_checked(corpus):
    with pytest.raises(UsageError, match="rcr was asked with current_year None, expected a year"):
        ask(corpus, "rcr")
    with pytest.raises(UsageError, match=r"Unknown value of regression 'ridge'. Known: ols, quantile"):
        rcr(corpus, regression="ridge")
    with pytest.raises(UsageError, match=r"Unknown value of eligibility 'maybe'. Known: icite, none"):
        rcr(corpus, eligibility="maybe")


def test_median_line_follows_the_majority():
    # Four of five points lie on y = 2 + 3x.
    points = [(0.0, 2.0), (1.0, 5.0), (2.0, 8.0), (3.0, 11.0), (4.0, 100.0)]
    assert median_line(points) == pytest.approx((2, 3), abs=1e-9)
    assert least_squares(points[:4]) == pytest.approx((2, 3), abs=1e-12)


def test_median_line_leaves_no_better_line():
    # Independent: the best line passes through two points, so all pairs are tried.
    points = [(0.1, 1.3), (0.7, 0.2), (1.9, 2.5), (2.2, 2.1), (3.5, 3.9), (4.1, 1.0), (5.3, 6.2)]

    def misses(a, b):
        return sum(abs(y - a - b * x) for x, y in points)

    slopes = [(y - v) / (x - u) for x, y in points for u, v in points if x > u]
    best = min(misses(y - b * x, b) for b in slopes for x, y in points)
    assert misses(*median_line(points)) == pytest.approx(best, abs=1e-12)


def test_median_line_takes_the_middle_of_equal_lines():
    # A unit square's corners: every line from slope −1 to 1 through the middle misses by 2 in all.
    assert median_line([(0, 0), (0, 1), (1, 0), (1, 1)]) == pytest.approx((0.5, 0), abs=1e-9)


def test_ratio_from_published_parts():
    units = "unit,year,current_year,citations,ecr,fcr\n1,2016,2023,21,1.5,4\n2,2023,2023,9,1.5,4\n3,2016,2023,21,0,4\n4,2016,2023,,2,4"
    found = ask(drawn(units=units), "rcr_from_parts")
    # 21 / 7 = 3, over 1.5; no year has passed; nothing is expected; no citations known.
    assert found["1"] == {"acr": 3, "fcr": 4, "ecr": 1.5, "rcr": 2}
    assert [found[n]["rcr"] for n in "234"] == [None, None, None]
    assert found["2"]["acr"] is None


def test_shares_of_published_units():
    corpus = drawn(units="unit,P,TCS\nA,4,10\nB,0,3\nC,5,")
    assert ask(corpus, "unit_share", numerator="TCS") == {"A": 2.5, "B": None, "C": None}
    with pytest.raises(UsageError, match=r"Unknown column of units 'P_top1'. Known: P, TCS"):
        ask(corpus, "unit_share", numerator="P_top1")
    with pytest.raises(UsageError, match="without a numerator"):
        ask(corpus, "unit_share")

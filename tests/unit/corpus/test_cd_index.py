"""Disruption: the focal paper f (2000) cites r and r2; every expectation worked out by hand."""

import pytest

from benchside.errors import UsageError

from .drawn import ask, drawn

WORKS = """work_id,year,type,doi
r,1990,article,
r2,1999,article,
f,2000,article,10.1/f
fv,2000,article,https://doi.org/10.1/F
same,2000,letter,
i,2001,letter,
i2,2006,article,
j,2002,article,
k,2003,article,
k2,1995,article,
undated,,article,
alone,2005,article,"""

CITATIONS = """citing_id,cited_id
f,r
f,r2
f,r2
f,ghost
same,f
i,f
i,f
i2,f
j,f
j,r
k,r2
k2,r
f,f
undated,f
ghost,f
ghost,r"""


@pytest.fixture
def corpus():
    return drawn(works=WORKS, citations=CITATIONS)


def test_only_strictly_later_dated_papers_count(corpus):
    # Later: i, i2 (f alone), j (both), k (r2 alone). same is of the year, k2 earlier, undated unknown, ghost no work.
    assert ask(corpus, "cd_index", works=["f"]) == {"f": pytest.approx((2 - 1) / 4)}


def test_years_bound_the_time_after_the_focal_year(corpus):
    # Up to 2005: i, j, k. Up to 2006: also i2. Up to 2001: i alone.
    assert ask(corpus, "cd_index", works=["f"], years=5) == {"f": 0.0}
    assert ask(corpus, "cd_index", works=["f"], years=6) == {"f": pytest.approx(1 / 4)}
    assert ask(corpus, "cd_index", works=["f"], years=1, variant="wu") == {"f": 1.0}


def test_without_references_funk_gives_one_and_wu_nothing(corpus):
    # r cites nothing: f, j are later and cite it; k2 too.
    assert ask(corpus, "cd_index", works=["r"], variant="funk") == {"r": 1.0}
    assert ask(corpus, "cd_index", works=["r"], variant="wu") == {"r": None}
    assert ask(corpus, "cd_index", works=["r"], variant="pyscisci") == {"r": None}


def test_nothing_later_is_undefined(corpus):
    # alone has neither references nor citations; undated has a reference (f), but nothing can be later than no year.
    assert ask(corpus, "cd_index", works=["alone", "undated", "ghost"]) == {
        "alone": None,
        "undated": None,
        "ghost": None,
    }


def test_cited_references_alone_give_zero(corpus):
    # k (2003) cites r2, which f cites too, but earlier; j cites r later than k2 (1995): k2 has n_k = f, j → 0 / 2.
    assert ask(corpus, "cd_index", works=["k2"]) == {"k2": 0.0}
    # pySciSci gives nothing to a paper that is never cited.
    assert ask(corpus, "cd_index", works=["k2"], variant="pyscisci") == {"k2": None}


def test_pyscisci_has_no_time_rule_and_counts_the_focal_paper(corpus):
    # n_i = same, i, i2, undated; n_j = j; n_k = f itself, k, k2.
    assert ask(corpus, "cd_index", works=["f"], variant="pyscisci") == {"f": pytest.approx((4 - 1) / 8)}


def test_pyscisci_window_is_a_lag_of_each_citation(corpus):
    # Lags 0 to 5: same→f 0, i→f 1, j→f 2; i2→f is 6, undated unknown. To references: f→r2 1, k→r2 4, k2→r 5;
    # f→r is 10 and j→r 12, so j counts as citing f alone: n_i = 3, n_j = 0, n_k = f, k, k2.
    assert ask(corpus, "cd_index", works=["f"], variant="pyscisci", years=5) == {"f": pytest.approx(3 / 6)}


def test_works_of_other_types_still_cite(corpus):
    assert ask(corpus, "cd_index", types=["article"], works=["f", "i"]) == {"f": pytest.approx(1 / 4), "i": None}


def test_versions_of_one_doi_are_one_paper():
    # g cites the other version fv of f: n_i = 1 for f, and the same is answered under fv's name.
    corpus = drawn(works=WORKS + "\ng,2004,article,", citations="citing_id,cited_id\ng,fv\nf,fv")
    assert ask(corpus, "cd_index", dedupe="doi", works=["f", "fv"]) == {"f": 1.0, "fv": 1.0}
    # Kept apart, f cites fv, and g cites that reference alone.
    assert ask(corpus, "cd_index", works=["f"]) == {"f": 0.0}


def test_every_paper_of_the_scope_is_answered_without_names(corpus):
    assert ask(corpus, "cd_index", scope={"year_min": 2000, "year_max": 2000}, types=["article"]) == {
        "f": pytest.approx(1 / 4),
        "fv": None,
    }


def test_unknown_variant_is_refused(corpus):
    with pytest.raises(UsageError, match=r"Unknown value of variant 'bu'. Known: funk, pyscisci, wu"):
        ask(corpus, "cd_index", variant="bu")

"""Terms and BM25, worked out by hand."""

import math

import pytest

from benchside.networks.terms import stem, terms
from benchside.networks.text_index import TextIndex


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vaccines vaccine vaccination", "vaccin"),
        ("therapies therapy", "therapy"),
        ("viruses virus", "virus"),
        ("diabetes", "diabet"),
        ("analysis", "analysis"),
        ("modelling modelled", "modell"),
        ("Résistance", "resistanc"),
    ],
)
def test_forms_of_a_word_have_one_stem(words, expected):
    assert set(terms(words)) == {expected}


def test_short_words_keep_their_ending():
    # "use" would leave two letters, "gene" fewer than five.
    assert [stem(w) for w in ("dna", "gene", "genes", "bone")] == ["dna", "gene", "gene", "bone"]


def test_stop_words_bare_numbers_and_single_letters_are_left_out():
    assert terms("The European project of 2015: a vitamin D3, B and 42") == ["vitamin", "d3"]


def test_a_score_is_the_arithmetic_of_bm25():
    # Three texts of 1, 2 and 3 terms: mean 2. "ebola" stands in two of three: ln(1 + 1.5 / 2.5) = ln 1.6.
    index = TextIndex(["ebola", "malaria ebola", "malaria malaria asthma"])
    rare = math.log(1.6)
    assert index.weight("ebola") == pytest.approx(rare)
    # First text: length norm 1 - 0.75 + 0.75 / 2 = 0.625; 2.2 / (1 + 1.2 · 0.625). Second: norm 1; 2.2 / 2.2.
    assert index.scores("Ebola").tolist() == pytest.approx([rare * 2.2 / 1.75, rare, 0])
    # Twice in a text of norm 1.375: 2 · 2.2 / (2 + 1.65).
    assert index.scores("malaria")[2] == pytest.approx(rare * 4.4 / 3.65)


def test_a_term_asked_twice_counts_twice_and_an_unknown_one_nothing():
    index = TextIndex(["ebola", "malaria"])
    assert index.scores("ebola ebola zebra").tolist() == pytest.approx((2 * index.scores("ebola")).tolist())
    assert index.weight("zebra") == 0
    assert not index.scores("zebra").any()


def test_no_texts_have_no_scores():
    assert TextIndex([]).scores("ebola").tolist() == []
    assert TextIndex([""]).scores("ebola").tolist() == [0]

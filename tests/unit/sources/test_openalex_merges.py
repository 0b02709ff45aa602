"""Records that are one work are merged by rule; what only looks alike is kept apart, and said."""

import pytest

from benchside.sources.openalex.merges import Version, is_telling, merges, title_key

TITLE = "Kelp forests of the northern coast"


def work(number, title=TITLE, **more):
    return Version(f"W{number}", title, **({"year": "2018", "work_type": "article"} | more))


def merged(*works):
    return {(m.work_id, m.kept_id, m.rule) for m in merges(works)[0]}


def test_a_preprint_is_a_version_of_the_article_of_its_title():
    preprint = work(1, work_type="preprint", year="2016", citations=90, doi="10.1101/1")
    article = work(2, "Kelp Forests of the <i>Northern</i> Coast.", doi="10.1038/2", citations=3)
    assert merged(preprint, article) == {("W1", "W2", "version_of")}


def test_a_copy_in_a_repository_may_come_years_later_and_a_preprint_not_long_before():
    assert merged(work(1, is_copy=True, year="2024"), work(2)) == {("W1", "W2", "version_of")}
    assert merged(work(1, work_type="preprint", year="2015"), work(2)) == {("W1", "W2", "version_of")}
    assert merged(work(1, work_type="preprint", year="2014"), work(2)) == set()


def test_an_article_that_bears_a_preprints_doi_is_a_copy():
    assert merged(
        work(1, doi="10.5194/essd-2021-386", year="2021"), work(2, doi="10.5194/essd-14-1917-2022", year="2022")
    ) == {("W1", "W2", "version_of")}


def test_one_doi_and_one_title_are_one_work():
    a, b = (
        work(1, doi="10.1/x", citations=5),
        work(2, "Kelp forests of the northern coast: a review", doi="10.1/x", year="2019"),
    )
    assert merged(a, b) == {("W2", "W1", "same_doi")}


def test_one_doi_and_two_titles_are_two_works_and_it_is_said():
    found, apart = merges(
        [work(1, doi="10.1/x"), work(2, "Frutales en macetas: cómo seleccionar y cultivar", doi="10.1/x")]
    )
    assert found == []
    assert [(a.work_ids, a.column, a.shared) for a in apart] == [(("W1", "W2"), "doi", "10.1/x")]


def test_the_same_title_year_and_type_are_one_work_unless_two_publishers_gave_a_doi():
    assert merged(work(1), work(2, doi="10.1/x")) == {("W1", "W2", "same_title")}
    assert merged(work(1, doi="10.1/y"), work(2, doi="10.1/x")) == set()
    assert merged(work(1, year="2017"), work(2)) == set()
    assert merged(work(1, year=""), work(2, year="")) == set()
    zenodo = (work(1, doi="10.5281/zenodo.1", is_copy=True), work(2, doi="10.5281/zenodo.2", is_copy=True))
    assert merged(*zenodo) == {("W2", "W1", "same_title")}


@pytest.mark.parametrize(
    "title",
    [
        "Reply",
        "Reply on RC1",
        "Erratum: Kelp forests of the northern coast",
        "Occurrence Download",
        "[no title]",
        "Kelp",
    ],
)
def test_titles_that_many_works_bear_merge_nothing(title):
    found, apart = merges([work(1, title), work(2, title)])
    assert found == []
    assert [a.reason for a in apart] == ["a title that many works bear"]


@pytest.mark.parametrize("kind", ["dataset", "other"])
def test_data_sets_and_kinds_without_a_name_are_never_merged_by_title(kind):
    assert merged(work(1, work_type=kind, is_copy=True), work(2)) == set()
    assert merged(work(1, work_type=kind), work(2, work_type=kind)) == set()


def test_copies_of_a_title_with_two_articles_belong_to_neither():
    two = (work(1, doi="10.1/a"), work(2, doi="10.2/b", year="2020"))
    found, apart = merges([*two, work(3, work_type="preprint")])
    assert found == []
    assert [a.reason for a in apart] == ["one title, several published works"]


def test_a_work_stands_for_others_or_is_merged_and_never_both():
    works = (
        work(1, work_type="preprint", doi="10.1101/1"),
        work(2, work_type="preprint", doi="10.1101/1", year="2017"),
        work(3, doi="10.1038/3"),
        work(4),
    )  # fmt: skip
    found, _ = merges(works)
    # By DOI W2 falls to W1 or W1 to W2, by title that one to the article, as does W4: all to W3.
    assert {m.kept_id for m in found} == {"W3"}
    assert {m.work_id for m in found} == {"W1", "W2", "W4"}


def test_the_order_of_the_file_does_not_matter():
    works = [
        work(n, work_type=t, citations=c)
        for n, (t, c) in enumerate([("preprint", 4), ("article", 1), ("article", 1), ("preprint", 0)])
    ]
    assert merged(*works) == merged(*reversed(works))
    assert len(merged(*works)) == 3


def test_titles_are_compared_by_their_words():
    assert title_key("Étude: CO<sub>2</sub>&nbsp;&amp; pH") == "etude co2 ph"
    assert is_telling(title_key(TITLE))
    assert not is_telling(title_key("one two three"))

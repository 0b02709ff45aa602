"""A work that several sources give counts once, by the source that is named first; what looks alike and is not stays apart."""

import pytest

from benchside.resolve.judgements import Judgement
from tests.several_sources import Made, source

BOOK = source("workbook", """
    programme
    programme_id
    P

    project
    project_id
    one
    two
""")  # fmt: skip
OPENALEX = source("openalex", """
    work
    work_id | doi        | pmid | title                                  | work_type | published_on
    W1      | 10.1000/a  | 11   | Sleep and memory in the ageing brain   | article   | 2015
    W2      | 10.1000/b  |      | A preprint of lungs in zero gravity    | preprint  | 2016
    W3      | 10.1000/b2 |      | Lungs in zero gravity                  | article   | 2017
    W4      | 10.1000/v  |      | Handbook of cells                      | book      | 2014

    project_work
    project_id | work_id
    one        | W1
    one        | W3
    one        | W4

    work_merge
    work_id | kept_id | verdict | rule
    W2      | W3      | same    | version_of

    citation_count
    work_id | database | citations | census_on
    W1      | OpenAlex | 12        | 2020-06-30
""")  # fmt: skip
CROSSREF = source("crossref", """
    work
    work_id | doi       | title                                | work_type    | published_on
    c1      | 10.1000/A | Sleep and Memory in the Ageing Brain | article      | 2015-03-01
    c2      | 10.1000/b | Lungs in zero gravity                | preprint     | 2016
    c3      | 10.1000/v | Membranes under the microscope       | book_chapter | 2014

    project_work
    project_id | work_id
    two        | c1
    one        | c2
    one        | c3

    citation_count
    work_id | database | citations | census_on
    c1      | Crossref | 9         | 2020-06-30
""")  # fmt: skip
GTR = source("gtr", """
    work
    work_id | doi       | pmid | title                                   | work_type
    g1      |           | 11   | Sleep & memory in the <i>ageing</i> brain | other
    g2      |           |      | Sleep and memory in the ageing brain    | article

    project_work
    project_id | work_id
    one        | g1
    one        | g2
""")  # fmt: skip
APART = Judgement("crossref:work:c1", "openalex:work:W1", "different", "another edition", "analyst", "2020-02-03")


@pytest.fixture
def made(tmp_path):
    return Made(tmp_path / "store")


def merges(made):
    rows = [r for r in made.rows("work_merge") if r["source"] == "benchside"]
    return {(r["work_id"], r["kept_id"], r["verdict"], r["rule"]) for r in rows}


def test_one_work_of_three_sources_counts_once_and_in_each_project_once(made):
    made.build(BOOK, OPENALEX, CROSSREF, GTR, derive=False)
    assert made.value("publications") == 8  # W1 W3 W4 c1 c2 c3 g1 g2
    made.build(BOOK, OPENALEX, CROSSREF, GTR)
    # c1 (DOI) and g1 (PubMed number) are W1, c2 (DOI) is the preprint W2, which OpenAlex says is W3; W4, c3 and g2 stay.
    assert merges(made) == {
        ("c1", "W1", "same", "same_doi"),
        ("g1", "W1", "same", "same_pmid"),
        ("c2", "W3", "same", "same_doi"),
    }
    assert made.value("publications") == 5  # W1 W3 W4 c3 g2
    assert made.value("publications", project="one") == 5
    assert made.value("publications", project="two") == 1  # W1, by c1


def test_counts_of_two_databases_stand_side_by_side_and_are_never_added(made):
    made.build(BOOK, OPENALEX, CROSSREF)
    assert made.value("citations") == 12  # the highest of 12 and 9, not 21
    assert made.value("citations", kind="Crossref") == 9
    assert made.value("citations", kind="OpenAlex") == 12


def test_a_chapter_that_bears_the_book_s_doi_is_told_and_not_merged(made):
    made.build(BOOK, OPENALEX, CROSSREF)
    (said,) = made.said("work_merge")
    assert "a volume, or a wrong number" in said


def test_the_source_named_first_is_kept_and_the_counts_do_not_change(made):
    made.build(BOOK, GTR, CROSSREF, OPENALEX)
    assert {m[:2] for m in merges(made)} == {("c1", "g1"), ("W1", "g1"), ("W2", "c2"), ("W3", "c2")}
    assert made.value("publications") == 5
    assert made.value("publications", kind="other") == 1  # the type is that of g1, which GtR does not tell


def test_a_judgement_undoes_it_and_gives_the_very_build_from_before(made):
    two = (
        source("crossref", "work\nwork_id | doi\nc1 | 10.1000/a"),
        source("openalex", "work\nwork_id | doi\nW1 | 10.1000/a"),
    )
    before = made.build(*two, derive=False)
    joined = made.build(*two)
    assert joined.content_hash != before.content_hash
    assert made.build(*two, ledger=(APART,)).content_hash == before.content_hash


def test_what_is_judged_apart_is_not_joined_through_a_third_either(made):
    made.build(BOOK, OPENALEX, CROSSREF, GTR, ledger=(APART,))
    assert made.value("publications") == 6  # c1 by itself; g1 stays with W1
    assert ("g1", "W1", "same", "same_pmid") in merges(made)


def test_a_verdict_apart_that_a_source_hands_over_wins(made):
    said = source("workbook", """
        programme
        programme_id
        P

        project
        project_id
        one
        two

        work_merge
        work_id | kept_id | verdict | decided_on
        W1      | c1      | apart   | 2010-01-01
    """)  # fmt: skip
    made.build(said, OPENALEX, CROSSREF)
    assert {m[:2] for m in merges(made)} == {("c2", "W3")}


def test_a_judgement_undoes_what_a_source_merged_and_may_merge_within_a_source(made):
    ledger = (
        Judgement("openalex:work:W2", "openalex:work:W3", "different", "two studies", "analyst", "2019-01-01"),
        Judgement("gtr:work:g1", "gtr:work:g2", "same", "the same paper typed twice", "analyst", "2020-02-03"),
    )
    made.build(BOOK, OPENALEX, CROSSREF, GTR, ledger=ledger)
    assert ("W3", "W2", "apart", "by_hand") in merges(made)
    # W1 = c1 = g1 = g2; W2 = c2; W3; W4; c3
    assert made.value("publications") == 5


def test_a_table_of_another_build_is_taken_over_without_a_twin(made):
    made.build(BOOK, OPENALEX, CROSSREF, GTR)
    rows = [r for r in made.rows("work_merge") if r["source"] == "benchside"]
    lines = "\n".join(f"{r['work_id']} | {r['kept_id']} | same | {r['rule']} | {r['decided_on']}" for r in rows)
    again = source("package", f"work_merge\nwork_id | kept_id | verdict | rule | decided_on\n{lines}")
    made.build(BOOK, OPENALEX, CROSSREF, GTR, again)
    assert merges(made) == set()
    assert made.value("publications") == 5


@pytest.mark.parametrize(
    ("title", "kind", "pmid", "works"),
    [
        ("Sleep and memory in the ageing brain: a trial", "article", "", 1),  # most words are shared
        ("Memory in the ageing brain: what twelve months in a sleep laboratory can show us", "article", "", 2),
        ("Other", "article", "", 2),
        ("Other", "article", "11", 1),  # both identifiers are the same
        ("[no title]", "article", "", 1),
        ("[no title]", "book_chapter", "", 2),
    ],
)
def test_one_doi_with_two_titles(made, title, kind, pmid, works):
    other = source("crossref", f"""
        work
        work_id | doi       | pmid   | title   | work_type
        c1      | 10.1000/a | {pmid} | {title} | {kind}

        project_work
        project_id | work_id
        one        | c1
    """)  # fmt: skip
    first = source("openalex", """
        work
        work_id | doi       | pmid | title
        W1      | 10.1000/a | 11   | Sleep and memory in the ageing brain

        project_work
        project_id | work_id
        one        | W1
    """)  # fmt: skip
    made.build(BOOK, first, other)
    assert made.value("publications") == works

"""Records judged to be one work count as one in every measure of publications, whatever way the verdicts point."""

import itertools

import pytest

from benchside.indicators.catalogue import indicator

WORKS = """
    work
    work_id | work_type | published_on | journal | open_access
    a       | article   | 2016         | Pain    |
    b       | preprint  | 2015         |         | green
    c       | article   | 2014         | Heart   | closed
    d       | article   | 2013         | Heart   | closed

    project_work
    project_id | work_id
    alpha      | b
    beta       | a
    beta       | c
    beta       | d

    authorship
    work_id | country
    a       | NL
    b       | NL
    b       | SE
    d       | NL

    citation_count
    work_id | database | citations | census_on
    a       | One      | 4         | 2018-12-31
    b       | One      | 9         | 2018-12-31
    b       | Two      | 7         | 2018-12-31

    work_score
    work_id | method | database | scored_on  | ncs | citations
    b       | ours   | base     | 2020-06-30 | 3   | 9
    c       | ours   | base     | 2020-06-30 | 1   | 1
"""


def merged(*verdicts: str) -> str:
    lines = "".join(f"    {line}\n" for line in verdicts)
    return f"{WORKS}\n    work_merge\n    work_id | kept_id | verdict | decided_on\n{lines}"


B_IN_A = "b | a | same | 2019-01-01"


def test_a_merged_record_counts_once_with_the_values_of_the_kept_one(world):
    desk = world(merged(B_IN_A))
    assert desk.one("publications").value == 3
    # b's attribution to alpha is now one of a, of type article and of 2016
    assert {f.cut: f.value for f in desk.ask("publications", by="project")} == {"alpha": 1, "beta": 3}
    assert {f.cut: f.value for f in desk.ask("publications", by="kind")} == {"article": 3}
    assert {f.cut: f.value for f in desk.ask("publications", by="year")} == {"2013": 1, "2014": 1, "2016": 1}


def test_what_the_kept_record_does_not_say_the_merged_one_does(world):
    desk = world(merged(B_IN_A))
    assert desk.one("open_access_share").exact == "1/3"  # a's access is unknown, b's is green; c and d are closed
    # database One: a's own 4, not b's 9; database Two: a has none, so b's 7
    assert {f.cut: f.value for f in desk.ask("citations", by="kind")} == {"Two": 7, "One": 4}
    assert desk.one("mncs").value == 2  # a has no score, b's 3 stands in; (3 + 1) / 2


def test_addresses_are_the_kept_records_and_not_both(world):
    assert world(WORKS).one("international_share").exact == "1/3"  # b of a, b, d
    desk = world(merged(B_IN_A))
    assert desk.one("international_share").value == 0  # a has one country, d one
    assert {f.cut: f.value for f in desk.ask("publications", by="reach")} == {"domestic": 2, "(none)": 1}


def test_two_records_of_one_paper_in_one_project_are_one_paper_for_the_money(world):
    desk = world(
        merged("d | c | same | 2019-01-01")
        + """
    contribution
    project_id | payer | amount   | valid_on
    beta       | eu    | 10000000 | 2015-01-01
"""
    )
    assert desk.one("publications_per_10m", {"project": ["beta"]}).value == 2  # a, and c with d


def test_a_verdict_holds_at_every_date_until_another_undoes_it(world):
    desk = world(merged(B_IN_A))
    assert desk.one("publications", as_of="2018-12-31").value == 3  # before it was decided: what is one was never two
    assert (
        desk.one("publications", as_of="2015-12-31").value == 3
    )  # b, c and d: a, which stands for b, had not appeared
    assert world(merged(B_IN_A, "b | a | apart | 2020-06-01")).one("publications").value == 4


def test_the_two_works_may_be_named_in_either_order_where_a_verdict_is_undone(world):
    assert world(merged(B_IN_A, "a | b | apart | 2020-06-01")).one("publications").value == 4
    again = merged(B_IN_A, "a | b | apart | 2020-06-01", "b | a | same | 2020-07-01")
    assert world(again).one("publications").value == 3


@pytest.mark.parametrize(
    ("verdicts", "groups"),
    [
        (("a | b | same | 2019-01-01", "b | c | same | 2019-01-01"), {"c", "d"}),  # a chain, along the keys
        (("c | b | same | 2019-01-01", "b | a | same | 2019-01-01"), {"a", "d"}),  # and against them
        (("c | a | same | 2019-01-01", "c | d | same | 2019-01-01"), {"a", "b"}),  # one in two: both are one
        (("a | d | same | 2019-01-01", "b | d | same | 2019-01-01"), {"c", "d"}),  # two in one
        (("a | b | same | 2019-01-01", "b | a | same | 2019-01-01"), {"a", "c", "d"}),  # a circle of two
        (tuple(f"{x} | {y} | same | 2019-01-01" for x, y in itertools.pairwise("abcda")), {"a"}),  # a circle of all
        (("a | a | same | 2019-01-01",), {"a", "b", "c", "d"}),  # a work with itself
    ],
)
def test_chains_and_circles_lose_no_work_and_count_none_twice(world, verdicts, groups):
    desk = world(merged(*verdicts))
    rows = desk.rows(indicator("publications"), {}, "2020-12-31")
    assert {r["thing"] for r in rows} == groups
    assert desk.one("publications").value == len(groups)


def test_a_long_chain_is_one_work(world):
    names = [f"w{n:02d}" for n in range(40)]
    text = "work\n    work_id\n" + "".join(f"    {n}\n" for n in names)
    text += "\n    project_work\n    project_id | work_id\n" + "".join(f"    alpha | {n}\n" for n in names)
    text += "\n    work_merge\n    work_id | kept_id | verdict | decided_on\n"
    text += "".join(f"    {x} | {y} | same | 2019-01-01\n" for x, y in itertools.pairwise(names))
    assert world(text).one("publications").value == 1


def test_a_paper_counts_whole_in_each_country_of_its_authors(world):
    # b has addresses in NL and SE, a and d in NL; c has none.
    by = {f.cut: f.value for f in world(WORKS).ask("publications", by="author_country")}
    assert by == {"NL": 3, "SE": 1, "(none)": 1}
    # Merged into a, b brings no address: a's own count.
    assert {f.cut: f.value for f in world(merged(B_IN_A)).ask("publications", by="author_country")} == {
        "NL": 2, "(none)": 1
    }  # fmt: skip
    assert world(WORKS).one("publications", {"author_country": ["SE"]}).value == 1

"""A project that two sources tell of counts once; a number that two funders give joins nothing."""

import pytest

from benchside.resolve.judgements import Judgement
from tests.several_sources import Made, source

# EBOVAC stands in both sources; the register has its end, and two projects of its own.
SHEETS = source("sheets", """
    programme
    programme_id
    IMI

    project
    project_id | acronym | title              | programme_id | grant_number | start_on   | end_on
    ebovac     | EBOVAC  | A vaccine          | IMI          | 115854       | 2014-12-01 |
    predict    | PREDICT | Predicting disease | IMI          | 115004       | 2009-09-01 | 2014-08-31
""")  # fmt: skip
REGISTER = source("register", """
    programme
    programme_id
    H2020

    project
    project_id | acronym | title                     | programme_id | grant_number | start_on   | end_on
    115854     | EBOVAC  | Development of a jab      | H2020        | 115854       | 2014-12-01 | 2019-11-30
    115004     | CHICKEN | Feeding poultry in winter | H2020        | 115004       | 2009-09-01 | 2012-08-31
    700000     | OTHER   | Another thing             | H2020        | 700000       | 2016-01-01 | 2030-12-31

    project_identifier
    project_id | scheme       | value
    700000     | grant_number | 700000

    work
    work_id | doi
    d1      | 10.1000/1

    project_work
    project_id | work_id
    115854     | d1
""")  # fmt: skip


@pytest.fixture
def made(tmp_path):
    return Made(tmp_path / "store")


def clusters(made):
    return {(r["project_id"], r["cluster_id"], r["basis"], r["grade"]) for r in made.rows("project_cluster")}


def test_a_project_of_two_sources_counts_once_and_keeps_both_records(made):
    made.build(SHEETS, REGISTER, derive=False)
    assert made.value("projects") == 5
    made.build(SHEETS, REGISTER)
    assert clusters(made) == {("115854", "ebovac", "identifier", None)}
    assert made.value("projects") == 4  # ebovac, predict, 115004, 700000
    assert made.value("projects", programme="IMI") == 2
    assert made.value("projects_ended") == 3  # ebovac by the register's last day, predict, 115004
    assert made.value("projects_ended", "2014-12-31") == 2
    assert len(made.rows("project")) == 5
    assert made.value("publications", project="ebovac") == 1  # told of by the register alone


def test_one_number_with_two_titles_is_told_and_joins_nothing(made):
    made.build(SHEETS, REGISTER)
    (said,) = made.said("project_cluster")
    assert said.endswith("have different titles: it may be a number of two funders")


def test_the_source_named_first_stands_for_the_project_and_the_count_stays(made):
    made.build(REGISTER, SHEETS)
    assert clusters(made) == {("ebovac", "115854", "identifier", None)}
    assert made.value("projects") == 4
    assert made.value("projects", programme="IMI") == 1


def test_a_judgement_undoes_it_and_gives_the_very_build_from_before(made):
    before = made.build(SHEETS, source("register", "project\nproject_id | programme_id\n115854 | IMI"))
    apart = Judgement(
        "register:project:115854", "sheets:project:ebovac", "different", "two phases", "analyst", "2020-01-02"
    )
    numbered = source(
        "register", "project\nproject_id | programme_id | grant_number | acronym\n115854 | IMI | 115854 | ebovac"
    )
    made.build(SHEETS, numbered)
    assert made.value("projects") == 2
    plain = made.build(SHEETS, numbered, derive=False)
    assert made.build(SHEETS, numbered, ledger=(apart,)).content_hash == plain.content_hash != before.content_hash
    assert made.value("projects") == 3


def test_a_judgement_joins_what_no_number_does(made):
    same = Judgement(
        "register:project:700000", "sheets:project:predict", "same", "its second phase", "analyst", "2020-01-02"
    )
    made.build(SHEETS, REGISTER, ledger=(same,))
    assert ("700000", "predict", "judgement", None) in clusters(made)
    assert made.value("projects") == 3


@pytest.mark.parametrize(
    ("acronym", "title", "start", "joins"),
    [
        ("Ebo-Vac", "", "", True),  # an acronym, however it is written
        ("MADE", "A vaccine for all of us: ebola", "2014-12-01", False),  # two names, and the first day alone
        ("115854", "A VACCINE", "", True),
        ("rcn 200", "", "2014-12-20", True),  # no name to compare, one first day within a month
        ("rcn 200", "", "2015-12-01", False),
        ("rcn 200", "", "", False),
    ],
)
def test_a_number_joins_with_one_thing_more(made, acronym, title, start, joins):
    other = source("register", f"""
        project
        project_id | acronym   | title   | programme_id | start_on
        x          | {acronym} | {title} | IMI          | {start}

        project_identifier
        project_id | scheme       | value  | grade
        x          | grant_number | 115854 | claimed
    """)  # fmt: skip
    made.build(SHEETS, other)
    assert (clusters(made) == {("x", "ebovac", "identifier", "claimed")}) is joins
    assert bool(clusters(made)) is joins


def test_letters_signs_and_case_of_a_number_do_not_matter_and_its_doi_proves_it(made):
    one = source("gtr", """
        programme
        programme_id
        MRC

        project
        project_id | acronym  | title                 | programme_id
        a          | MR/K01/1 | The genetics of sleep | MRC
        b          | MR/K02/1 | Another thing         | MRC

        project_identifier
        project_id | scheme       | value
        a          | grant_number | MR/K01/1
        b          | doi          | 10.35802/218300
    """)  # fmt: skip
    other = source("grants", """
        project
        project_id | acronym  | title                 | programme_id
        c          | mr-k01-1 | The Genetics of Sleep | MRC
        d          | MR/K99/1 | Unlike                | MRC

        project_identifier
        project_id | scheme       | value
        c          | grant_number | mr-k01-1
        d          | doi          | 10.35802/218300
    """)  # fmt: skip
    made.build(one, other)
    assert {c[:2] for c in clusters(made)} == {("c", "a"), ("d", "b")}


def test_two_projects_of_one_grant_in_a_source_stay_two(made):
    two = source("register", """
        project
        project_id | acronym | programme_id | grant_number
        x          | EBOVAC  | IMI          | 115854
        y          | EBOVAC  | IMI          | 115854
    """)  # fmt: skip
    made.build(SHEETS, two)
    assert len(clusters(made)) == 1
    assert made.value("projects") == 3
    (said,) = made.said("project_cluster")
    assert said.endswith("one source holds both, and its own reader keeps them apart")


def test_a_table_of_another_build_is_taken_over_and_can_be_undone(made):
    handed = source(
        "package", "project_cluster\nproject_id | cluster_id | basis | reason\n700000 | predict | judgement | as told"
    )
    made.build(SHEETS, REGISTER, handed)
    assert ("700000", "predict", "judgement", None) in clusters(made)
    apart = Judgement("register:project:700000", "sheets:project:predict", "different", "two", "analyst", "2020-01-02")
    made.build(SHEETS, REGISTER, handed, ledger=(apart,))
    assert {c[:2] for c in clusters(made)} == {("115854", "ebovac")}


MONEY = """
    programme
    programme_id
    P-{0}

    project
    project_id | acronym | programme_id | grant_number
    {0}-a      | ALPHA   | P-{0}        | 115001
    {0}-b      | BETA    | P-{0}        | 115002

    contribution
    project_id | payer | amount | state
"""


def test_money_of_two_sources_for_one_project_is_not_added_up(made):
    sheets = source(
        "sheets", MONEY.format("s") + "    s-a | eu | 100 | as_published\n    s-a | industry | 50 | as_published"
    )
    register = source("register", MONEY.format("r") + "    r-a | eu | 90 | registry\n    r-b | eu | 40 | registry")
    for order in ((sheets, register), (register, sheets)):
        made.build(*order)
        # Of alpha the published 100 and not the register's 90; of beta 40, as nothing is published.
        assert made.value("public_funding") == 140
        assert made.value("total_cost") == 150  # of alpha alone it is known what others pay
        assert made.value("leverage_industry") == 1.5  # 100 and 50 over 100: alpha alone has published amounts
    made.build(sheets, register)
    assert made.value("public_funding", project="s-b") == 40  # told of by the register alone
    third = source("grants", MONEY.format("g") + "    g-a | eu | 101 | as_published\n    g-b | eu | 41 | registry")
    made.build(sheets, register, third)
    # Of two that publish alpha the first named counts, of two registers of beta the one with the smaller key: 100 and 41.
    assert made.value("public_funding") == 141


LISTS = """
    programme
    programme_id
    P-{0}

    call
    call_id | programme_id | name
    {1}     | P-{0}        | call {1}

    area
    area_id | name
    {0}-x   | lungs
    {0}-y   | skin

    organisation
    organisation_id | name | country
    {0}-u           | U    | FR
    {0}-f           | F    | DE

    project
    project_id | acronym | programme_id | grant_number | start_on   | end_on | call_id
    {0}-a      | ALPHA   | P-{0}        | 115001       | 2010-01-01 | {2}    | {1}
"""
NAMED = (
    LISTS
    + """
    participation
    participation_id | project_id | organisation_id | partner_group | role
    {0}-1            | {0}-a      | {0}-u           | academic      | coordinator
    {0}-2            | {0}-a      | {0}-f           | sme           | participant

    project_area
    project_id | area_id | weight | basis
    {0}-a      | {0}-x   | 0.5    | subject
    {0}-a      | {0}-y   | 0.5    | subject
"""
)
PAID = """
    allocation
    allocation_id | project_id | participation_id | amount | currency | state    | precision | valid_on
    {0}-1         | {0}-a      | {0}-1            | 60     | EUR      | registry | exact     | 2019-01-01
    {0}-2         | {0}-a      | {0}-2            | 30     | EUR      | registry | exact     | 2019-01-01
"""


def test_two_lists_of_the_partners_of_one_project_are_not_added_up(made):
    sheets = source("sheets", NAMED.format("s", "C1", ""))
    register = source("register", (NAMED + PAID).format("r", "C2", "2015-12-31"))
    made.build(sheets, register, derive=False)
    assert (made.value("teams"), made.value("allocated_funding")) == (4, 90)
    made.build(sheets, register)
    # The two partners of the sheets; what the register's own partners receive goes with its list.
    assert (made.value("teams"), made.value("teams", project="r-a")) == (2, 2)
    assert made.value("allocated_funding") is None
    assert made.value("projects_ended") == 1  # by the register's last day
    made.build(register, sheets)
    assert (made.value("teams"), made.value("allocated_funding")) == (2, 90)
    assert made.value("allocated_funding", project="s-a") == 90  # asked for by the other key
    assert made.value("projects", call="C2") == 1
    assert made.value("projects", call="C1") is None
    assert made.value("projects", area="r-x") == 0.5
    assert made.value("projects", area="s-x") is None


LINKED = """
    document
    document_key | title
    D1           | A

    link
    link_id | from_type | from_id | relation | to_type | to_id | document_id | claim      | stated_by
    L1      | project   | {0}-a   | {1}      | project | {0}-b | D1          | not_stated | funder
"""


def test_a_link_to_a_project_leads_to_the_one_that_stands_for_it(made):
    both = MONEY.partition("contribution")[0]
    made.build(source("sheets", both.format("s")), source("register", (both + LINKED).format("r", "led_to")))
    with made.opened() as build:
        (link,) = build.fetch(build.table("link"))
        (record,) = build.fetch(build.history("link"))
    assert (link["from_id"], link["to_id"]) == ("s-a", "s-b")
    assert (record["from_id"], record["to_id"]) == ("r-a", "r-b")

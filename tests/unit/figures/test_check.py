"""Published figures beside computed ones: verdicts and causes."""

from benchside.figures.check import check

MONEY = """
    project
    project_id | programme_id | acronym
    alpha      | IMI1         | ALPHA
    beta       | IMI1         | BETA

    project_area
    project_id | area_id | weight | basis
    alpha      | heart   | 1      | subject
    beta       | lung    | 1      | sum_matched

    contribution
    project_id | payer    | amount | valid_on   | document_id
    alpha      | eu       | 100    | 2019-01-01 | S1
    alpha      | eu       | 90     |            | S2
    alpha      | industry | 95     | 2019-01-01 | S1
    beta       | eu       | 50     | 2019-01-01 | S1
    beta       | industry | 70     | 2019-01-01 | S1
"""

HEADER = (
    "    published_figure_id | indicator | scope | cut | comparator | value | unit | printed | as_of | document_id\n"
)


def checked(world, *rows, more=MONEY):
    figures = "\n    published_figure\n" + HEADER + "".join(f"    {row}\n" for row in rows)
    return {c.figure_id: c for c in check(world(more + figures))}


def test_agreement_with_a_mapping_made_to_agree_is_no_proof(world):
    found = checked(world, "L | public_plus_industry | programme=IMI1 | area=lung | eq | 120 | EUR | 120 | 2016 | D")[
        "L"
    ]
    assert (found.verdict, found.difference) == ("reproduced", 0)
    assert (
        "BETA stands in this area because the sum matched the printed figure: the agreement is no independent proof"
        in found.cause
    )


def test_a_sum_that_moved_names_its_projects_and_the_version_that_would_agree(world):
    found = checked(world, "H | public_plus_industry | programme=IMI1 | area=heart | eq | 185 | EUR | 185 | 2016 | D")[
        "H"
    ]
    assert (found.verdict, found.computed, found.difference) == ("differs", 195, 10)  # 100 + 95 against 185
    assert "through ALPHA" in found.cause
    assert "it agrees to the euro with other recorded versions: ALPHA eu €90 (S2, undated) for €100" in found.cause


def test_printed_parts_are_added_up_beside_their_printed_total(world):
    found = checked(
        world,
        "H | public_plus_industry | programme=IMI1 | area=heart | eq | 195 | EUR | 195 | 2016 | D",
        "L | public_plus_industry | programme=IMI1 | area=lung  | eq | 121 | EUR | 121 | 2016 | D",
        "T | public_plus_industry | programme=IMI1 |            | eq | 315 | EUR | 315 | 2016 | D",
    )["T"]
    assert (found.verdict, found.computed) == ("reproduced", 315)
    assert (
        "the 2 printed rows by area add up to €316, €1 more than the printed total (rounding of the rows)"
        in found.cause
    )


def test_at_least_holds_for_the_whole_and_not_for_each_project(world):
    found = checked(world, "R | leverage_total | programme=IMI1 | | ge | 2 | EUR | at least 2 | 2016 | D")["R"]
    assert (found.verdict, found.computed) == ("reproduced", 2.1)  # 315 / 150
    assert "1 of 2 projects fall short (ALPHA 1.95)" in found.cause  # 195 / 100


def test_a_printed_ratio_and_its_numerator_imply_a_denominator(world):
    found = checked(
        world,
        "P | patent_applications | programme=IMI1 | | eq | 20  | applications | 20  | 2015 | D",
        "Q | patents_per_10m     | programme=IMI1 | | eq | 3.2 | per EUR 10 m | 3.2 | 2015 | D",
    )["Q"]
    assert found.verdict == "not_recomputable"
    assert "it implies accepted cost of €62 500 000; no record gives it" in found.cause.replace(
        "\u202f", " "
    )  # 20 / 3.2 × 10 m


def test_an_estimate_printed_as_one_value_is_the_top_of_its_range(world):
    more = "    assumption\n    assumption_id   | low | high | valid_on\n    jobs_multiplier | 3   | 5.7  | 2014\n"
    found = checked(
        world,
        "J | direct_jobs | programme=IMI1 | | eq     | 2272  | jobs | 2 272         | 2015 | D",
        "K | jobs_total  | programme=IMI1 | | approx | 13000 | jobs | around 13 000 | 2015 | D",
        more=more,
    )
    assert found["J"].verdict == "not_recomputable"
    assert found["K"].verdict == "differs"
    assert "is the top of the range 6 816 to 12 950" in found["K"].cause.replace(
        "\u202f", " "
    )  # 2 272 × 3, × 5.7 = 12 950.4


def test_two_documents_that_disagree_about_the_same_thing_contradict_each_other(world):
    found = checked(
        world,
        "A | spin_offs | programme=IMI1 | | eq | 13 | spin-offs | 13 | 2015 | D",
        "B | spin_offs | programme=IMI1 | | eq | 14 | spin-offs | 14 | 2015 | E",
        "C | spin_offs | programme=IMI1 | | ge | 10 | spin-offs | 10+ | 2015 | F",
    )
    assert [found[k].verdict for k in "ABC"] == ["contradicted", "contradicted", "not_recomputable"]
    assert "E prints 14 for the same" in found["A"].cause


def test_a_share_follows_from_the_counts_that_the_document_prints(world):
    found = checked(
        world,
        "A | teams | programme=IMI1;group=academic | | eq | 845 | teams | 845 | 2015 | D",
        "I | teams | programme=IMI1;group=industry | | eq | 480 | teams | 480 | 2015 | D",
        "S | teams | programme=IMI1;group=sme      | | eq | 169 | teams | 169 | 2015 | D",
        "P | teams | programme=IMI1;group=patient_organisation | | eq | 26 | teams | 26 | 2015 | D",
        "R | teams | programme=IMI1;group=regulator | | eq | 17 | teams | 17 | 2015 | D",
        "X | sme_share_of_beneficiaries | programme=IMI1 | | eq | 0.16 | share | 16% | 2015 | D",
        more="    participation\n    project_id | organisation_id | partner_group\n    alpha | a | sme\n    alpha | b | academic\n"
        "\n    project\n    project_id | programme_id\n    alpha | IMI1\n",
    )["X"]
    cause = found.cause.replace("\u202f", " ")
    assert "gives it: 169 of 1 057 is 15.99 %" in cause  # 845 + 169 + 26 + 17, industry left out
    assert "does not: 169 of 1 537 is 11.00 %" in cause  # with the 480 of industry


def test_a_count_over_partial_records_is_unfinished_and_not_wrong(world):
    found = checked(world, "N | projects | programme=IMI1 | | eq | 5 | projects | 5 | 2016 | D")["N"]
    assert (found.verdict, found.computed) == ("not_recomputable", 2)

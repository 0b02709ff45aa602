"""The best quarter of any category, in the year of the paper; journals without a rank are left out."""


def test_the_best_category_in_the_year_of_publication_counts(world):
    desk = world("""
        work
        work_id | issn      | published_on
        w1      | 0028-0836 | 2014
        w2      | 0028-0836 | 2015
        w3      | 0036-8075 | 2014
        w4      | 0140-6736 | 2014
        w5      | 0028-0836 | 2013

        project_work
        project_id | work_id
        alpha      | w1
        beta       | w1
        beta       | w2
        beta       | w3
        beta       | w4
        beta       | w5

        journal_rank
        issn      | category | year | rank | journals
        0028-0836 | general  | 2014 | 40   | 100
        0028-0836 | biology  | 2014 | 25   | 100
        0028-0836 | biology  | 2015 | 26   | 100
        0036-8075 | biology  | 2014 | 26   | 100
    """)
    # ranked in their year: w1 (25 of 100: yes), w2 (26: no), w3 (26: no)
    # not ranked: w4 (no ranked journal), w5 (no rank that year)
    figure = desk.one("first_quartile_share")
    assert (round(figure.value, 4), figure.denominator) == (0.3333, 3)
    assert desk.one("first_quartile_share", {"project": ["alpha"]}).value == 1

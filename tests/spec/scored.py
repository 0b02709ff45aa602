"""One small set of scored papers that the measures over scores read in their different ways.

Citations were counted up to the middle of 2020: papers of 2018 and before are old enough, those of 2019 and 2020 are not.
"""

SCORED = """
    work
    work_id | work_type        | published_on
    w1      | article          | 2015
    w2      | article          | 2016
    w3      | review           | 2016
    w4      | conference_paper | 2018
    young   | article          | 2019
    undated | article          |
    book    | book             | 2015
    alone   | article          | 2015
    bare    | article          | 2015

    project_work
    project_id | work_id
    alpha      | w1
    alpha      | w2
    beta       | w2
    beta       | w3
    beta       | w4
    beta       | young
    beta       | undated
    beta       | book
    beta       | bare

    work_field
    work_id | scheme | field    | share
    w1      | fields | medicine | 0.5
    w1      | fields | biology  | 0.5
    w2      | fields | medicine | 1
    w3      | fields | biology  | 1

    authorship
    work_id | country | sector
    w1      | NL      | academic
    w1      | SE      | industry
    w2      | NL      | academic
    w3      | NL      | academic
    w3      | DE      | academic
    w4      |         | sme

    work_score
    work_id | method | database | scored_on  | ncs  | top10 | top1 | citations
    w1      | ours   | base 20  | 2020-06-30 | 4    | 1     | 0.5  | 40
    w2      | ours   | base 20  | 2020-06-30 | 1.5  | 0.25  | 0    | 6
    w3      | ours   | base 20  | 2020-06-30 | 0.5  | 0     | 0    | 2
    w4      | ours   | base 20  | 2020-06-30 | 0    | 0     | 0    | 0
    young   | ours   | base 20  | 2020-06-30 | 90   | 1     | 1    | 9
    undated | ours   | base 20  | 2020-06-30 | 90   | 1     | 1    | 9
    book    | ours   | base 20  | 2020-06-30 | 90   | 1     | 1    | 9
    alone   | ours   | base 20  | 2020-06-30 | 90   | 1     | 1    | 9
    w1      | theirs | base 20  | 2020-06-30 | 70   | 1     | 1    | 40
"""
"""In every measure over scores: w1, w2, w3, w4. Not young and undated (their age), book (its type), alone (no project), bare (no score)."""

GROUPS = """
    benchmark_group
    benchmark_group_id | title
    eu                 | EU-28
    other              | Another funder

    benchmark_score
    benchmark_group_id | item | method | database | scored_on  | year | work_type | field    | ncs | top10 | top1 | citations
    eu                 | b1   | ours   | base 20  | 2020-06-30 | 2015 | article   | medicine | 2   | 0.5   | 0    | 20
    eu                 | b2   | ours   | base 20  | 2020-06-30 | 2015 | article   | medicine | 1   | 0     | 0    | 3
    eu                 | b3   | ours   | base 20  | 2020-06-30 | 2016 | review    | biology  | 0   | 0     | 0    | 0
    eu                 | b4   | ours   | base 20  | 2020-06-30 | 2019 | article   | biology  | 50  | 1     | 1    | 9
    eu                 | b5   | ours   | base 20  | 2020-06-30 | 2015 | book      | biology  | 50  | 1     | 1    | 9
    eu                 | b1   | theirs | base 20  | 2020-06-30 | 2015 | article   | medicine | 60  | 1     | 1    | 20
    other              | b6   | ours   | base 20  | 2020-06-30 | 2016 | article   | medicine | 6   | 1     | 0.5  | 9
"""
"""Of eu count b1, b2, b3 (b4 is too young, b5 a book, the score `theirs` of another method than the programme's); of other b6."""

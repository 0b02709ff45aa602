"""Printed rows that do not add up to their printed total are told, also where each thing counts once."""

import pytest

from benchside.figures.check import check

PRINTED = """
    published_figure
    published_figure_id | indicator | cut          | comparator | value | printed | document_id | as_of
    T                   | assets    |              | eq         | 10    | 10      | S1          | 2019
    A                   | assets    | {by}=one     | eq         | 7     | 7       | S1          | 2019
    B                   | assets    | {by}=another | eq         | 5     | 5       | S1          | 2019

    asset
    asset_id | kind | created_on
    A1       | tool | 2012
"""


@pytest.mark.parametrize(("by", "told"), [("stage", True), ("project", False)])
def test_rows_of_which_a_thing_has_one_are_added_up_and_projects_are_not(world, by, told):
    checked = {c.figure_id: c.cause for c in check(world(PRINTED.replace("{by}", by)))}
    # 7 + 5 = 12; an asset has one stage, while one that two projects report stands in both of their rows
    assert (f"the 2 printed rows by {by} add up to 12, 2 more than the printed total" in checked["T"]) is told

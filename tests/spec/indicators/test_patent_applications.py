"""Applications of one patent family are one invention."""

EVENTS = """
    exploitation_event
    project_id | kind               | family | count | happened_on
    alpha      | patent_application | F1     |       | 2012
    alpha      | patent_application | F1     | 3     | 2013
    beta       | patent_application | F1     |       | 2014
    alpha      | patent_application |        | 2     | 2013
    beta       | patent_application |        |       | 2014
    beta       | patent_granted     | F1     |       | 2015
    beta       | patent_granted     |        | 8     | 2015
"""


def test_a_family_counts_once_and_the_others_as_their_records_say(world):
    desk = world(EVENTS)
    assert desk.one("patent_applications").value == 4  # F1 once, 2 and 1 without a family; grants are no applications


def test_a_family_of_two_projects_counts_in_each_and_once_in_the_whole(world):
    found = {f.cut: f.value for f in world(EVENTS).ask("patent_applications", by="project")}
    assert found == {"alpha": 3, "beta": 2}  # alpha: F1 and 2; beta: F1 and 1; together 4, since F1 is one invention


def test_a_family_counts_from_its_first_application(world):
    desk = world(EVENTS)
    assert desk.one("patent_applications", as_of="2012-12-31").value == 1  # F1 alone
    assert (
        desk.one("patent_applications", as_of="2013-12-31").value == 3
    )  # F1 once more, still once; 2 without a family

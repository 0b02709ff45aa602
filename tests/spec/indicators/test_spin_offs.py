"""A record of a spin-off stands for as many as it says; only spin-offs count."""

EVENTS = """
    exploitation_event
    project_id | kind     | name            | count | happened_on
    alpha      | spin_off | a company       |       | 2012
    alpha      | spin_off | three companies | 3     | 2014-06-30
    beta       | spin_off | two companies   | 2     |
    beta       | spin_off | told again      | 0     | 2014
    beta       | deal     | no spin-off     |       | 2014
"""


def test_a_record_counts_as_many_as_it_says_and_one_where_it_does_not_say(world):
    desk = world(EVENTS)
    assert desk.one("spin_offs").value == 6  # 1 + 3 in alpha; 2 + 0 in beta
    assert {f.cut: f.value for f in desk.ask("spin_offs", by="project")} == {"alpha": 4, "beta": 2}


def test_undated_spin_offs_have_no_year_and_none_is_given_to_them(world):
    desk = world(EVENTS)
    assert {f.cut: f.value for f in desk.ask("spin_offs", by="year")} == {"2012": 1, "2014": 3, "(none)": 2}


def test_a_record_that_stands_for_none_is_no_observation(world):
    assert world(EVENTS).one("spin_offs").n == 3  # four records of spin-offs, one of them told again


def test_spin_offs_of_later_years_are_not_there_yet(world):
    assert world(EVENTS).one("spin_offs", as_of="2013-12-31").value == 1  # 2014 and the undated one were not known

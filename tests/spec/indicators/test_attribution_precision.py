"""Of the works counted for a project, the share that is labelled as its own; unsure and disputed works are left out."""

WORLD = """
    project_work
    project_id | work_id
    alpha      | w1
    alpha      | w2
    alpha      | w3
    alpha      | w4
    alpha      | w5
    alpha      | w6
    beta       | w1

    work_candidate
    project_id | work_id | strategy | found_by
    alpha      | w1      | funder_a | funder
    alpha      | w1      | ft_a     | full_text
    alpha      | w2      | funder_a | funder
    alpha      | w3      | ft_a     | full_text
    alpha      | w7      | ft_a     | full_text

    work_label
    project_id | work_id | label   | labeller
    alpha      | w1      | include | model
    alpha      | w1      | include | office
    alpha      | w2      | include | model
    alpha      | w3      | exclude | model
    alpha      | w4      | unsure  | model
    alpha      | w5      | include | model
    alpha      | w5      | exclude | office
    alpha      | w7      | include | model
    beta       | w1      | exclude | model
"""


def test_the_labelled_works_that_are_counted(world):
    desk = world(WORLD)
    # alpha: w1 yes (twice labelled, once counted), w2 yes, w3 no; w4 is unsure, w5 disputed, w6 not labelled, w7 not counted.
    figure = desk.one("attribution_precision", {"project": ["alpha"]})
    assert (round(figure.value, 6), figure.denominator) == (0.666667, 3)
    assert figure.low <= figure.value <= figure.high
    # beta's one work is not its own: 2 of 4 in both together.
    assert desk.one("attribution_precision").value == 0.5


def test_a_work_found_twice_stands_in_both_ways(world):
    desk = world(WORLD)
    cut = {
        f.cut: (f.value, f.denominator) for f in desk.ask("attribution_precision", {"project": ["alpha"]}, by="kind")
    }
    assert cut == {"funder_a": (1, 2), "ft_a": (0.5, 2)}

"""Of the candidates labelled as a project's own, the share that is counted for it."""


def test_only_candidates_are_asked_for(world):
    desk = world("""
        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        alpha      | w5

        work_candidate
        project_id | work_id | strategy | found_by
        alpha      | w1      | funder_a | funder
        alpha      | w1      | ft_a     | full_text
        alpha      | w2      | ft_a     | full_text
        alpha      | w3      | ft_a     | full_text
        alpha      | w4      | ft_a     | full_text
        alpha      | w6      | ft_a     | full_text

        work_label
        project_id | work_id | label   | labeller
        alpha      | w1      | include | model
        alpha      | w2      | exclude | model
        alpha      | w3      | include | model
        alpha      | w4      | unsure  | model
        alpha      | w5      | include | model
        alpha      | w6      | include | model
    """)
    # own candidates: w1 (counted), w3 and w6 (not counted); w2 is not its own, w4 unsure, w5 was no candidate.
    figure = desk.one("attribution_recall")
    assert (round(figure.value, 6), figure.denominator) == (0.333333, 3)
    cut = {f.cut: round(f.value, 6) for f in desk.ask("attribution_recall", by="kind")}
    assert cut == {"funder_a": 1, "ft_a": 0.333333}

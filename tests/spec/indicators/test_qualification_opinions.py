"""Steps of the kind `qualification_opinion` that were given or came out positive."""


def test_only_what_was_obtained_counts(world):
    desk = world("""
        regulatory_procedure
        project_id | kind | outcome | is_confidential | decided_on
        alpha | qualification_opinion | given     | no  | 2013
        alpha | qualification_opinion | positive  | yes | 2015
        beta  | qualification_opinion | given     | no  | 2017
        beta  | qualification_opinion | requested | no  | 2014
        beta  | qualification_opinion | pending   | no  | 2014
        beta  | qualification_opinion | negative  | no  | 2014
        beta  | qualification_advice | given    | no  | 2014
    """)
    assert desk.one("qualification_opinions").value == 3  # two of alpha (one confidential), one of beta
    assert desk.one("qualification_opinions", as_of="2015-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("qualification_opinions", by="project")} == {"alpha": 2, "beta": 1}

"""Steps of the kind `letter_of_support` that were given or came out positive."""


def test_only_what_was_obtained_counts(world):
    desk = world("""
        regulatory_procedure
        project_id | kind | outcome | is_confidential | decided_on
        alpha | letter_of_support | given     | no  | 2013
        alpha | letter_of_support | positive  | yes | 2015
        beta  | letter_of_support | given     | no  | 2017
        beta  | letter_of_support | requested | no  | 2014
        beta  | letter_of_support | pending   | no  | 2014
        beta  | letter_of_support | negative  | no  | 2014
        beta  | submission | given    | no  | 2014
    """)
    assert desk.one("letters_of_support").value == 3  # two of alpha (one confidential), one of beta
    assert desk.one("letters_of_support", as_of="2015-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("letters_of_support", by="project")} == {"alpha": 2, "beta": 1}

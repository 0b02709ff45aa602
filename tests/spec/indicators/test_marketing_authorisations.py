"""Steps of the kind `marketing_authorisation` that were given or came out positive."""


def test_only_what_was_obtained_counts(world):
    desk = world("""
        regulatory_procedure
        project_id | kind | outcome | is_confidential | decided_on
        alpha | marketing_authorisation | given     | no  | 2013
        alpha | marketing_authorisation | positive  | yes | 2015
        beta  | marketing_authorisation | given     | no  | 2017
        beta  | marketing_authorisation | requested | no  | 2014
        beta  | marketing_authorisation | pending   | no  | 2014
        beta  | marketing_authorisation | negative  | no  | 2014
        beta  | prequalification | given    | no  | 2014
    """)
    assert desk.one("marketing_authorisations").value == 3  # two of alpha (one confidential), one of beta
    assert desk.one("marketing_authorisations", as_of="2015-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("marketing_authorisations", by="project")} == {"alpha": 2, "beta": 1}

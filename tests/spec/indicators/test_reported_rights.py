"""Intellectual property by its protection: once in the whole, once in each project."""


def test_rights_by_protection_and_year(world):
    desk = world("""
        outcome
        outcome_id | kind                  | type                         | title | happened_on
        r-one      | intellectual_property | Patent granted               | one   | 2012
        r-two      | intellectual_property | Patent application published | two   | 2014
        r-three    | intellectual_property |                              | three |
        s-one      | spin_out              | Patent granted               | firm  | 2014

        project_outcome
        project_id | outcome_id
        alpha      | r-one
        beta       | r-one
        beta       | r-two
        beta       | r-three
        beta       | s-one
    """)
    assert desk.one("reported_rights").value == 3  # the company is no right
    assert {f.cut: f.value for f in desk.ask("reported_rights", by="project")} == {"alpha": 1, "beta": 3}
    by_kind = {f.cut: f.value for f in desk.ask("reported_rights", by="kind")}
    assert by_kind == {"Patent granted": 1, "Patent application published": 1, "(none)": 1}
    assert {f.cut: f.value for f in desk.ask("reported_rights", by="year")} == {"2012": 1, "2014": 1, "(none)": 1}

"""Each mention of a result in a policy document counts."""


def test_mentions_by_kind_and_date(world):
    desk = world("""
        policy_citation
        project_id | kind          | issued_by | title | cited_on
        alpha      | guideline     | EMA       | one   | 2014
        beta       | guideline     | EMA       | one   | 2014
        beta       | concept_paper | EMA       | two   | 2016
    """)
    assert desk.one("policy_citations").value == 3  # one document that draws on two projects is two mentions
    assert desk.one("policy_citations", as_of="2015-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("policy_citations", by="kind")} == {"guideline": 2, "concept_paper": 1}

"""Projects in which organisations of two sectors take part."""


def test_a_project_counts_once_for_each_two_sectors(world):
    desk = world("""
        project
        project_id | programme_id | start_on
        alpha      | P1           | 2010-03-01
        beta       | P1           | 2012-11-01
        gamma      | P1           | 2012-11-01

        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | academic
        alpha      | c               | academic
        alpha      | d               | sme
        alpha      | d               | academic
        alpha      | e               | industry
        beta       | a               | academic
        beta       | e               | industry
        beta       | f               | unknown
        gamma      | a               | academic
    """)
    # alpha: a, b, c and d are academic (d is listed in two groups; "academic" comes first), e is industry
    # beta: one academic, one of industry, one unknown; gamma: a is alone and meets nobody
    assert {f.cut: f.value for f in desk.ask("sector_meetings", by="sector_pair")} == {
        "academic + academic": 1,
        "academic + industry": 2,
        "academic + unknown": 1,
        "industry + unknown": 1,
    }
    assert desk.one("sector_meetings").value == 2
    assert {f.cut: f.value for f in desk.ask("sector_meetings", by="year")} == {"2010": 1, "2012": 1}

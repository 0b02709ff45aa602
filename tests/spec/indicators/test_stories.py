"""Stories by project, measure of success and date."""


def test_stories_told_by_the_date(world):
    desk = world("""
        story
        story_id | project_id | tile         | told_on
        s1       | alpha      | industry_use | 2014
        s2       | alpha      | standards    | 2015
        s3       |            | industry_use | 2016
    """)
    assert desk.one("stories").value == 3
    assert {f.cut: f.value for f in desk.ask("stories", by="tile")} == {"industry_use": 2, "standards": 1}
    assert {f.cut: f.value for f in desk.ask("stories", by="project")} == {"alpha": 2, "(none)": 1}
    assert desk.one("stories", as_of="2015-12-31").value == 2

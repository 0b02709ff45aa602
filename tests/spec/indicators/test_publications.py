"""A paper of two projects counts once in each of them and once in the programme."""


def test_projects_do_not_add_up_to_the_programme(world):
    desk = world("""
        work
        work_id | work_type | published_on
        w1      | article   | 2013
        w2      | review    | 2014
        w3      | article   | 2014
        w4      | article   | 2014

        project_work
        project_id | work_id
        alpha      | w1
        alpha      | w2
        beta       | w2
        beta       | w3
    """)
    assert desk.one("publications").value == 3  # w1, w2, w3; nobody attributes w4 to a project
    assert {f.cut: f.value for f in desk.ask("publications", by="project")} == {"alpha": 2, "beta": 2}
    assert {f.cut: f.value for f in desk.ask("publications", by="year")} == {"2013": 1, "2014": 2}
    assert {f.cut: f.value for f in desk.ask("publications", by="kind")} == {"article": 2, "review": 1}
    assert desk.one("publications", as_of="2013-12-31").value == 1

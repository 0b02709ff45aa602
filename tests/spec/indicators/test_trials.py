"""A study is known by its registry number; one that never began is none."""


def test_one_registry_number_is_one_study_in_the_programme_and_one_in_each_project(world):
    desk = world("""
        trial
        trial_id | project_id | registry_number | count | started_on
        t1       | alpha      | NCT02313077     |       | 2013
        t2       | beta       | NCT02313077     |       | 2013
        t3       | beta       |                 | 15    | 2016
        t4       | beta       |                 |       | 2014
        t5       | beta       |                 |       | 2014

        trial_status
        trial_id | status     | status_on
        t1       | recruiting | 2013
        t1       | completed  | 2015
        t2       | completed  | 2015
        t4       | planned    | 2014
        t5       | withdrawn  | 2014
    """)
    assert desk.one("trials").value == 16  # the registered one once, and fifteen; t4 and t5 never began
    assert {f.cut: f.value for f in desk.ask("trials", by="project")} == {"beta": 16, "alpha": 1}
    assert desk.one("trials", as_of="2014-12-31").value == 1
    assert {f.cut: f.value for f in desk.ask("trials", by="state")} == {"completed": 1, "(none)": 15}
    assert [f.cut for f in desk.ask("trials", by="state", as_of="2014-12-31") if f.cut == "recruiting"] == [
        "recruiting"
    ]

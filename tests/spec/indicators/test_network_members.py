"""A network has the members it was last seen to have."""


def test_the_latest_dated_number_of_each_counts(world):
    desk = world("""
        observation
        project_id | subject | measure | value | observed_on
        alpha      | the one   | members     | 6000  | 2015
        alpha      | the one   | members     | 8000  | 2019-11-01
        alpha      | the one   | members     | 9999  |
        beta       | the other | members     | 160   | 2015
        beta       | the other | sites | 77    | 2015
    """)
    assert desk.one("network_members").value == 8160  # 8 000 and 160; the undated 9 999 and the sites are not in it
    assert desk.one("network_members", as_of="2016-06-30").value == 6160  # the reading of 2015
    assert {f.cut: f.value for f in desk.ask("network_members", by="project")} == {"alpha": 8000, "beta": 160}
    assert {f.cut: f.value for f in desk.ask("network_members", by="year")} == {"2015": 160, "2019": 8000}


def test_partners_of_a_project_are_not_members_of_a_network(world):
    desk = world("""
        project
        project_id
        alpha

        network
        network_id | project_id
        net-a      | alpha

        observation
        project_id | subject_type | subject_id | subject    | measure | value | observed_on
        alpha      | network      | net-a      | network    | members | 1000  | 2015
        alpha      | project      | alpha      | consortium | members | 34    | 2015
        alpha      |              |            | a club     | members | 20    | 2015
    """)
    assert desk.one("network_members").value == 1020  # the consortium's 34 are partners

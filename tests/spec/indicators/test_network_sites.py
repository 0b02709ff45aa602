"""Listed sites or an observed number, never both of one network."""


def test_the_larger_of_list_and_observation_counts(world):
    desk = world("""
        network
        network_id | project_id
        big        | alpha
        small      | beta
        listed     | beta

        site
        network_id | name   | country
        big        | Leuven | BE
        big        | Utrecht | NL
        small      | Leuven | BE
        small      | Madrid | ES
        small      | Madrid | ES
        listed     | Berlin | DE

        observation
        project_id | subject_type | subject_id | subject    | measure | value | observed_on
        alpha      | network      | big        | its sites  | sites   | 200   | 2012
        alpha      | network      | big        | its sites  | sites   | 300   | 2015
                   | network      | small      | its sites  | sites   | 2     | 2015
        beta       |              |            | a building | sites   | 50    | 2015
    """)
    # big: 300 observed beyond its 2 listed; small: 2 listed (Madrid once), its observed 2 adds nothing; listed: 1
    assert desk.one("network_sites").value == 303
    assert {f.cut: f.value for f in desk.ask("network_sites", by="project")} == {"alpha": 300, "beta": 3}
    assert desk.one("network_sites", {"country": ["BE"]}).value == 1  # the 300 have no country


def test_an_observed_number_alone_is_enough(world):
    desk = world("""
        network
        network_id | project_id
        big        | alpha

        observation
        subject_type | subject_id | subject | measure | value | observed_on
        network      | big        | sites   | sites   | 75    | 2015
    """)
    assert desk.one("network_sites", {"project": ["alpha"]}).value == 75  # the project is the network's

"""Countries of each network, listed or observed, added up over networks."""


def test_countries_are_counted_within_each_network(world):
    desk = world("""
        network
        network_id | project_id
        big        | alpha
        small      | beta
        third      | beta

        site
        network_id | name   | country
        big        | Leuven | BE
        small      | Leuven | BE
        small      | Gent   | BE
        small      | Madrid | ES
        third      | Madrid | ES

        observation
        project_id | subject_type | subject_id | subject   | measure   | value | observed_on
        alpha      | network      | big        | countries | countries | 37    | 2015
    """)
    # big 37 observed; small BE and ES; third ES, counted again because it is another network
    assert desk.one("network_countries").value == 40
    assert {f.cut: f.value for f in desk.ask("network_countries", by="project")} == {"alpha": 37, "beta": 3}

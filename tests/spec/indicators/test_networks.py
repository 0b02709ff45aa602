"""Networks by project and date."""


def test_networks_founded_by_the_date(world):
    desk = world("""
        network
        network_id | project_id | founded_on
        clin-net   | alpha      | 2013
        lab-net    | alpha      | 2015
        autism-net | beta       | 2012
    """)
    assert desk.one("networks").value == 3
    assert desk.one("networks", as_of="2013-12-31").value == 2
    assert {f.cut: f.value for f in desk.ask("networks", by="project")} == {"alpha": 2, "beta": 1}

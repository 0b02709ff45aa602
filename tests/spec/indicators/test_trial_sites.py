"""A place that enrols for two studies is one site."""


def test_sites_are_told_apart_by_name_and_country(world):
    desk = world("""
        trial
        trial_id | project_id
        t1       | alpha
        t2       | beta
        t3       | beta

        trial_status
        trial_id | status  | status_on
        t3       | planned | 2015

        trial_site
        trial_id | name   | country
        t1       | Kambia | SL
        t2       | kambia | SL
        t2       | Leuven | BE
        t2       | Kambia | GN
        t3       | Berlin | DE
    """)
    assert desk.one("trial_sites").value == 3  # Kambia SL once, Leuven, Kambia GN; t3 has not begun
    assert {f.cut: f.value for f in desk.ask("trial_sites", by="project")} == {"beta": 3, "alpha": 1}
    assert {f.cut: f.value for f in desk.ask("trial_sites", by="country")} == {"BE": 1, "GN": 1, "SL": 1}

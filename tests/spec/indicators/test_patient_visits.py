"""The latest observed number of visits a year of each subject."""


def test_latest_reading_of_each_subject(world):
    desk = world("""
        observation
        project_id | subject      | measure        | value | observed_on
        alpha      | autism sites | patient_visits | 12000 | 2013
        alpha      | autism sites | patient_visits | 15000 | 2015
        beta       | clinics      | patient_visits | 500   | 2014
        beta       | clinics      | sites          | 7     | 2014
    """)
    assert desk.one("patient_visits").value == 15500  # 15 000 + 500
    assert desk.one("patient_visits", as_of="2013-12-31").value == 12000
    assert {f.cut: f.value for f in desk.ask("patient_visits", by="project")} == {"alpha": 15000, "beta": 500}

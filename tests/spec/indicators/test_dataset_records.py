"""The latest observed number of records of each data set."""


def test_data_sets_of_a_project_add_up_and_readings_do_not(world):
    desk = world("""
        observation
        project_id | subject   | measure | value | observed_on
        alpha      | reactions | records | 45000 | 2014
        alpha      | reactions | records | 45298 | 2015
        alpha      | studies   | records | 702   | 2015
        beta       | images    | records | 9000  |
    """)
    assert desk.one("dataset_records").value == 46000  # 45 298 + 702; the images bear no date
    assert desk.one("dataset_records", as_of="2014-12-31").value == 45000

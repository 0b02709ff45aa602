"""Effects are counted, and cut by the measure of success they belong to."""


def test_effects_are_cut_by_tile_country_and_year(world):
    desk = world("""
        effect
        project_id | tile             | country | happened_on
        alpha      | medical_practice | SL      | 2015
        alpha      | medical_practice |         | 2020-07-01
        alpha      | standards        | FR      |
        beta       | industry_use     | FR      | 2015
                   | industry_use     |         | 2014
    """)
    assert desk.one("effects").value == 5
    tiles = {f.cut: f.value for f in desk.ask("effects", by="tile")}
    assert tiles == {"industry_use": 2, "medical_practice": 2, "standards": 1}
    assert {f.cut: f.value for f in desk.ask("effects", by="country")} == {"FR": 2, "SL": 1, "(none)": 2}
    assert desk.one("effects", {"project": ["alpha"], "year": ["2015"]}).value == 1
    assert desk.one("effects", as_of="2015-12-31").value == 3  # 2014, 2015 and 2015; one is later, one has no date

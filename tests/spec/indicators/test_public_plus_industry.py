"""What the two founding partners give together."""

from tests.spec.ledger import LEDGER


def test_the_latest_version_counts_and_other_payers_do_not(world):
    desk = world(LEDGER)
    assert (
        desk.one("public_plus_industry").value == 290.5
    )  # 110 + 80.50 + 40 + 60; the undated 900 has no place in time
    assert {f.cut: f.value for f in desk.ask("public_plus_industry", by="payer")} == {"eu": 150, "industry": 140.5}
    assert desk.one("public_plus_industry", as_of="2015-12-31").value == 100  # only the first version of alpha was out


def test_a_project_of_two_areas_is_divided_by_its_weights(world):
    desk = world(
        LEDGER
        + """
        project_area
        project_id | area_id | weight | basis
        alpha      | lungs   | 0.6    | subject
        alpha      | cancer  | 0.4    | subject
        beta       | cancer  | 1      | stated
    """
    )
    # alpha has 190.50, beta 100: lungs 0.6 x 190.50 = 114.30, cancer 0.4 x 190.50 + 100 = 176.20
    areas = {f.cut: f.value for f in desk.ask("public_plus_industry", by="area")}
    assert areas == {"cancer": 176.2, "lungs": 114.3}

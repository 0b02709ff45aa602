"""Public money over assets, both of projects with public money on record."""

DRAWN = """
    asset
    asset_id | project_id | count
    a1       | alpha      |
    a2       | alpha      | 3
    a3       | gamma      | 50

    contribution
    project_id | payer    | form    | state        | precision | amount  | valid_on
    alpha      | eu       | grant   | as_published | exact     | 6000000 | 2015
    beta       | eu       | grant   | as_published | exact     | 2000000 | 2015
    alpha      | industry | in_kind | as_published | exact     | 9000000 | 2015
"""


def test_all_the_money_stands_over_the_assets_of_the_projects_that_have_it(world):
    figure = world(DRAWN).one("public_funding_per_asset")
    # 6 + 2 million of the European Union over 1 + 3 assets; gamma's fifty have no money on record, beta's money has no asset.
    assert (figure.value, figure.denominator, figure.n) == (2_000_000, 4, 2)


def test_a_project_without_an_asset_has_no_value(world):
    found = {f.cut: f.value for f in world(DRAWN).ask("public_funding_per_asset", by="project")}
    assert found == {"alpha": 1_500_000, "beta": None}


def test_assets_without_money_cost_nothing_that_anybody_knows(world):
    figure = world("""
        asset
        asset_id | project_id
        a1       | alpha
    """).one("public_funding_per_asset")
    assert figure.value is None

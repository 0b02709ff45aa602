"""From a project's first day to the market."""


def test_a_sale_or_an_authorisation_whichever_comes_first(world):
    desk = world("""
        project
        project_id | start_on
        alpha      | 2010-01-01

        asset
        asset_id | project_id
        a1       | alpha
        a2       | alpha

        exploitation_event
        project_id | asset_id | kind              | happened_on
        alpha      | a1       | commercialisation | 2016-01-01
        alpha      | a2       | spin_off          | 2011-01-01

        regulatory_procedure
        project_id | asset_id | kind                    | outcome  | decided_on
        alpha      | a1       | marketing_authorisation | positive | 2014-01-01
        alpha      | a2       | marketing_authorisation | pending  | 2012-01-01
    """)
    # a1 is authorised after 1 461 days = 4 years and sold later; a2's spin-off brings nothing to the market: half.
    figure = desk.one("asset_time_to_market")
    assert (figure.value, figure.n) == (4, 2)

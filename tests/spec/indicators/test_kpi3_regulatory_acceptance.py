"""KPI 3: what regulators accept, each result once."""


def test_two_authorities_that_accept_one_tool_count_once(world):
    desk = world("""
        asset
        asset_id | project_id
        A1       | alpha

        regulatory_procedure
        project_id | asset_id | authority | kind                    | outcome   | is_confidential
        alpha      | A1       | ema       | qualification_opinion   | positive  | no
        alpha      | A1       | fda       | qualification_opinion   | positive  | no
        alpha      |          | ema       | qualification_opinion   | given     | yes
        alpha      |          | ema       | qualification_opinion   | requested | no
        beta       |          | ema       | letter_of_support       | given     | no
        beta       |          | ema       | marketing_authorisation | positive  | no
    """)
    # A1, and the confidential one; the requested opinion, the letter and the medicine are no acceptance of a tool
    assert desk.one("kpi3_regulatory_acceptance").value == 2
    assert desk.one("kpi3_regulatory_acceptance", {"project": ["beta"]}).value is None

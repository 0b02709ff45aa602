"""A nought that only says that nobody recorded the thing is no value; one beside records of it is."""

import pytest

NOTHING_KNOWN = """
    participation
    participation_id | project_id | organisation_id | partner_group
    Q1               | alpha      | univ-a          | unknown
    Q2               | beta       | firm-b          | academic

    asset
    asset_id | project_id
    A1       | alpha

    contribution
    project_id | payer | amount | valid_on
    alpha      | eu    | 100    | 2019-01-01

    allocation
    project_id | participation_id | amount | valid_on
    alpha      | Q1               | 100    | 2019-01-01
"""
SHARES = (
    "kpi6_accessible_projects", "kpi9_patient_projects", "kpi10_sme_share", "projects_with_patient_involvement",
    "projects_with_patient_organisations", "projects_with_regulators", "sme_share_of_beneficiaries", "sme_share_of_funding",
    "sme_share_of_participants", "leverage_industry", "leverage_total",
)  # fmt: skip


@pytest.mark.parametrize("indicator", SHARES)
def test_where_no_record_tells_of_it_there_is_no_evidence(world, indicator):
    figure = world(NOTHING_KNOWN).one(indicator)
    assert (figure.value, figure.status) == (None, "no_value")


@pytest.mark.parametrize(
    ("indicator", "value"), [("projects_with_regulators", 0.5), ("kpi9_patient_projects", 0), ("leverage_industry", 1)]
)
def test_where_coverage_is_complete_a_nought_is_one(world, indicator, value):
    desk = world(
        NOTHING_KNOWN.replace("| academic", "| regulator")
        + """
    coverage
    record_type         | scope_key | scope_value | level
    participation       | all       | *           | complete
    patient_involvement | all       | *           | complete
    contribution        | all       | *           | complete
    """
    )
    assert desk.one(indicator).value == value


def test_one_project_that_has_it_makes_the_others_noughts(world):
    desk = world(NOTHING_KNOWN.replace("| academic", "| regulator"))
    assert {f.cut: f.value for f in desk.ask("projects_with_regulators", by="project")} == {"alpha": 0, "beta": 1}
    assert desk.one("projects_with_regulators", {"project": ["alpha"]}).value == 0

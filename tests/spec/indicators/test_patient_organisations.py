"""A patient organisation counts once, however often and in whatever way it takes part."""

PATIENTS = """
    organisation
    organisation_id | country
    patients-p      | BE
    patients-q      | FR
    patients-r      | FR

    project
    project_id | programme_id
    alpha      | IMI1
    beta       | IMI2

    participation
    project_id | organisation_id | partner_group
    alpha      | patients-p      | patient_organisation
    beta       | patients-p      | patient_organisation
    alpha      | univ-a          | academic
    beta       | patients-q      | patient_organisation

    patient_involvement
    project_id | programme_id | organisation_id | kind
    alpha      |              | patients-p      | advisory
               | IMI1         | patients-r      | committee
    alpha      |              |                 | speaker
"""


def test_partners_and_other_ways_of_taking_part_are_joined(world):
    figure = world(PATIENTS).one("patient_organisations")
    assert figure.value == 3  # p (twice a partner, once an adviser), q (a partner), r (a committee); univ-a is academic
    assert figure.n == 3


def test_an_organisation_counts_in_each_programme_and_country_once(world):
    desk = world(PATIENTS)
    programmes = {f.cut: f.value for f in desk.ask("patient_organisations", by="programme")}
    assert programmes == {"IMI1": 2, "IMI2": 2}  # p and r; p and q: p is in both
    assert {f.cut: f.value for f in desk.ask("patient_organisations", by="country")} == {"BE": 1, "FR": 2}

"""Public money by the participation that receives it."""


def test_the_latest_exact_amount_of_each_participation_counts(world):
    desk = world("""
        organisation
        organisation_id | country
        univ-a          | NL
        firm-b          | FR

        participation
        participation_id | project_id | organisation_id | partner_group
        Q1               | alpha      | univ-a          | academic
        Q2               | alpha      | firm-b          | sme
        Q3               | beta       | univ-a          | academic

        allocation
        project_id | participation_id | amount | precision | valid_on
        alpha      | Q1               | 60     | exact     | 2015-01-01
        alpha      | Q1               | 70.25  | exact     | 2019-01-01
        alpha      | Q2               | 30     | exact     | 2019-01-01
        alpha      | Q2               | 31     | rounded   | 2019-06-01
        beta       | Q3               | 10     | exact     | 2019-01-01
    """)
    assert desk.one("allocated_funding").value == 110.25  # 70.25 + 30 + 10
    assert {f.cut: f.value for f in desk.ask("allocated_funding", by="group")} == {"academic": 80.25, "sme": 30}
    assert {f.cut: f.value for f in desk.ask("allocated_funding", by="organisation")} == {"univ-a": 80.25, "firm-b": 30}
    assert {f.cut: f.value for f in desk.ask("allocated_funding", by="country")} == {"NL": 80.25, "FR": 30}

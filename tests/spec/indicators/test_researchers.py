"""People are counted where a team says how many it has."""

TEAMS = """
    participation
    project_id | organisation_id | partner_group | head_count
    alpha      | univ-a          | academic      | 12
    alpha      | firm-b          | industry      | 20
    beta       | univ-a          | academic      | 5
    beta       | firm-c          | sme           |
"""


def test_heads_are_added_over_teams(world):
    desk = world(TEAMS)
    figure = desk.one("researchers")
    assert figure.value == 37  # 12 + 20 + 5
    assert figure.n == 3  # firm-c declares nothing: it is left out and is not nought
    assert {f.cut: f.value for f in desk.ask("researchers", by="group")} == {"academic": 17, "industry": 20}


def test_fewer_than_five_people_are_not_shown(world):
    desk = world("""
        participation
        project_id | organisation_id | head_count
        alpha      | univ-a          | 3
    """)
    figure = desk.one("researchers")
    assert figure.status == "protected"
    assert figure.value is None


def test_complete_participations_without_head_counts_do_not_mean_nobody(world):
    desk = world("""
        participation
        project_id | organisation_id
        alpha      | univ-a

        coverage
        record_type   | scope_key | scope_value | level
        participation | all       | *           | complete
    """)
    assert desk.one("researchers").value is None

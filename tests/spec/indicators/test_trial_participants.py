"""People actually enrolled; planned ones only while a study runs, and marked as such."""

TRIALS = """
    trial
    trial_id | project_id | registry_number | planned_enrolment | actual_enrolment
    t1       | alpha      | NCT02313077     | 100               | 87
    t2       | beta       | NCT02313077     | 100               | 87
    t3       | alpha      |                 | 40                |
    t4       | beta       |                 | 60                |
    t5       | beta       |                 | 500               |
    t6       | beta       |                 |                   | 20

    trial_status
    trial_id | status    | status_on
    t1       | completed | 2015
    t3       | ongoing   | 2015
    t4       | completed | 2015
    t5       | planned   | 2015
"""


def test_planned_people_count_only_while_the_study_runs(world):
    desk = world(TRIALS)
    # 87 (t1 and t2 are one study) + 40 planned (t3 runs) + 20; t4 ended without a number, t5 has not begun
    assert desk.one("trial_participants").value == 147
    assert {f.cut: f.value for f in desk.ask("trial_participants", by="state")} == {"actual": 107, "planned": 40}
    assert {f.cut: f.value for f in desk.ask("trial_participants", by="project")} == {"alpha": 127, "beta": 107}


def test_small_numbers_of_people_are_withheld(world):
    desk = world("trial\ntrial_id | project_id | actual_enrolment\nt1 | alpha | 3")
    assert desk.one("trial_participants").status == "protected"

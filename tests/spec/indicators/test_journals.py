"""A journal is its ISSN, also on papers that only give its name."""


def test_a_name_and_its_issn_are_one_journal(world):
    desk = world("""
        work
        work_id | work_type | journal  | issn
        w1      | article   | Nature   | 0028-0836
        w2      | article   | nature   |
        w3      | review    | Pain     |
        w4      | article   | PAIN     |
        w5      | preprint  | bioRxiv  |
        w6      | article   |          |

        project_work
        project_id | work_id
        alpha      | w1
        beta       | w2
        alpha      | w3
        beta       | w4
        beta       | w5
        beta       | w6
    """)
    assert desk.one("journals").value == 2  # Nature and Pain; a preprint server is no journal, w6 names none
    assert {f.cut: f.value for f in desk.ask("journals", by="project")} == {"alpha": 2, "beta": 2}

"""Links, with the project of the record they start from or lead to."""


def test_a_link_belongs_to_the_project_of_its_ends(world):
    desk = world("""
        asset
        asset_id | project_id
        a1       | alpha
        a2       | beta
        a3       |

        asset_use
        asset_use_id | asset_id
        u1           | a2

        link
        link_id | from_type | from_id | to_type   | to_id | relation     | happened_on
        l1      | asset     | a1      | asset     | a2    | continued_as | 2014
        l2      | asset     | a3      | asset_use | u1    | used_by      | 2015
        l3      | asset     | a3      | asset     | a3    | led_to       | 2016
        l4      | project   | beta    | asset     | a2    | led_to       | 2016
    """)
    assert desk.one("links").value == 4
    # l1 starts in alpha; l2 leads to a use of beta's asset; l3 has no project at either end
    assert {f.cut: f.value for f in desk.ask("links", by="project")} == {"alpha": 1, "beta": 2, "(none)": 1}
    assert {f.cut: f.value for f in desk.ask("links", by="kind")} == {"led_to": 2, "continued_as": 1, "used_by": 1}
    assert desk.one("links", as_of="2014-12-31").value == 1

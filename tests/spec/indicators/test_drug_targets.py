"""Drug targets from identified on."""


def test_every_target_has_one_stage(world):
    desk = world("""
        asset
        asset_id | project_id | kind     | count
        a        | alpha      | target   | 34
        b        | alpha      | target   | 35
        c        | alpha      | compound |

        stage_event
        asset_id | stage     | reached_on
        a        | candidate | 2015
        b        | candidate | 2014
        b        | validated | 2016
    """)
    assert desk.one("drug_targets").value == 69  # 34 + 35; a compound is no target
    assert {f.cut: f.value for f in desk.ask("drug_targets", by="stage")} == {"candidate": 34, "validated": 35}

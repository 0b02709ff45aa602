"""Every recorded use counts, with the project and kind of the asset and the sector of the user."""


def test_two_uses_of_one_asset_are_two(world):
    desk = world("""
        asset
        asset_id | project_id | kind     | count
        a        | alpha      | tool     | 9
        b        | beta       | database |

        asset_use
        asset_id | user_group | used_on
        a        | sme        | 2013
        a        | industry   | 2015
        b        | sme        | 2015
    """)
    assert desk.one("asset_uses").value == 3
    assert desk.one("asset_uses", as_of="2014-12-31").value == 1
    assert {f.cut: f.value for f in desk.ask("asset_uses", by="sector")} == {"sme": 2, "industry": 1}
    assert {f.cut: f.value for f in desk.ask("asset_uses", by="kind")} == {"tool": 2, "database": 1}
    assert {f.cut: f.value for f in desk.ask("asset_uses", by="year")} == {"2013": 1, "2015": 2}

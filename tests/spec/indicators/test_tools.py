"""Tools, imaging techniques and software together."""


def test_three_kinds_are_tools(world):
    desk = world("""
        asset
        asset_id | project_id | kind     | count
        a        | alpha      | tool     | 2
        b        | alpha      | imaging  |
        c        | beta       | software |
        d        | beta       | database |
        e        | beta       | tool     |

        stage_event
        asset_id | stage   | reached_on
        e        | planned | 2015
    """)
    assert desk.one("tools").value == 4  # a two, b 1, c 1; d is a database, e is only planned
    assert {f.cut: f.value for f in desk.ask("tools", by="kind")} == {"tool": 2, "imaging": 1, "software": 1}

"""Assets open to anybody, among those whose terms are known."""


def test_open_on_request_or_for_a_fee_is_not_open(world):
    desk = world("""
        asset
        asset_id | project_id | kind     | access     | count
        a        | alpha      | tool     | open       | 3
        b        | alpha      | tool     | fee        |
        c        | beta       | tool     | on_request |
        d        | beta       | database | consortium |
        e        | beta       | database | unknown    |
        f        | beta       | database |            |
        g        | beta       | database | open       |

        stage_event
        asset_id | stage
        g        | planned
    """)
    assert desk.one("open_assets_share").value == 0.5  # 3 of 3 + 1 + 1 + 1; e and f unknown, g only planned
    assert {f.cut: f.value for f in desk.ask("open_assets_share", by="project")} == {"alpha": 0.75, "beta": 0}

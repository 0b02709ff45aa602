"""Uses by others, among the uses of which it is known."""


def test_unknown_users_are_left_out_on_both_sides(world):
    desk = world("""
        asset
        asset_id | project_id | kind
        a        | alpha      | tool

        asset_use
        asset_id | user_group | is_outside
        a        | sme        | yes
        a        | sme        | no
        a        | academic   | yes
        a        | academic   | yes
        a        | other      |
    """)
    figure = desk.one("outside_uses_share")
    assert (figure.value, figure.n) == (0.75, 4)  # three of the four that are known
    assert {f.cut: f.value for f in desk.ask("outside_uses_share", by="sector")} == {"academic": 1, "sme": 0.5}

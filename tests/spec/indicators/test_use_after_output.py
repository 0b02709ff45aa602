"""A result waits for its first use from its own date on."""


def test_the_waiting_begins_with_the_result_and_not_with_the_project(world):
    desk = world("""
        asset
        asset_id | created_on
        a1       | 2012-01-01
        a2       |
        a3       |

        stage_event
        asset_id | stage     | reached_on
        a2       | developed | 2014-01-01

        asset_use
        asset_id | used_on
        a1       | 2016-01-01
    """)
    # a1 is used after 1 461 days = 4 years; a2, developed in 2014, still waits; a3 bears no date of its own.
    # After four years one of two is used: half.
    figure = desk.one("use_after_output")
    assert (figure.value, figure.n) == (4, 2)
    assert "of 1 nobody recorded when they began: left out" in figure.notes

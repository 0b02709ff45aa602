"""An in silico model counts once it is developed; a mere candidate does not."""


def test_developed_or_later(world):
    desk = world("""
        asset
        asset_id | project_id | kind | count
        a | alpha | in_silico_model | 3
        b | alpha | in_silico_model |
        c | beta  | in_silico_model |
        d | beta  | in_silico_model |
        e | beta  | model |

        stage_event
        asset_id | stage | reached_on
        a | developed    | 2012
        b | candidate    | 2012
        c | standardised | 2013
        d | planned      | 2013
        e | developed    | 2013
    """)
    assert desk.one("in_silico_models").value == 4  # a three, c 1; b is only identified, d planned, e another sort
    assert {f.cut: f.value for f in desk.ask("in_silico_models", by="stage")} == {"developed": 3, "standardised": 1}
    assert desk.one("in_silico_models", {"project": ["beta"]}).value == 1

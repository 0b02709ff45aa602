"""What the European Union pays, at the latest dated version."""

from tests.spec.ledger import LEDGER


def test_an_undated_version_is_never_given_a_date(world):
    desk = world(LEDGER)
    assert desk.one("public_funding").value == 150  # alpha 110, beta 40; the undated 900 of alpha does not count
    assert desk.one("public_funding", as_of="2018-12-31").value == 100  # the first version of alpha


def test_before_the_first_dated_amount_there_is_no_value(world):
    assert world(LEDGER).one("public_funding", as_of="2014-12-31").value is None


def test_amounts_of_a_register_count_where_a_project_has_none_as_published(world):
    register = """    alpha      | eu                 | 7777   | 2020-01-01 | registry     | exact     | EUR
    gamma      | eu                 | 30     | 2020-01-01 | registry     | exact     | EUR
"""
    desk = world(LEDGER + register)
    assert desk.one("public_funding").value == 180  # alpha 110 and beta 40 as published, gamma 30 from the register
    assert {f.cut: f.value for f in desk.ask("public_funding", by="project")} == {"alpha": 110, "beta": 40, "gamma": 30}
    # The industry of gamma gives nothing: (180 + 80.50 + 60) / 180
    assert desk.one("leverage_industry").exact == "641/360"

"""What the European Union pays, at the latest dated version."""

from fractions import Fraction

from tests.spec.ledger import LEDGER


def test_an_undated_version_is_never_given_a_date(world):
    desk = world(LEDGER)
    assert desk.one("public_funding").value == 150  # alpha 110, beta 40; the undated 900 of alpha does not count
    assert desk.one("public_funding", as_of="2018-12-31").value == 100  # the first version of alpha


def test_before_the_first_dated_amount_there_is_no_value(world):
    assert world(LEDGER).one("public_funding", as_of="2014-12-31").value is None


REGISTER = """    gamma      | eu                 | 30     | 2020-01-01 | registry     | exact     | EUR
"""


def test_amounts_of_a_register_count_where_of_the_project_nothing_is_published(world):
    assert world(LEDGER + REGISTER).one("public_funding").value == 180  # alpha 110, beta 40, gamma 30
    told = LEDGER + REGISTER.replace("gamma", "beta ")
    assert world(told).one("public_funding").value == 150  # of beta 40 is published, the register's 30 is not added
    head = "\n".join(LEDGER.splitlines()[:3]) + "\n"
    desk = world(head + REGISTER)
    assert desk.one("public_funding").value == 30
    assert desk.one("public_funding", as_of="2019-12-31").value is None


def test_a_ratio_leaves_out_projects_of_which_a_register_alone_tells(world):
    # 110 + 40 of the Union with 80.50 + 60 of industry, over the Union's 150 and not over 180
    assert world(LEDGER + REGISTER).one("leverage_industry").exact == str(Fraction("290.5") / 150)

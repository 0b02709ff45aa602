"""Countries by how they stand to the European Union."""

from benchside.indicators.dimensions.country_group import ASSOCIATED, EU_13, EU_15, group_of
from benchside.model.codes import CODES


def test_teams_are_cut_by_the_group_of_their_country(world):
    desk = world("""
        organisation
        organisation_id | country
        a               | GB
        b               | HR
        c               | CH
        d               | US
        e               |

        participation
        project_id | organisation_id | partner_group
        alpha      | a               | academic
        alpha      | b               | academic
        alpha      | c               | academic
        alpha      | d               | academic
        alpha      | e               | academic
        beta       | a               | academic
    """)
    cut = {f.cut: f.value for f in desk.ask("teams", by="country_group")}
    assert cut == {"EU-15": 2, "EU-13": 1, "associated": 1, "third": 1, "(none)": 1}
    assert desk.one("teams", {"country_group": ["EU-15", "EU-13"]}).value == 3


def test_each_country_is_in_one_group():
    # Fifteen members before 2004; ten joined in 2004, two in 2007, Croatia in 2013; sixteen were associated to Horizon 2020.
    assert (len(EU_15), len(EU_13), len(ASSOCIATED)) == (15, 13, 16)
    assert len({*EU_15, *EU_13, *ASSOCIATED}) == 44
    assert {*EU_15, *EU_13, *ASSOCIATED} <= set(CODES["country"])
    assert group_of("JP") == "third"

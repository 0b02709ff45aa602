"""The description of the small programme as a whole."""

from benchside.networks.overview import overview
from tests.unit.networks.made import PARTICIPATIONS, PROJECTS


def test_the_description_of_a_small_programme():
    found = overview(PARTICIPATIONS, PROJECTS)
    assert (found.organisations, found.projects, found.participations, len(found.edges)) == (5, 5, 10, 5)
    # 5 edges of 5 · 4 / 2 possible ones; e stands alone beside the other four.
    assert (found.density, found.components, found.largest) == (0.5, 2, 4)
    # Four pairs share one project, a and b two.
    assert (found.repeats.pairs_by_projects, found.repeats.share) == ({1: 4, 2: 1}, 0.2)
    assert found.undated_projects == 1
    # Within a, b, c, d only the pair b–d is not joined; a and c each carry half of its paths, of three pairs of others.
    assert [(b.organisation, round(b.betweenness, 9)) for b in found.brokers.ranked[:2]] == [
        ("a", 0.166666667),
        ("c", 0.166666667),
    ]


def test_nobody_makes_an_empty_network():
    found = overview([], [])
    assert (found.organisations, found.density, found.components, found.repeats.share) == (0, None, 0, None)

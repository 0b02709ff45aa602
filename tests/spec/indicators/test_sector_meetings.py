"""Projects in which organisations of two sectors take part."""

from tests.spec.sectors import SECTORS


def test_a_project_counts_once_for_each_two_sectors(world):
    desk = world(SECTORS)
    # alpha: a, b, c and d are academic (d is listed in two groups; "academic" comes first), e is industry
    # beta: one academic, one of industry, one unknown; gamma: a is alone and meets nobody
    assert {f.cut: f.value for f in desk.ask("sector_meetings", by="sector_pair")} == {
        "academic + academic": 1,
        "academic + industry": 2,
        "academic + unknown": 1,
        "industry + unknown": 1,
    }
    assert desk.one("sector_meetings").value == 2
    assert {f.cut: f.value for f in desk.ask("sector_meetings", by="year")} == {"2010": 1, "2012": 1}

"""Papers with no citation, among those whose citations are known."""

from tests.spec.scored import SCORED


def test_a_paper_without_a_count_is_in_neither_number(world):
    desk = world(SCORED.replace("| 0.5  | 0     | 0    | 2", "| 0.5  | 0     | 0    |"))
    figure = desk.one("uncited_share")
    assert (figure.exact, figure.denominator) == ("1/3", 3)  # w4 of w1, w2, w4; nobody counted the citations of w3


def test_a_young_paper_is_not_called_uncited(world):
    desk = world(SCORED.replace("| 90   | 1     | 1    | 9", "| 0    | 0     | 0    | 0"))
    assert desk.one("uncited_share").value == 0.25  # still w4 alone of w1 to w4


def test_where_the_method_gives_no_count_the_records_of_citations_do(world):
    counts = """
    citation_count
    work_id | database | citations | census_on
    w3      | One      | 0         | 2020-06-30
    w4      | One      | 0         | 2020-06-30
    w4      | Two      | 3         | 2020-06-30
    """
    silent = SCORED.replace("| 0.5  | 0     | 0    | 2", "| 0.5  | 0     | 0    |")
    silent = silent.replace("| 0    | 0     | 0    | 0", "| 0    | 0     | 0    |")
    # w1 and w2 by their scores are cited; of w3 one database says 0; of w4 one says 0 and another 3: cited.
    assert world(silent + counts).one("uncited_share").exact == "1/4"

"""Who is who in a build: identifiers, kept judgements and successions decide how many organisations are counted."""

import shutil

import pytest

from benchside import main
from benchside.errors import DataError
from benchside.resolve.judgements import Judgement, Ledger, read_ledger, write_ledger
from tests.spec.drawing import completed, drawn, write

# Four organisations in four teams: ab and abc are one firm under two names, uni and poly merged into grand in 2010.
WORLD = """
    organisation
    organisation_id | name              | country
    ab              | Alpha Beta SA     | FR
    abc             | Alpha-Beta        | FR
    uni             | Old University    | NL
    poly            | Old Polytechnic   | NL
    grand           | Grand University  | NL

    participation
    participation_id | project_id | organisation_id | partner_group
    p1               | one        | ab              | sme
    p2               | one        | uni             | academic
    p3               | two        | abc             | sme
    p4               | two        | uni             | academic
    p5               | two        | poly            | academic
    p6               | two        | grand           | academic
"""
MERGED = """

    organisation_succession
    before_id | after_id | kind   | happened_on
    uni       | grand    | merger | 2010-01-01
    poly      | grand    | merger | 2010-01-01
"""


@pytest.fixture
def programme(tmp_path):
    """`programme(text)` writes a programme's folder."""

    def make(text: str, **settings):
        return write(tmp_path / "made", completed(drawn(text)), **({"as_of": "2020-12-31"} | settings))

    return make


def judge(folder, verdict: str, left="workbook:ab", right="workbook:abc", at="2020-01-02", by="analyst"):
    path = folder / main.JUDGEMENTS
    ledger = read_ledger(path) if path.exists() else Ledger()
    ledger.judge(Judgement(left, right, verdict, "asked the firm", by, at))
    write_ledger(path, ledger)


def value(folder, indicator, as_of=None, **scope):
    (found,) = main.figures(folder, [indicator], as_of=as_of, scope=[f"{k}={v}" for k, v in scope.items()])
    return found.value


def clusters(folder):
    with main.open_build(folder) as build:
        rows = build.fetch(build.history("organisation_cluster"))
    return {(r["organisation_id"], r["cluster_id"], r["basis"]) for r in rows}


def test_nothing_changes_without_judgements_and_shared_identifiers(programme):
    folder = programme(WORLD)
    main.build(folder)
    assert clusters(folder) == set()
    assert value(folder, "organisations") == 5


def test_a_judgement_joins_and_a_later_one_undoes_it_to_the_same_build(programme):
    folder = programme(WORLD)
    before = main.build(folder)
    judge(folder, "same")
    joined = main.build(folder)
    assert joined.refused == 0
    assert joined.content_hash != before.content_hash
    assert clusters(folder) == {("abc", "ab", "judgement")}
    assert value(folder, "organisations") == 4
    assert value(folder, "smes") == 1
    # one: ab-uni; two: ab-uni, ab-poly, ab-grand, uni-poly, uni-grand, poly-grand: six pairs, of which ab-uni twice
    assert value(folder, "collaborations") == 6
    assert value(folder, "repeat_collaborations_share") == pytest.approx(1 / 6)
    # ab and uni are in both projects, of four organisations
    assert value(folder, "returning_organisations") == 0.5
    judge(folder, "different", at="2020-02-03")
    undone = main.build(folder)
    assert undone.content_hash == before.content_hash
    assert undone.name == before.name
    assert value(folder, "organisations") == 5


def test_a_scope_takes_any_member_and_a_cut_shows_the_cluster(programme):
    folder = programme(WORLD)
    judge(folder, "same")
    main.build(folder)
    assert value(folder, "teams", organisation="ab") == value(folder, "teams", organisation="abc") == 2
    assert value(folder, "teams", organisation="ab|abc") == 2
    desk = main.open_desk(folder)
    with desk.build:
        cut = {f.cut: (f.value, f.label) for f in desk.ask("teams", by="organisation")}
        assert cut["ab"] == (2, "Alpha Beta SA")
        assert "abc" not in cut
        (only,) = desk.ask("teams", {"organisation": ["abc"]}, by="organisation")
        assert (only.cut, only.value) == ("ab", 2)
    # The rows behind the number are those of the source.
    rows = main.explain(folder, "organisations", scope=["organisation=ab"]).rows
    assert len(rows) == 2


def test_a_merger_counts_from_its_day(programme):
    folder = programme(WORLD + MERGED)
    main.build(folder)
    assert value(folder, "organisations", as_of="2009-12-31") == 5
    assert value(folder, "organisations", as_of="2010-01-01") == 3  # ab, abc, grand
    assert value(folder, "teams", as_of="2009-12-31", organisation="grand") == 1
    assert value(folder, "teams", as_of="2010-01-01", organisation="uni") == 4  # p2, p4, p5, p6


def test_a_merger_without_a_day_is_told_and_not_followed(programme):
    folder = programme(WORLD + MERGED.replace("2010-01-01", "          "))
    assert main.build(folder).decisions == 2
    assert value(folder, "organisations") == 5


def test_shared_identifiers_join_unless_somebody_judged_them_different(programme):
    text = WORLD.replace("| country\n", "| country | pic\n").replace("| FR\n", "| FR | 999997930\n")
    folder = programme(text.replace("| NL\n", "| NL |\n"))
    main.build(folder)
    assert clusters(folder) == {("abc", "ab", "identifier")}
    assert value(folder, "organisations") == 4
    judge(folder, "different")
    main.build(folder)
    assert clusters(folder) == set()


def test_two_ror_ids_and_one_vat_number_join_nothing(programme):
    text = """
        organisation
        organisation_id | name | ror
        ab              | A    | 05dxps055
        abc             | B    | 03prydq77

        organisation_identifier
        organisation_id | scheme | value
        ab              | grid   | grid.1234.5
        abc             | grid   | grid.1234.5
        ab              | vat    | BE0242142846
        abc             | vat    | BE0242142846
    """
    folder = programme(text)
    main.build(folder)
    assert clusters(folder) == set()


def test_a_judgement_that_would_join_what_was_judged_different_is_told(programme):
    folder = programme(WORLD)
    judge(folder, "same")
    judge(folder, "same", "workbook:ab", "workbook:uni", by="benchside: names")
    judge(folder, "different", "workbook:abc", "workbook:uni")
    assert main.build(folder).decisions == 1
    assert clusters(folder) == {("abc", "ab", "judgement")}  # the person's comes first


def test_a_judgement_on_an_absent_record_is_kept_and_told(programme):
    folder = programme(WORLD)
    judge(folder, "same", right="ror:ror-05dxps055")
    assert main.build(folder).decisions == 1
    assert clusters(folder) == set()


def test_a_damaged_ledger_is_named(programme):
    folder = programme(WORLD)
    judge(folder, "same")
    path = folder / main.JUDGEMENTS
    path.write_text(path.read_text(encoding="utf-8").replace("same", "perhaps"), encoding="utf-8")
    with pytest.raises(DataError, match="says 'perhaps', expected one of same, different, unsure"):
        main.build(folder)


def test_judgements_are_among_the_snapshots_of_a_build(programme):
    folder = programme(WORLD)
    judge(folder, "same")
    main.build(folder)
    with main.open_build(folder) as build:
        assert [source for source, _ in build.manifest["snapshots"]] == ["judgements", "workbook"]


def test_sure_pairs_are_kept_with_score_reason_day_and_who(programme):
    folder = programme(WORLD)
    main.build(folder)
    assert main.keep_matches(folder, 40.0, today="2021-05-06") == []
    assert not (folder / main.JUDGEMENTS).exists()
    (kept,) = main.keep_matches(folder, 1.0, today="2021-05-06")
    assert kept.pair == ("workbook:ab", "workbook:abc")
    assert (kept.by, kept.at) == ("benchside: names", "2021-05-06")
    assert kept.score
    assert kept.reason
    main.build(folder)
    assert value(folder, "organisations") == 4
    assert main.keep_matches(folder, 1.0, today="2021-05-07") == []  # judged already


def test_networks_and_partners_see_the_cluster(programme):
    folder = programme(WORLD)
    judge(folder, "same")
    main.build(folder)
    found, _ = main.network(folder)
    assert (found.organisations, len(found.edges)) == (4, 6)


def test_a_table_of_another_build_is_taken_over_and_can_be_undone(programme):
    handed = """

        organisation_cluster
        organisation_id | cluster_id | basis     | reason
        abc             | ab         | judgement | asked the firm
    """
    folder = programme(WORLD + handed)
    assert main.build(folder).refused == 0
    assert clusters(folder) == {("abc", "ab", "judgement")}
    judge(folder, "different")
    main.build(folder)
    assert clusters(folder) == set()


def test_the_same_inputs_give_the_same_build(programme, tmp_path):
    folder = programme(WORLD + MERGED)
    judge(folder, "same")
    first = main.build(folder)
    again = tmp_path / "again"
    shutil.copytree(folder, again, ignore=shutil.ignore_patterns(".benchside"))
    assert main.build(again).content_hash == first.content_hash

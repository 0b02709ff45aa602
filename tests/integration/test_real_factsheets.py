"""The real file of fact sheets, as it is: what was counted and added up from it by hand and by others."""

from collections import Counter

import pytest

from benchside import main
from benchside.sources.factsheets.imi_factsheets import SOURCE


@pytest.fixture(scope="module")
def real(shared):
    path = shared / "data/imi_factsheets/IMIPROJECTS_no_contacts.csv"
    if not path.exists():
        pytest.skip("the real file of fact sheets is not in the folder of real data")
    return SOURCE.read({path.name: path}, {})


def records(extract, name):
    (piece,) = extract.tables[name]
    return [dict(zip(piece.columns, row, strict=True)) for row in piece.rows]


def test_112_projects_come_in_and_nothing_is_refused(real):
    assert Counter(p["programme_id"] for p in records(real, "project")) == {"IMI1": 59, "IMI2": 53}
    assert real.refusals == []


def test_money_adds_up_to_the_known_sums(real):
    programme = {p["project_id"]: p["programme_id"] for p in records(real, "project")}
    sums = Counter()
    for c in records(real, "contribution"):
        sums[programme[c["project_id"]], c["payer"]] += int(c["amount"])
    assert sums["IMI1", "eu"] == 965_713_338
    assert sums["IMI2", "eu"] == 622_894_308
    assert sums["IMI1", "industry"] == 973_017_703
    assert sums["IMI2", "industry"] == 528_958_411


def test_75_of_79_projects_with_partner_amounts_add_up(real):
    public = {c["project_id"]: int(c["amount"]) for c in records(real, "contribution") if c["payer"] == "eu"}
    partners = Counter()
    for a in records(real, "allocation"):
        partners[a["project_id"]] += int(a["amount"])
    off = {project: total - public[project] for project, total in partners.items() if total != public[project]}
    assert (len(partners), len(public) - len(partners)) == (79, 33)
    assert off == {"drive": 2, "innodia": -1, "mopead": -1, "periscope": 1}
    assert off.keys() == {d.record for d in real.decisions if d.table == "allocation"}


def test_totals_are_the_sums_of_their_parts_to_the_rounding(real):
    parts = Counter()
    for c in records(real, "contribution"):
        parts[c["project_id"]] += int(c["amount"])
    totals = {t["project_id"]: int(t["amount"]) for t in records(real, "stated_total")}
    # Hypo-RESOLVE prints 26 774 583 for 13 450 057 + 10 316 000 + 3 008 525 = 26 774 582.
    assert {p: t - parts[p] for p, t in totals.items() if t != parts[p]} == {"hypo-resolve": 1}
    assert len(totals) == 27


def test_every_row_without_a_proved_total_is_said(real):
    said = {d.record for d in real.decisions if d.table == "contribution" and "not settled" in d.reason}
    assert said == {p["project_id"] for p in records(real, "project")} - {
        t["project_id"] for t in records(real, "stated_total")
    }
    suspicious = {d.record for d in real.decisions if "suspicious" in d.reason}
    assert suspicious == {"ebovac1", "paradigm", "prefer", "prism", "roadmap", "safescimet"}


def test_lists_are_moved_from_newmeds_to_stembancc(real):
    moved = [d.record for d in real.decisions if d.kept.startswith("the lists of row")]
    assert (moved[0], moved[-1], len(moved)) == ("newmeds", "stembancc", 26)
    assert "summit" not in {p["project_id"] for p in records(real, "participation")}


def test_all_grants_but_one_find_their_organisation_in_a_list(real):
    alone = [
        p for p in records(real, "participation") if p["group_basis"] == "list of grants only" and not p["has_left"]
    ]
    assert [p["participation_id"] for p in alone] == ["mopead:gmv-soluciones-globales-internet-sau"]


def test_counts_lie_within_what_the_source_expects(real):
    for name, (least, most) in SOURCE.expects.items():
        assert least <= len(records(real, name)) <= most


def test_only_four_organisations_that_are_listed_lack_a_country(real):
    assert sum(d.column == "country" for d in real.decisions) == 4


def test_the_file_built_and_asked_gives_the_known_figures(shared, tmp_path):
    path = (shared / "data/imi_factsheets/IMIPROJECTS_no_contacts.csv").as_posix()
    (tmp_path / "programme.toml").write_text(f'[[source]]\nid = "imi_factsheets"\npath = "{path}"\n', encoding="utf-8")
    result = main.build(tmp_path)
    assert (result.refused, result.warnings) == (0, [])
    assert result.decisions > 100
    desk = main.open_desk(tmp_path)
    with desk.build:

        def by_programme(name):
            return {f.cut: f.value for f in desk.ask(name, by="programme")}

        assert desk.one("projects").value == 112
        assert by_programme("public_funding") == {"IMI1": 965_713_338, "IMI2": 622_894_308}
        assert by_programme("industry_in_kind") == {"IMI1": 973_017_703, "IMI2": 528_958_411}
        assert desk.one("unreconciled_projects").value == 4
        assert desk.one("organisations").value > 700

"""The real tables of CORDIS: every file builds, every row is accepted or refused, and the known sums come out."""

import csv
import gzip
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest
from python_calamine import CalamineWorkbook

from benchside import main
from benchside.sources.cordis.cordis import SOURCE

FOLDERS = {
    "h2020_2022": {"as_of": "2022-07-01"},
    "h2020_2023": {"as_of": "2023-06-12"},
    "h2020_participations_2021": {"as_of": "2021-10-19"},
    "horizon_europe_head100": {},
    "reference": {},
}
EVERY_FOLDER = [pytest.param(f, marks=[pytest.mark.slow] if f == "h2020_2022" else []) for f in FOLDERS]
REFUSED = {
    "H2020_projectIrps.xlsx": 112,
    "publications_df_100.csv": 1,
    "cordisref-FP7programmes.xls": 4,
    "cordisref-projectFundingSchemeCategory.xls": 9,
}
"""Rows that are refused: an owner listed twice, a work reported twice, a code with two meanings, a code without words."""


def files_below(folder):
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def extracts(shared):
    """Folder → extract, read when it is first asked for."""
    found = {}

    def extract(folder):
        path = shared / "data/cordis" / folder
        if not path.is_dir():
            pytest.skip(f"{folder} is not in the folder of real data")
        if folder not in found:
            found[folder] = SOURCE.read(files_below(path), FOLDERS[folder])
        return found[folder]

    return extract


def records(extract, name):
    (piece,) = extract.tables[name]
    return [dict(zip(piece.columns, row, strict=True)) for row in piece.rows]


def rows_in(path):
    """The rows below the header, counted without the source."""
    if path.suffix in (".xlsx", ".xls"):
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows()
        return sum(1 for row in rows if any(cell != "" for cell in row)) - 1
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return sum(1 for row in csv.reader(file) if row) - ("noheader" not in path.name)


@pytest.mark.parametrize("folder", EVERY_FOLDER)
def test_accepted_and_refused_rows_are_all_rows_of_every_file(extracts, shared, folder):
    said = {}
    for d in extracts(folder).decisions:
        if d.table == "(file)" and d.column == "rows":
            accepted, refused = (int(n.split()[0]) for n in d.kept.split(", ")) if "accepted" in d.kept else (0, 0)
            said[d.record] = (accepted, refused)
    tables = {n: p for n, p in files_below(shared / "data/cordis" / folder).items() if not n.endswith((".txt", ".yml"))}
    assert {name: sum(said[name]) for name in tables} == {name: rows_in(path) for name, path in tables.items()}
    assert {name: said[name][1] for name in tables if said[name][1]} == {
        n: r for n, r in REFUSED.items() if n in tables
    }
    assert set(said) - set(tables) == {
        n for n in files_below(shared / "data/cordis" / folder) if n.endswith((".txt", ".yml"))
    }


@pytest.mark.parametrize("folder", EVERY_FOLDER)
def test_every_refusal_says_where_what_and_why(extracts, folder):
    for refusal in extracts(folder).refusals:
        assert " row " in refusal.row
        assert refusal.rule
        assert refusal.do


def test_horizon_2020_has_the_known_projects_participations_and_sums(extracts, shared):
    extract = extracts("h2020_participations_2021")
    members = records(extract, "participation")
    assert len(members) == 144_726
    assert sum(m["role"] == "coordinator" for m in members) == 31_476
    assert len({m["project_id"] for m in members}) == 31_451
    # One more project stands in the table of programme parts alone.
    assert len(records(extract, "project")) == 31_452
    with gzip.open(shared / "data/cordis/h2020_participations_2021/h2020.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    given = [Decimal(r["contribution"]) for r in rows if r["contribution"] != "NA"]
    allocated = [Decimal(a["amount"]) for a in records(extract, "allocation")]
    assert (sum(allocated), len(allocated)) == (sum(given), len(rows) - 13_754)
    most = {r["rcn"]: Decimal(r["max_contribution"]) for r in rows}
    assert (
        sum(Decimal(c["amount"]) for c in records(extract, "contribution"))
        == sum(most.values())
        == Decimal("59221375851.24")
    )


def test_what_is_missing_is_said_by_activity_type(extracts):
    (said,) = [d for d in extracts("h2020_participations_2021").decisions if d.table == "allocation"]
    assert said.found.startswith("13754 of 144726 missing: HES 4765 of 49220, OTH 1293 of 9840, PRC 5199 of 48244")


def test_twenty_five_projects_have_two_coordinators(extracts):
    said = [d for d in extracts("h2020_participations_2021").decisions if d.kept == "2 coordinators"]
    assert len(said) == 25
    assert len({d.record for d in said}) == 25


def test_imi2_is_known_by_inference_alone_and_marked(extracts):
    extract = extracts("h2020_participations_2021")
    inferred = records(extract, "project_area")
    assert len(inferred) == 105
    assert {a["grade"] for a in inferred} == {"claimed"}
    assert all(a["note"].startswith("inferred") for a in inferred)
    projects = {a["project_id"] for a in inferred}
    members = [m for m in records(extract, "participation") if m["project_id"] in projects]
    paid = {a["participation_id"] for a in records(extract, "allocation")}
    assert sum(m["participation_id"] not in paid for m in members) == 732


def test_two_weekly_extracts_are_one_set_of_participations(extracts):
    extract = extracts("h2020_2023")
    # 5 153 rows of 29 May, of which four pairs have two rows; the extract of 5 June holds none that is new.
    assert len(records(extract, "participation")) == 5_149
    assert Counter(p["role"] for p in records(extract, "participation"))["coordinator"] == 568
    assert len(records(extract, "organisation")) == 3_114
    merged = {d.record for d in extract.decisions if "several rows" in d.reason}
    assert merged == {"740736:pic-999857377", "833955:pic-951742079", "833955:pic-952979120", "871428:pic-945991531"}


def test_eu_codes_are_gone_and_commas_were_read(extracts):
    extract = extracts("h2020_2023")
    assert not {"EL", "UK"} & {o["country"] for o in records(extract, "organisation")}
    commas = {d.record.split(" ")[0]: d for d in extract.decisions if "decimal comma" in d.reason}
    assert commas["h2020_organizations_latest_2023-05-29.csv"].record.endswith("and 2042 more")


def test_the_table_without_headings_gives_78_projects(extracts):
    extract = extracts("h2020_2023")
    grants = {c["project_id"]: c["amount"] for c in records(extract, "contribution")}
    assert len(grants) == 78
    assert grants["719161"] == "50000"


@pytest.mark.parametrize("folder", ["h2020_2023", "horizon_europe_head100"])
def test_the_folder_builds_and_no_record_is_refused_by_the_store(shared, tmp_path, folder, extracts):
    extract = extracts(folder)
    path = (shared / "data/cordis" / folder).as_posix()
    (tmp_path / "programme.toml").write_text(
        f'[[source]]\nid = "cordis"\npath = "{path}"\nas_of = "2023-06-12"\n', encoding="utf-8"
    )
    result = main.build(tmp_path)
    assert result.warnings == []
    assert result.refused == len({r.row for r in extract.refusals})
    assert {t: n for t, n in result.counts.items() if n} == {
        t: len(p.rows) for t, (p,) in extract.tables.items() if p.rows
    }


@pytest.fixture(scope="module")
def horizon(shared, tmp_path_factory):
    """Horizon 2020 by its participations of 2021, built, and the file's rows."""
    folder = shared / "data/cordis/h2020_participations_2021"
    if not folder.is_dir():
        pytest.skip("h2020_participations_2021 is not in the folder of real data")
    place = tmp_path_factory.mktemp("h2020")
    (place / "programme.toml").write_text(
        f'as_of = "2022-12-31"\n[[source]]\nid = "cordis"\npath = "{folder.as_posix()}"\nas_of = "2021-10-19"\n',
        encoding="utf-8",
    )
    main.build(place)
    with gzip.open(folder / "h2020.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    desk = main.open_desk(place)
    yield desk, rows
    desk.build.close()


def cuts(desk, indicator, by, **scope):
    return {f.cut: f for f in desk.ask(indicator, {k: [v] for k, v in scope.items()}, by=by)}


@pytest.mark.slow
def test_participations_and_money_by_activity_type_and_role(horizon):
    desk, rows = horizon
    for by, column, codes in (
        ("activity_type", "type", str.lower),
        ("role", "role", {"partner": "associated_partner"}.get),
    ):
        named = [(codes(r[column]) or r[column], r["contribution"]) for r in rows]
        assert {c: f.value for c, f in cuts(desk, "teams", by).items()} == Counter(name for name, _ in named)
        blank = Counter(name for name, amount in named if amount == "NA")
        assert {c: f.value for c, f in cuts(desk, "blank_allocations", by).items()} == blank
        shares = {c: f.exact for c, f in cuts(desk, "blank_allocations_share", by).items()}
        whole = Counter(name for name, _ in named)
        assert shares == {name: str(Fraction(blank[name], whole[name])) for name in whole}
        given = defaultdict(Fraction)
        for name, amount in named:
            given[name] += Fraction(0) if amount == "NA" else Fraction(amount)
        assert {c: Fraction(f.exact) for c, f in cuts(desk, "allocated_funding", by).items()} == {
            name: amount for name, amount in given.items() if amount
        }


@pytest.mark.slow
def test_the_sums_over_projects_and_participants_differ_in_sixty_projects_that_are_named(horizon):
    desk, rows = horizon
    granted, given, blank, size = {}, defaultdict(Fraction), Counter(), Counter()
    for r in rows:
        project, amount = f"rcn-{r['rcn']}", r["contribution"]
        granted[project] = Fraction(r["max_contribution"])
        given[project] += Fraction(0) if amount == "NA" else Fraction(amount)
        blank[project] += amount == "NA"
        size[project] += 1
    gaps = {p: granted[p] - given[p] for p in granted if granted[p] != given[p]}
    assert len(gaps) == 60
    assert desk.one("public_funding").exact == str(sum(granted.values()))
    assert desk.one("allocated_funding").exact == str(sum(given.values()))
    assert Fraction(desk.one("undivided_funding").exact) == sum(gaps.values()) == Fraction("159322844.52")
    assert {c: Fraction(f.exact) for c, f in cuts(desk, "funding_gaps", "project").items()} == {
        p: abs(gap) for p, gap in gaps.items()
    }
    kinds = Counter()
    for p, gap in gaps.items():
        some = "some amounts are blank" if blank[p] else "no amount is blank"
        kinds[
            "every amount is blank"
            if blank[p] == size[p]
            else "more than the grant"
            if gap < 0
            else f"less than the grant, {some}"
        ] += 1
    assert {c: f.n for c, f in cuts(desk, "funding_gaps", "kind").items()} == kinds
    hiding_none = sum(blank[p] for p in granted if p not in gaps)
    assert cuts(desk, "blank_allocations", "kind")["adds up"].value == hiding_none == 13_592


@pytest.mark.slow
def test_imi2_within_horizon_2020_is_an_area_that_says_inferred(horizon):
    desk, _ = horizon
    scope = {"area": ["imi2-inferred"]}
    assert desk.labels("area")["imi2-inferred"] == "IMI2 (inferred)"
    assert desk.one("projects", scope).value == 105
    assert desk.one("blank_allocations", scope).value == 732


@pytest.mark.slow
def test_no_nought_is_claimed_of_what_the_table_does_not_tell(horizon):
    desk, _ = horizon
    for name in (
        "kpi6_accessible_projects", "kpi9_patient_projects", "kpi10_sme_share", "projects_with_regulators", "sme_share_of_funding",
        "sme_share_of_beneficiaries", "projects_with_patient_organisations", "leverage_industry", "leverage_total",
    ):  # fmt: skip
        assert desk.one(name).status == "no_value", name

"""Made records of grants in the shape of Crossref become projects, numbers, money and the organisations that take part."""

import json
from fractions import Fraction

import pytest

from benchside.errors import UsageError
from benchside.sources.crossref.crossref_grants import SOURCE
from tests.unit.sources.made_programme import FIXTURES, all_text, built, by_key, of_files, records

PAGE = FIXTURES / "crossref/grants_page.json"
OPTIONS = {
    "as_of": "2024-06-01", "programme": "P2", "programme_name": "Programme two", "project_ids": {"115002": "beta"},
    "payers": {"10.13039/501100000780": "eu", "Made Foundation": "other"},
}  # fmt: skip
TOML = """as_of = "2024-06-01"
programme = "P2"
programme_name = "Programme two"
project_ids = { 115002 = "beta" }
payers = { "10.13039/501100000780" = "eu", "Made Foundation" = "other" }"""


def read(path=PAGE, **options):
    return SOURCE.read({path.name: path}, OPTIONS | options)


def one(folder, project, **options):
    """One grant with one project."""
    path = folder / "one.json"
    grant = {
        "DOI": "10.5555/g",
        "type": "grant",
        "award": "G",
        "project": [{"project-title": [{"title": "T"}]} | project],
    }
    path.write_text(json.dumps({"status": "ok", "message-type": "work", "message": grant}))
    return read(path, **options)


def funding(**more):
    return {"type": "grant", "funder": {"name": "Made Foundation"}} | more


def test_a_grant_becomes_a_project_with_its_numbers():
    projects = by_key(read(), "project")
    first = projects["crossref:10.5555/grant.1"]
    assert (first["acronym"], first["title"], first["grant_number"], first["programme_id"]) == (
        "218300",
        "Sleep & pain",
        "218300",
        "P2",
    )
    assert (first["start_on"], first["end_on"], first["website"]) == (
        "2019-10-01",
        "2024-09",
        "https://doi.org/10.5555/grant.1",
    )
    # MR/K1/1 is no number of six to nine digits; the grant itself bears the beginning.
    assert (projects["crossref:10.5555/grant.2"]["grant_number"], projects["crossref:10.5555/grant.2"]["start_on"]) == (
        "",
        "2020",
    )
    numbers = {(n["project_id"], n["scheme"], n["value"]) for n in records(read(), "project_identifier")}
    assert {
        ("crossref:10.5555/grant.2", "grant_number", "MR/K1/1"),
        ("crossref:10.5555/grant.2", "doi", "10.5555/grant.2"),
    } <= numbers


def test_several_projects_of_a_grant_are_several():
    projects = by_key(read(), "project")
    first, second = projects["crossref:10.5555/grant.4:1"], projects["crossref:10.5555/grant.4:2"]
    # A year alone stands for its last day, which lies after June of the same year.
    assert (first["start_on"], first["end_on"]) == ("2021-06", "2021-06")
    assert (second["start_on"], second["end_on"]) == ("2021", "")
    assert ("award-end", "lies before the start 2021") in {(r.column, r.rule) for r in read().refusals}


def test_a_grant_of_a_project_that_stands_elsewhere_adds_its_numbers_alone():
    extract = read()
    assert "beta" not in by_key(extract, "project")
    assert {(n["scheme"], n["value"]) for n in records(extract, "project_identifier") if n["project_id"] == "beta"} == {
        ("grant_number", "115002"),
        ("doi", "10.5555/grant.3"),
    }
    assert not [
        c for name in ("contribution", "participation") for c in records(extract, name) if c["project_id"] == "beta"
    ]
    assert any("the grant's numbers alone are added" in d.reason for d in extract.decisions)


def test_amounts_of_funders_of_one_sort_are_one_contribution_beside_the_stated_total():
    extract = read()
    money = {
        (c["project_id"].rpartition(".")[2], c["payer"], c["form"]): (c["amount"], c["currency"])
        for c in records(extract, "contribution")
    }
    # 100 + 50.25 of one foundation; the Commission's 149.75 makes them the 300 that the grant states.
    assert money == {
        ("1", "eu", "grant"): ("1500000.50", "EUR"), ("2", "other", "grant"): ("150.25", "EUR"), ("2", "eu", "grant"): ("149.75", "EUR"),
    }  # fmt: skip
    (total,) = records(extract, "stated_total")
    assert (total["project_id"], total["amount"]) == ("crossref:10.5555/grant.2", "300")
    assert any(d.column == "amount" and d.kept == "150.25" and d.found.startswith("100 (") for d in extract.decisions)
    assert {(c["state"], c["valid_on"], c["precision"]) for c in records(extract, "contribution")} == {
        ("registry", "2024-06-01", "exact")
    }


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"amount": 1.5e6, "currency": "EUR"}, "1500000"),
        ({"amount": 10.005, "currency": "gbp"}, "10"),
        ({"amount": "61562,5", "currency": "USD"}, "61562.50"),
        ({"amount": 0, "currency": "EUR"}, "0"),
    ],
)
def test_amounts_are_read_to_the_cent(tmp_path, said, kept):
    (money,) = records(one(tmp_path, {"funding": [funding(**{"award-amount": said})]}), "contribution")
    assert (money["amount"], money["currency"]) == (kept, said["currency"].upper())


@pytest.mark.parametrize(
    ("part", "column", "rule"),
    [
        ({"award-amount": {"amount": 5, "currency": "JPY"}}, "award-amount", "unknown currency"),
        ({"award-amount": {"amount": 5}}, "award-amount", "unknown currency"),
        ({"award-amount": {"amount": -5, "currency": "EUR"}}, "award-amount", "expected an amount"),
        ({"award-amount": {"amount": 1e30, "currency": "EUR"}}, "award-amount", "expected an amount"),
        ({"award-amount": {"amount": 5, "currency": "EUR"}, "type": "wish"}, "funding.type", "unknown type of funding"),
        (
            {"award-amount": {"amount": 5, "currency": "EUR"}, "funder": {"name": "Who"}},
            "funder",
            "nothing says what sort of payer",
        ),
    ],
)
def test_money_that_cannot_be_placed_is_refused_and_the_project_taken(tmp_path, part, column, rule):
    extract = one(tmp_path, {"funding": [funding(**part)]})
    assert [(r.column, r.rule.startswith(rule)) for r in extract.refusals] == [(column, True)]
    assert (len(records(extract, "project")), records(extract, "contribution")) == (1, [])


def test_one_payer_for_all_funders_can_be_given(tmp_path):
    amount = {"award-amount": {"amount": 5, "currency": "EUR"}}
    extract = one(tmp_path, {"funding": [funding(**amount, funder={"name": "Who"})]}, payer="national")
    assert [c["payer"] for c in records(extract, "contribution")] == ["national"]


def test_an_amount_that_is_nobodys_is_a_total_and_a_missing_one_is_missing(tmp_path):
    extract = one(tmp_path, {"award-amount": {"amount": 9, "currency": "EUR"}, "funding": [funding(), funding()]})
    assert ([t["amount"] for t in records(extract, "stated_total")], records(extract, "contribution")) == (["9"], [])
    extract = one(tmp_path, {"funding": [funding()]})
    assert records(extract, "contribution") == []
    assert any("a missing amount is not nought" in d.reason for d in extract.decisions)


def test_a_loan_is_no_contribution_and_equipment_is_in_kind(tmp_path):
    amount = {"award-amount": {"amount": 5, "currency": "EUR"}}
    extract = one(tmp_path, {"funding": [funding(type="loan", **amount), funding(type="equipment", **amount)]})
    assert [(c["form"], c["amount"]) for c in records(extract, "contribution")] == [("in_kind", "5")]
    assert any("a loan is paid back" in d.reason for d in extract.decisions)


def test_investigators_leave_head_counts_and_roles_and_no_names():
    extract = read()
    members = {m["organisation_id"]: (m["role"], m["head_count"]) for m in records(extract, "participation")}
    # The leader and the second are at the university, the second also at the institute; the third has no address.
    assert members == {"crossref-ror-0zzz1zz12": ("coordinator", "2"), "crossref-made-institute": ("participant", "1")}
    kept = all_text(extract)
    assert "Leader" not in kept
    assert "family" not in kept
    assert any("in no head-count" in d.reason for d in extract.decisions)


def test_countries_are_codes(tmp_path):
    people = {
        "investigator": [{"affiliation": [{"name": "A", "country": "de"}, {"name": "B", "country": "Ruritania"}]}]
    }
    extract = one(tmp_path, people)
    assert {o["name"]: o.get("country", "") for o in records(extract, "organisation")} == {"A": "DE", "B": ""}
    assert [(r.column, r.value) for r in extract.refusals] == [("country", "RURITANIA")]


def test_every_record_is_accepted_or_refused_with_its_reason(tmp_path):
    extract = read()
    assert of_files(extract) == {"grants_page.json": (6, 4, 2)}
    assert [(r.row, r.column, r.value) for r in extract.refusals][-2:] == [
        ("grants_page.json record 5", "project", ""), ("grants_page.json record 6", "type", "journal-article"),
    ]  # fmt: skip
    lines = tmp_path / "grants.jsonl"
    grant = {"DOI": "10.5555/g", "type": "grant", "project": [{"mystery": 1}]}
    lines.write_text(
        "\n".join([json.dumps(grant), json.dumps(grant), json.dumps(grant | {"DOI": ""}), json.dumps(grant)[:30], "7"])
    )
    extract = read(lines)
    assert of_files(extract) == {"grants.jsonl": (5, 1, 4)}
    assert [(r.row.rpartition(" ")[2], r.column) for r in extract.refusals] == [
        ("1", "project.mystery"), ("2", "DOI"), ("3", "DOI"), ("4", "(record)"), ("5", "(record)"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"programme": ""}, "needs the option programme"),
        ({"programme": "a b"}, "a key has no blanks"),
        ({"payer": "king"}, "expected one of eu"),
        ({"payers": ["x"]}, "expected funder = sort"),
        ({"payers": {"x": "king"}}, "expected one of eu"),
        ({"program": "x"}, "program"),
    ],
)
def test_options_that_are_wrong_are_told(options, says):
    with pytest.raises(UsageError, match=says):
        SOURCE.read({PAGE.name: PAGE}, OPTIONS | options)


def test_a_programme_is_built_and_its_projects_and_money_counted(tmp_path):
    result, desk = built(tmp_path, "crossref_grants", PAGE, TOML)
    # Records 5 and 6 are refused; of record 4 single values.
    assert result.refused == 3
    # alpha and beta of the workbook; grants 1 and 2, and two projects of grant 4.
    assert desk.one("projects").value == 6
    assert {f.cut: f.value for f in desk.ask("projects", by="programme")} == {"P1": 2, "P2": 4}
    # 1 500 000.50 + 149.75
    assert Fraction(desk.one("public_funding").exact) == Fraction("1500150.25")
    desk.build.close()

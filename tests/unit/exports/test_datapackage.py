"""The data package: valid by the standard's own profiles, and built again it is the same programme."""

import csv
import hashlib
import json
from pathlib import Path

import jsonschema
import pytest

from benchside import main
from benchside.errors import InputError
from benchside.exports.datapackage import EXPORT
from benchside.model.tables import RECORD_TYPES
from tests.unit.exports.world import HIDDEN, WORLD, export, world

SCHEMAS = Path(__file__).parent / "schemas"
SYSTEM = ("source", "source_record_id", "snapshot")
"""Columns that say where a record was read; a record that is read from the package was read there."""


def package(out: Path) -> dict:
    return json.loads((out / "datapackage.json").read_text(encoding="utf-8"))


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def all_tables(desk) -> dict[str, list[dict]]:
    return {
        name: [
            {k: v for k, v in row.items() if k not in SYSTEM}
            for row in desk.build.fetch(desk.build.history(name).order_by("evidence_id"))
        ]
        for name in RECORD_TYPES
    }


def test_built_again_it_is_the_same_programme(desk, tmp_path):
    counts, before = export(EXPORT, desk, tmp_path / "out"), all_tables(desk)
    assert main.build(tmp_path / "out").refused == 0
    again = main.open_desk(tmp_path / "out")
    after = all_tables(again)
    # Two cells are withheld by rule: three people of p2 are fewer than five, and the twelve of p1 would tell them, since
    # fifteen is printed as the number of researchers.
    assert [r.pop("head_count") for r in before["participation"]] == [12, 3, None, None, None, None]
    assert {r.pop("head_count") for r in after["participation"]} == {None}
    assert counts["cells emptied"] == 2
    assert after == before
    # 1 programme, 3 projects, 4 organisations, 6 participations, 1 document, 3 contributions, 4 works, 3 + 2 of their
    # relations, 1 rate, 2 areas, 2 shares of them.
    assert sum(map(len, after.values())) == counts["records"] == 32
    # A second export of what was built again differs in nothing but the origins.
    with again.build:
        export(EXPORT, again, tmp_path / "second")
    for name in RECORD_TYPES:
        file = Path("records") / f"{name}.csv"
        assert (tmp_path / "second" / file).read_bytes() == (tmp_path / "out" / file).read_bytes(), name


def test_it_is_valid_by_the_profiles_of_the_standard(any_desk, tmp_path):
    export(EXPORT, any_desk, tmp_path / "out")
    described = package(tmp_path / "out")
    profile = json.loads((SCHEMAS / "datapackage.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(profile)
    assert [e.message for e in jsonschema.Draft7Validator(profile).iter_errors(described)] == []
    tables = json.loads((SCHEMAS / "tableschema.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        found = jsonschema.Draft7Validator(tables).iter_errors(resource["schema"])
        assert [e.message for e in found] == [], resource["name"]
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert content.decode().splitlines()[0] == ",".join(f["name"] for f in resource["schema"]["fields"])


def test_frictionless_finds_no_fault_in_any_row(any_desk, tmp_path):
    frictionless = pytest.importorskip(
        "frictionless", reason="frictionless checks types, keys and references of every row"
    )
    export(EXPORT, any_desk, tmp_path / "out")
    report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "message"]) == []
    assert report.stats["tasks"] == len(RECORD_TYPES) + 1


def test_keys_and_references_hold_within_the_package(desk, tmp_path):
    export(EXPORT, desk, tmp_path / "out")
    schemas = {r["name"]: r["schema"] for r in package(tmp_path / "out")["resources"] if r["name"] != "origins"}
    followed = 0
    for name, schema in schemas.items():
        own = rows(tmp_path / "out", name)
        keys = [tuple(row[k] for k in schema["primaryKey"]) for row in own]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", []):
            to = key["reference"]
            known = {row[to["fields"][0]] for row in rows(tmp_path / "out", to["resource"] or name)}
            named = {row[key["fields"][0]] for row in own} - {""}
            assert named <= known
            followed += len(named)
    assert followed > 10


def test_no_cell_begins_a_formula(desk, tmp_path):
    export(EXPORT, desk, tmp_path / "out")
    cells = []
    for path in (tmp_path / "out").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    # Of the drawing: the titles of ALPHA and GAMMA, University A, Clinic C, the note of c2, work W3.
    assert len([cell for cell in cells if cell.startswith("\u00a0")]) == 6


def test_amounts_and_shares_are_written_in_their_units(desk, tmp_path):
    export(EXPORT, desk, tmp_path / "out")
    assert [r["amount"] for r in rows(tmp_path / "out", "contribution")] == ["18170217.50", "700.05", "9"]
    assert [r["weight"] for r in rows(tmp_path / "out", "project_area")] == ["0.125", "0.875"]
    assert [r["rate"] for r in rows(tmp_path / "out", "exchange_rate")] == ["0.909091"]


def test_what_is_withheld_is_left_out_and_counted(tmp_path):
    desk = world(tmp_path / "a", WORLD + HIDDEN)
    with desk.build:
        counts = export(EXPORT, desk, tmp_path / "out")
    assert [r["regulatory_procedure_id"] for r in rows(tmp_path / "out", "regulatory_procedure")] == ["RP2"]
    # CH1 has four learners; nine are printed in all, so that the five of CH2 would tell them. The nought of CH3 tells nothing.
    assert [r["cohort_id"] for r in rows(tmp_path / "out", "cohort")] == ["CH3"]
    assert [r["link_id"] for r in rows(tmp_path / "out", "link")] == ["L2"]
    told = package(tmp_path / "out")["benchside"]["withheld"]
    assert told["left_out"] == {"cohort": 2, "link": 1, "regulatory_procedure": 1}
    assert counts["records left out"] == 4
    assert "secret" not in "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "out").rglob("*.csv"))
    assert main.build(tmp_path / "out").refused == 0


def test_it_says_whose_the_records_are_and_under_what_licence(desk, tmp_path):
    export(EXPORT, desk, tmp_path / "out")
    described = package(tmp_path / "out")
    assert described["licenses"] == [{"name": "other", "title": "as the programme states"}]
    assert described["sources"] == [{"title": "the programme itself: Records kept in the model's tables"}]
    assert described["created"] == "2020-12-31T00:00:00Z"
    with (tmp_path / "out" / "origins.csv").open(encoding="utf-8", newline="") as file:
        found = {row["evidence_id"]: row for row in csv.DictReader(file)}
    assert found["contribution:c1"]["source_record_id"] == "contribution.csv row 2"
    assert found["contribution:c1"]["source"] == "workbook"


def test_the_same_build_gives_the_same_bytes(desk, tmp_path):
    export(EXPORT, desk, tmp_path / "one")
    export(EXPORT, desk, tmp_path / "two")
    export(EXPORT, desk, tmp_path / "two")  # an earlier export is replaced
    first = {p.relative_to(tmp_path / "one"): p.read_bytes() for p in (tmp_path / "one").rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path / "two"): p.read_bytes() for p in (tmp_path / "two").rglob("*") if p.is_file()}
    assert first == second
    assert len(first) == len(RECORD_TYPES) + 4  # origins, datapackage, programme, model


def test_a_folder_with_other_things_is_not_replaced(nothing, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(InputError, match="holds files that are not an export of Benchside"):
        export(EXPORT, nothing, tmp_path / "mine")
    assert (tmp_path / "mine" / "letter.txt").exists()

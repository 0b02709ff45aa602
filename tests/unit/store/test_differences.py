"""Two sets of record tables held against each other: hand-worked amendments, and rules on generated tables."""

import csv
import random
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchside import main
from benchside.model.tables import RECORD_TYPES
from benchside.store import builds
from benchside.store.builds import Listed
from benchside.store.checks import name
from benchside.store.differences import Differences, differences, units
from tests.spec.drawing import completed, drawn, write

BEFORE = """
    organisation
    organisation_id | name
    org-a           | Alpha Lab
    org-b           | Beta Clinic
    org-c           | Gamma Works

    participation
    participation_id | project_id | organisation_id | partner_group | role
    q1               | alpha      | org-a           | academic      | coordinator
    q2               | alpha      | org-b           | academic      | participant
    q3               | beta       | org-c           | sme           | participant

    allocation
    allocation_id | project_id | participation_id | amount | currency | state    | precision | valid_on
    g1            | alpha      | q1               | 1000   | EUR      | registry | exact     | 2015-01-01
    g2            | alpha      | q2               | 500    | EUR      | registry | exact     | 2015-01-01
    g3            | beta       | q3               | 250.5  | EUR      | registry | exact     | 2015-01-01
"""
AFTER = """
    organisation
    organisation_id | name
    org-a           | Alpha Lab
    org-b           | Beta University Clinic
    org-c           | Gamma Works
    org-d           | Delta Therapeutics

    participation
    participation_id | project_id | organisation_id | partner_group | role
    q1               | alpha      | org-a           | academic      | coordinator
    q2               | alpha      | org-b           | academic      | participant
    q4               | beta       | org-d           | sme           | participant

    allocation
    allocation_id | project_id | participation_id | amount | currency | state    | precision | valid_on
    g1            | alpha      | q1               | 1200   | EUR      | registry | exact     | 2015-01-01
    g2            | alpha      | q2               | 500    | EUR      | registry | exact     | 2015-01-01
    g4            | beta       | q4               | 300    | EUR      | registry | exact     | 2015-01-01
"""


def build_both(folder: Path, before: str, after: str) -> tuple[Path, list[str]]:
    """One programme built twice; its store, and the names of the builds."""
    made = []
    for n, text in enumerate((before, after)):
        write(folder / str(n), completed(drawn(text)))
        if n:
            for file in (folder / "0" / "records").glob("*.csv"):
                file.unlink()
            for file in (folder / "1" / "records").glob("*.csv"):
                file.rename(folder / "0" / "records" / file.name)
        made.append(main.build(folder / "0").name)
    return folder / "0" / ".benchside", made


def counts(found: Differences, table: str) -> dict[str, int]:
    (of,) = [t for t in found.tables if t.table == table]
    return {kind: n for kind, n in of.counts.items() if n}


def test_a_made_amendment_is_told_table_by_table(tmp_path):
    store, names = build_both(tmp_path, BEFORE, AFTER)
    found = builds.compare(store, *names)
    assert counts(found, "organisation") == {"added": 1, "changed": 1, "unchanged": 2}
    assert counts(found, "participation") == {"added": 1, "gone": 1, "unchanged": 2}
    assert counts(found, "allocation") == {"added": 1, "changed": 1, "gone": 1, "unchanged": 1}
    assert [(c.table, c.column, c.records) for c in found.columns] == [
        ("organisation", "name", 1),
        ("allocation", "amount", 1),
    ]
    told = [(d.kind, d.table, d.key, d.column, d.before, d.after) for d in found.lines]
    # The changed amount first; then what is gone, the money of it first; then other changes; then what was added.
    assert told == [
        ("changed", "allocation", "g1", "amount", "1000.00", "1200.00"),
        ("gone", "allocation", "g3", "", "250.50 EUR", None),
        ("gone", "participation", "q3", "", None, None),
        ("changed", "organisation", "org-b", "name", "Beta Clinic", "Beta University Clinic"),
        ("added", "allocation", "g4", "", None, "300.00 EUR"),
        ("added", "organisation", "org-d", "", None, "Delta Therapeutics"),
        ("added", "participation", "q4", "", None, None),
    ]
    assert found.n_lines == 7


def test_the_money_of_an_amendment_adds_up(tmp_path):
    store, names = build_both(tmp_path, BEFORE, AFTER)
    (money,) = builds.compare(store, *names).money
    # 1000 + 500 + 250.50 before, 1200 + 500 + 300 after: 300 added, 250.50 gone, 200 more in what stayed.
    assert (money.before, money.after) == (175_050, 200_000)
    assert (money.added, money.gone, money.changed) == (30_000, 25_050, 20_000)
    assert money.before + money.added - money.gone + money.changed == money.after
    assert (money.n_added, money.n_gone, money.n_changed, money.n_same) == (1, 1, 1, 1)
    assert (money.table, money.source, money.what, money.currency) == ("allocation", "workbook", "registry", "EUR")


def test_currencies_and_sorts_of_money_are_never_added(tmp_path):
    text = """
    participation
    participation_id | project_id | organisation_id
    q1               | alpha      | org-a

    participation_amount
    participation_amount_id | participation_id | measure             | amount | currency | state    | valid_on
    m1                      | q1               | total_cost          | 100    | EUR      | registry | 2015-01-01
    m2                      | q1               | total_cost          | 70     | GBP      | registry | 2015-01-01
    m3                      | q1               | net_eu_contribution | 60     | EUR      | registry | 2015-01-01
    m4                      | q1               | total_cost          | 110    | EUR      | registry | 2016-01-01
    """
    store, names = build_both(tmp_path, text, text.replace("| 110 ", "| 115 "))
    told = {(m.what, m.currency): (m.before, m.after, m.n_changed) for m in builds.compare(store, *names).money}
    # Of two readings of one total cost the later counts: 110, then 115.
    assert told == {
        ("total_cost, registry", "EUR"): (11_000, 11_500, 1),
        ("total_cost, registry", "GBP"): (7_000, 7_000, 0),
        ("net_eu_contribution, registry", "EUR"): (6_000, 6_000, 0),
    }


def test_what_is_refused_is_told_from_what_is_gone(tmp_path):
    # org-a falls out of its file, so that the rows below it move up; the role of q2 is no role any more.
    after = BEFORE.replace("participant\n    q3", "bystander\n    q3").replace(
        "    org-c           | Gamma Works\n", ""
    )
    after = after.replace("    q3               | beta       | org-c           | sme           | participant\n", "")
    after = after.replace(
        "    g3            | beta       | q3               | 250.5  | EUR      | registry | exact     | 2015-01-01\n",
        "",
    )
    assert "bystander" in after
    store, names = build_both(tmp_path, BEFORE, after)
    found = builds.compare(store, *names)
    # With q2 falls its allocation, which points to it.
    assert counts(found, "participation") == {"gone": 1, "refused": 1, "unchanged": 1}
    assert counts(found, "allocation") == {"gone": 1, "refused": 1, "unchanged": 1}
    assert [(d.table, d.key) for d in found.lines if d.kind == "refused"] == [
        ("allocation", "g2"),
        ("participation", "q2"),
    ]
    assert [(r.source, r.before, r.after) for r in found.refused] == [("workbook", 0, 2)]
    back = builds.compare(store, *reversed(names))
    assert counts(back, "participation") == {"added": 1, "accepted": 1, "unchanged": 1}
    assert [(r.before, r.after) for r in back.refused] == [(2, 0)]


def test_a_row_that_lost_its_key_is_known_by_its_place(tmp_path):
    folder = tmp_path / "0"
    store, names = build_both(tmp_path, BEFORE, BEFORE)
    assert names[0] == names[1]
    records = folder / "records" / "allocation.csv"
    records.write_text(records.read_text(encoding="utf-8").replace("g3,", ","), encoding="utf-8")
    found = builds.compare(store, names[0], main.build(folder).name)
    assert counts(found, "allocation") == {"refused": 1, "unchanged": 2}


def database(path: Path, tables: dict[str, list[dict]]) -> Path:
    """A file with some tables as a build has them; what a row leaves out is empty."""
    con = duckdb.connect(str(path))
    for table, rows in tables.items():
        columns = {c.name: c.kind.engine_type for c in RECORD_TYPES[table].columns}
        columns |= dict.fromkeys(("source", "source_record_id", "snapshot", "evidence_id"), "VARCHAR")
        columns |= dict.fromkeys(("known_on", "true_from", "true_to"), "DATE")
        con.execute(f"CREATE TABLE {name(table)} ({', '.join(f'{name(c)} {kind}' for c, kind in columns.items())})")
        for row in rows:
            whole = {"source": "made", "evidence_id": f"{table}:{row[RECORD_TYPES[table].key[0]]}"} | row
            con.execute(
                f"INSERT INTO {name(table)} ({', '.join(whole)}) VALUES ({', '.join('?' * len(whole))})",
                list(whole.values()),
            )
    con.close()
    return path


def held(before: dict[str, list[dict]] | None, after: dict[str, list[dict]] | None, **more) -> Differences:
    """The differences of two lots of tables."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        paths = [database(at / f"{n}.duckdb", t) if t is not None else None for n, t in enumerate((before, after))]
        return differences(paths[0], paths[1], at / "scratch.duckdb", limit=10_000, **more)


def names_of(*numbered: tuple[int, str]) -> dict[str, list[dict]]:
    rows = [
        {"organisation_name_id": f"org:{n}", "organisation_id": "org", "name": text, "kind": "label"}
        for n, text in numbered
    ]
    return {"organisation_name": rows}


def test_records_that_were_numbered_anew_are_not_changed():
    # The first name is gone and the others move up by one: of four numbers the last is free.
    found = held(names_of((1, "A"), (2, "B"), (3, "C"), (4, "D")), names_of((1, "B"), (2, "C"), (3, "D")))
    assert counts(found, "organisation_name") == {"gone": 1, "renumbered": 3}
    assert [(d.kind, d.key, d.before, d.after) for d in found.lines] == [
        ("gone", "org:1", "A", None),
        ("renumbered", "org:1", "org:2", "org:1"),
        ("renumbered", "org:2", "org:3", "org:2"),
        ("renumbered", "org:3", "org:4", "org:3"),
    ]


def test_a_key_that_others_point_to_is_an_identity():
    one = [{"organisation_id": "a", "name": "X"}, {"organisation_id": "b", "name": "Y"}]
    other = [{"organisation_id": "a", "name": "Y"}, {"organisation_id": "b", "name": "X"}]
    assert counts(held({"organisation": one}, {"organisation": other}), "organisation") == {"changed": 2}


def test_the_same_statement_from_another_document_is_no_change():
    one = {"organisation": [{"organisation_id": "a", "name": "X", "document_id": "D1", "source_record_id": "f row 2"}]}
    other = {
        "organisation": [{"organisation_id": "a", "name": "X", "document_id": "D2", "source_record_id": "f row 9"}]
    }
    found = held(one, other)
    assert counts(found, "organisation") == {"restated": 1}
    assert [(d.column, d.before, d.after) for d in found.lines] == [("document_id", "D1", "D2")]
    other["organisation"][0]["document_id"] = "D1"
    assert held(one, other).is_empty


def test_a_record_of_another_source_is_another_record():
    one, other = ({"organisation": [{"organisation_id": "a", "name": "X", "source": s}]} for s in ("cordis", "ror"))
    found = held(one, other)
    assert {(t.source, kind) for t in found.tables for kind, n in t.counts.items() if n} == {
        ("cordis", "gone"),
        ("ror", "added"),
    }


def test_against_no_build_everything_is_added():
    found = held(None, {"organisation": [{"organisation_id": "a", "name": "X"}]})
    assert found.total("added") == 1
    assert found.n_lines == 1


def test_columns_that_one_side_lacks_are_said():
    with tempfile.TemporaryDirectory() as folder:
        one = database(
            Path(folder) / "a.duckdb", {"organisation": [{"organisation_id": "a", "name": "X", "city": "Oslo"}]}
        )
        other = database(Path(folder) / "b.duckdb", {"organisation": [{"organisation_id": "a", "name": "X"}]})
        con = duckdb.connect(str(other))
        con.execute("ALTER TABLE organisation DROP COLUMN city")
        con.close()
        found = differences(one, other, Path(folder) / "scratch.duckdb")
    assert found.is_empty
    assert found.notes == ["organisation: columns that one side alone has were not compared: city only before."]


def test_the_whole_list_goes_to_a_file(tmp_path):
    store, names = build_both(tmp_path, BEFORE, AFTER)
    found = builds.compare(store, *names, listed=Listed(limit=2, file=tmp_path / "all.csv"))
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (len(found.lines), found.n_lines, len(rows)) == (2, 7, 7)
    assert [r["key"] for r in rows][:3] == ["g1", "g3", "q3"]


organisations = st.dictionaries(
    st.sampled_from([f"k{n}" for n in range(6)]),
    st.tuples(st.sampled_from(["A", "B", "C"]), st.sampled_from([None, "Oslo", "Bonn"])),
    max_size=6,
)


def tables_of(made: dict[str, tuple[str, str | None]], order: random.Random) -> dict[str, list[dict]]:
    """The same rows as organisations, whose key is an identity, and as places, whose key is a number."""
    rows = list(made.items())
    order.shuffle(rows)
    return {
        "organisation": [{"organisation_id": k, "name": n, "city": c} for k, (n, c) in rows],
        "organisation_place": [{"organisation_place_id": k, "organisation_id": n, "city": c} for k, (n, c) in rows],
    }


def applied(found: Differences, table: str, before: dict, after: dict) -> dict:
    """What was there before with the differences put in; whole records that came in are taken as they are after."""
    lines = [d for d in found.lines if d.table == table]
    gone = {d.key for d in lines if d.kind == "gone"} | {d.before for d in lines if d.kind == "renumbered"}
    made = {k: list(v) for k, v in before.items() if k not in gone}
    for d in lines:
        if d.kind == "changed":
            place = 1 if d.column == "city" else 0
            assert made[d.key][place] == d.before
            made[d.key][place] = d.after
        elif d.kind == "added":
            made[d.key] = list(after[d.key])
        elif d.kind == "renumbered":
            made[d.after] = list(before[d.before])
    return {k: tuple(v) for k, v in made.items()}


@given(organisations, organisations, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_differences_lead_from_one_side_to_the_other_and_back(a, b, order):
    there = held(tables_of(a, order), tables_of(b, order))
    back = held(tables_of(b, order), tables_of(a, order))
    again = held(tables_of(a, order), tables_of(b, order))
    assert there == again, "the order of rows says nothing"
    for table in ("organisation", "organisation_place"):
        assert applied(there, table, a, b) == b
        assert applied(back, table, b, a) == a
    swapped = {"added": "gone", "gone": "added"}
    for kind in ("added", "gone", "changed", "renumbered", "unchanged"):
        assert there.total(kind) == back.total(swapped.get(kind, kind))
    assert {(d.table, d.key) for d in there.lines if d.kind == "added"} == {
        (d.table, d.key) for d in back.lines if d.kind == "gone"
    }


@given(organisations, st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_nothing_differs_from_itself(a, order):
    found = held(tables_of(a, order), tables_of(a, order))
    assert found.is_empty
    assert found.total("unchanged") == 2 * len(a)


@pytest.mark.parametrize(("cents", "text"), [(5, "0.05"), (123_400, "1234.00"), (-705, "-7.05")])
def test_amounts_are_shown_in_units(cents, text):
    assert units(cents) == text

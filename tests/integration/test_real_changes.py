"""Two weekly extracts of the real register held against each other, and a made amendment of the first.

What is expected is counted from the CSV files themselves, with nothing of Benchside.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from benchside import main
from benchside.store.builds import Listed

FIRST, SECOND = (f"h2020_organizations_latest_2023-{day}.csv" for day in ("05-29", "06-05"))


@pytest.fixture(scope="module")
def extracts(shared) -> tuple[Path, Path]:
    folder = shared / "data/cordis/h2020_2023"
    if not (folder / FIRST).is_file() or not (folder / SECOND).is_file():
        pytest.skip("the two extracts of h2020_2023 are not in the folder of real data")
    return folder / FIRST, folder / SECOND


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def team(row: dict[str, str]) -> tuple[str, str]:
    return row["projectID"], row["organisationID"]


def programme(folder: Path, path: Path) -> Path:
    folder.mkdir()
    (folder / "programme.toml").write_text(f'[[source]]\nid = "cordis"\npath = "{path.as_posix()}"\n', encoding="utf-8")
    return folder


def counts(found, table: str) -> dict[str, int]:
    (of,) = [t for t in found.tables if t.table == table]
    return {kind: n for kind, n in of.counts.items() if n}


def test_the_files_of_two_weeks_differ_in_what_left_alone(extracts, tmp_path):
    before, after = (rows_of(path) for path in extracts)
    # Row for row: 5 153 before, 4 936 after; every row of the second stands in the first, cell for cell.
    rows_before = {tuple(row.items()) for row in before}
    assert all(tuple(row.items()) in rows_before for row in after)
    folder = programme(tmp_path / "p", extracts[0])
    _, _, found = main.changes(folder, "cordis", before=str(extracts[0]), after=str(extracts[1]))
    left = {team(r) for r in before} - {team(r) for r in after}
    stayed = {team(r) for r in after}
    assert (len(left), len(stayed)) == (217, 4_932)
    # Every statement that stayed stands in a file of another name, and in another row of it: restated, and not changed.
    assert counts(found, "participation") == {"gone": 217, "restated": 4_932}
    assert counts(found, "project") == {"gone": 602 - 583, "restated": 583}
    assert counts(found, "organisation") == {"gone": 3_114 - 3_012, "restated": 3_012}
    assert found.total("changed") == found.total("refused") == found.total("accepted") == 0
    # All that is new is the file itself, which is a document of its own.
    assert [(t.table, t.counts["added"]) for t in found.tables if t.counts["added"]] == [("document", 1)]


def test_no_amount_of_what_stayed_differs_and_the_money_that_left_is_known(extracts, tmp_path):
    before, after = (rows_of(path) for path in extracts)
    stayed = {team(r) for r in after}
    _, _, found = main.changes(
        programme(tmp_path / "p", extracts[0]), "cordis", before=str(extracts[0]), after=str(extracts[1])
    )
    (allocated,) = [m for m in found.money if m.table == "allocation"]
    given = [(team(r), Decimal(r["ecContribution"].replace(",", "."))) for r in before if r["ecContribution"]]
    assert Decimal(allocated.before) / 100 == sum(amount for _, amount in given)
    assert Decimal(allocated.gone) / 100 == sum(a for t, a in given if t not in stayed) == Decimal("77359088.8")
    assert (allocated.changed, allocated.added, allocated.n_changed, allocated.n_added) == (0, 0, 0, 0)
    assert allocated.n_same == len({t for t, _ in given if t in stayed})
    assert all(m.changed == m.added == m.n_changed == 0 for m in found.money)


def amended(path: Path, to: Path) -> Path:
    """The extract with an amount raised, an organisation renamed, a participation dropped, and a partner added."""
    rows = rows_of(path)
    by_team = {team(r): r for r in rows}
    by_team["651036", "938119011"]["ecContribution"] = "60000.5"
    by_team["859111", "930078002"]["name"] = "OPTIQGAIN RENAMED LTD"
    rows.remove(by_team["672598", "946040710"])
    rows.append(
        by_team["651036", "938119011"]
        | {
            "organisationID": "900000001", "vatNumber": "", "name": "MADE PARTNER", "shortName": "", "order": "2", "rcn": "1",
            "role": "participant", "ecContribution": "1000", "netEcContribution": "1000", "totalCost": "2000", "geolocation": "",
        }
    )  # fmt: skip
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return to


def test_a_made_amendment_of_the_first_week_is_found(extracts, tmp_path):
    rows = rows_of(extracts[0])
    of = {
        pic: sum(r["organisationID"] == pic for r in rows)
        for pic in ("938119011", "930078002", "946040710", "900000001")
    }
    assert of == {"938119011": 1, "930078002": 1, "946040710": 1, "900000001": 0}
    projects = {p: sum(r["projectID"] == p for r in rows) for p in ("651036", "859111", "672598")}
    assert projects == {"651036": 1, "859111": 1, "672598": 1}
    folder = programme(tmp_path / "p", extracts[0])
    main.build(folder)
    made = amended(extracts[0], tmp_path / FIRST)
    (folder / "programme.toml").write_text(f'[[source]]\nid = "cordis"\npath = "{made.as_posix()}"\n', encoding="utf-8")
    result = main.build(folder, dry_run=True, listed=Listed(limit=20, file=tmp_path / "all.csv"))
    found = result.changes
    assert found
    told = {table: {k: n for k, n in counts(found, table).items() if k not in ("restated", "unchanged")} for table in (
        "project", "organisation", "participation", "allocation", "participation_amount"
    )}  # fmt: skip
    assert told == {
        # The one participant of 672598 is dropped, and with it the project, which no other table names.
        "project": {"gone": 1},
        "organisation": {"added": 1, "changed": 1, "gone": 1},
        "participation": {"added": 1, "gone": 1},
        "allocation": {"added": 1, "changed": 1, "gone": 1},
        # Net contribution and total cost of each.
        "participation_amount": {"added": 2, "gone": 2},
    }
    (allocated,) = [m for m in found.money if m.table == "allocation"]
    # 60 000.50 in place of 50 000; 1 000 of the partner; the 50 000 of the dropped one.
    assert (allocated.changed, allocated.added, allocated.gone) == (1_000_050, 100_000, 5_000_000)
    first = found.lines[0]
    assert (first.kind, first.column, first.before, first.after) == ("changed", "amount", "50000.00", "60000.50")
    renamed = [d for d in found.lines if d.table == "organisation" and d.kind == "changed"]
    assert [(d.key, d.before, d.after) for d in renamed] == [
        ("pic-930078002", "OPTIQGAIN LTD", "OPTIQGAIN RENAMED LTD")
    ]
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file)) == found.n_lines

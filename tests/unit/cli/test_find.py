"""`benchside corpus find` takes a programme's marks from its build."""

import json

import pytest

from benchside.corpus.finding import find_in
from benchside.errors import UsageError
from benchside.main import marks_of

WORLD = """
    programme
    programme_id | name
    IMI1         | Innovative Medicines Initiative 1

    project
    project_id | programme_id | grant_number
    btcure     | IMI1         | 115142
    plain      | IMI1         |

    work
    work_id | doi          | title          | published_on
    w1      | 10.1000/told | A reported one | 2014
    w2      | 10.1000/seen | A searched one | 2014

    project_work
    project_id | work_id | found_by
    plain      | w1      | reported
    plain      | w2      | full_text
"""


def test_grant_numbers_names_and_reported_works_are_the_marks(world, tmp_path):
    marks = marks_of(world(WORLD).build, ("IMI",), ("F1",), "plain")
    assert marks.grants == (("btcure", "115142"),)
    assert marks.names == ("IMI", "Innovative Medicines Initiative 1", "IMI1")
    assert [(m["project_id"], m["doi"], m["year"]) for m in marks.reported] == [("plain", "10.1000/told", 2014)]
    works = [
        {"id": "W1", "grants": [{"funder_display_name": "IMI", "award_id": "115142"}]},
        {"id": "W2", "doi": "https://doi.org/10.1000/TOLD"},
        {"id": "W3", "doi": "https://doi.org/10.1000/seen"},
        {"id": "W4", "grants": [{"funder": "https://openalex.org/F1"}]},
    ]
    (tmp_path / "w.jsonl").write_text("\n".join(map(json.dumps, works)), encoding="utf-8")
    find_in(tmp_path / "w.jsonl", tmp_path / "c.csv", marks)
    rows = (tmp_path / "c.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[:4] for row in rows] == [
        ["btcure", "W1", "grant_number", "award_number"],
        ["plain", "W2", "doi", "reported_doi"],
        ["plain", "W4", "funder", "funder_id"],
    ]


def test_a_funder_needs_a_project_where_there_are_several(world):
    build = world(WORLD).build
    with pytest.raises(UsageError, match="Say with --project"):
        marks_of(build, (), ("F1",), None)
    with pytest.raises(UsageError, match=r"Unknown project 'btcura'\. Did you mean 'btcure'"):
        marks_of(build, (), (), "btcura")

"""Fact sheets beside the register: a project that both tell of has the published money, and one list of partners."""

import csv
import gzip
from collections import Counter
from decimal import Decimal

import pytest

from benchside import main

SETTINGS = """
name = "Fact sheets beside the register"
as_of = "2021-10-19"

[[source]]
id = "cordis"
path = "{cordis}"
as_of = "2021-10-19"

[[source]]
id = "imi_factsheets"
path = "{sheets}"
"""


@pytest.fixture(scope="module")
def both(shared, tmp_path_factory):
    cordis = shared / "data/cordis/h2020_participations_2021"
    sheets = shared / "data/imi_factsheets/IMIPROJECTS_no_contacts.csv"
    if not (cordis.is_dir() and sheets.exists()):
        pytest.skip("the fact sheets or the participations of 2021 are not in the folder of real data")
    folder = tmp_path_factory.mktemp("both")
    (folder / "programme.toml").write_text(SETTINGS.format(cordis=cordis, sheets=sheets), encoding="utf-8")
    main.build(folder)
    with gzip.open(cordis / "h2020.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with main.open_desk(folder).build as build:
        joined = build.fetch(build.history("project_cluster"))
        yield main.open_desk(folder), {j["cluster_id"] for j in joined}, {j["project_id"] for j in joined}, rows


def test_the_53_projects_of_imi2_are_joined_and_stand_as_in_the_register(both):
    _, standing, sheets, _ = both
    assert len(standing) == len(sheets) == 53


def test_public_money_is_what_the_sheets_print_and_the_register_for_all_others(both):
    desk, standing, _, rows = both
    most = {f"rcn-{r['rcn']}": Decimal(r["max_contribution"]) for r in rows}
    # The sheets print 965 713 338 for IMI1 and 622 894 308 for IMI2; the register's word on those 53 is set aside.
    alone = sum(amount for project, amount in most.items() if project not in standing)
    assert desk.one("public_funding").value == float(965_713_338 + 622_894_308 + alone)


def test_partners_are_those_of_the_register_and_of_projects_that_it_does_not_know(both):
    desk, _, sheets, rows = both
    with main.open_desk(desk.build.folder.parents[2]).build as build:
        listed = build.fetch(build.history("participation").select("project_id", "source"))
    by_source = Counter(p["source"] for p in listed if p["project_id"] not in sheets)
    assert by_source["cordis"] == len(rows) == 144_726
    not_begun = sum(r["start_date"] != "NA" and r["start_date"] > desk.build.as_of for r in rows)
    assert desk.one("teams").value == by_source["cordis"] - not_begun + by_source["imi_factsheets"]

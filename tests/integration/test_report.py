"""The report of the example programme, written whole from its records."""

import re
from pathlib import Path

import pytest

from benchside import main
from benchside.reports.writers.html import write
from benchside.settings import read_programme
from tests.unit.reports.crawling import dead_links, pages

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "imi"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("imi")
    (folder / "records").symlink_to(EXAMPLE / "records")
    (folder / "programme.toml").write_bytes((EXAMPLE / "programme.toml").read_bytes())
    main.build(folder)
    desk = main.open_desk(folder)
    write(desk, read_programme(folder), [], folder / "report")
    desk.build.close()
    return folder / "report"


def words_of(path: Path) -> str:
    text = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
    return re.sub(r"[\s\u202f\u00a0]+", " ", text)


@pytest.mark.slow
def test_every_link_of_the_example_leads_somewhere(site):
    assert dead_links(site, pages(site)) == []


@pytest.mark.slow
def test_the_four_areas_of_one_project_show_the_printed_amounts(site):
    # The slides of June 2016 print these four sums; each area holds one project.
    for area, amount, project in (
        ("geriatrics", "€47 453 831", "SPRINTT"),
        ("drug-kinetics", "€18 118 248", "K4DD"),
        ("drug-delivery", "€21 336 248", "ORBITO"),
        ("relative-effectiveness", "€14 910 397", "GETREAL"),
    ):
        text = words_of(site / "areas" / f"{area}.html")
        assert amount in text, area
        assert project.lower() in text.lower(), area
        assert "no independent proof" in text, area


@pytest.mark.slow
def test_undated_versions_are_marked_in_the_fact_sheet(site):
    text = words_of(site / "projects" / "u-biopred.html")
    # The undated fact sheet prints 8 867 221 + 14 574 652 + 2 059 453 = 25 501 326.
    assert "undated in no figure" in text
    assert "€25 501 326" in text


@pytest.mark.slow
def test_a_partial_count_and_the_printed_number_stand_together(site):
    text = words_of(site / "index.html")
    found = re.search(r"Biomarkers and patient subtypes: (.{0,200})", text)
    assert found
    assert "460+" in found[1]

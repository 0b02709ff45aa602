"""The report on publications: of a made programme, of one without a single work, and of a real one."""

import csv
import os
import re
from pathlib import Path

import pytest

from benchside import main
from benchside.reports.edition import Edition, Masthead, own_programme
from benchside.reports.template import read_template
from benchside.reports.writers.checking import printer
from benchside.reports.writers.pages import report
from benchside.reports.writers.site import Site
from tests.integration.made_papers import drawing
from tests.spec.drawing import build_world
from tests.unit.reports.crawling import dead_links, pages

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BENCHSIDE_SHARED") or ROOT.parent / "shared")
HAKAI = SHARED / "data" / "openalex" / "hakai_2026"


def text_of(html: str) -> str:
    return re.sub(r"[\s\u202f\u00a0]+", " ", re.sub(r"<[^>]+>", " ", html.replace("&nbsp;", " ")))


def section(html: str, heading: str) -> str:
    """What stands under a second-level heading."""
    return html.split(f'id="{heading}"')[1].split("<h2")[0]


def row(html: str, label: str) -> str:
    """The first table row of a label."""
    return next(r for r in re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if f">{label}<" in r)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "world"
    build_world(folder, drawing(), name="Made programme").build.close()
    return folder


@pytest.fixture(scope="module")
def index(world):
    return first_page(world)


@pytest.fixture(scope="module")
def site(world):
    main.report(world, world.parent / "out", template="science")
    return world.parent / "out"


def first_page(world: Path) -> str:
    """The first page alone, because the pages of all figures take long to write."""
    desk = main.open_desk(world)
    with desk.build:
        edition = Edition(desk, Masthead("Made programme", "", ""), own_programme(desk), [], world / "none")
        site = Site(edition, world.parent / "first", "science", printer(edition))
        report.write(site, read_template("science"))
    return (site.folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_site_is_whole(site):
    found = pages(site)
    assert dead_links(site, found) == []
    for page in found:
        assert page.count("table") == page.count("caption"), page.path.name
        assert all("scope" in attrs for tag, attrs in page.tags if tag == "th"), page.path.name
        assert len(page.ids) == len(set(page.ids)), page.path.name


def test_the_mean_stands_with_its_companions_number_and_database(index):
    text = text_of(section(index, "is-the-work-well-cited"))
    # 58 papers are old enough: 17 × 1 + 16 × 2 + 30 + 16 × 0.5 + 5 × 0 + 3 × 4 = 99, and 99 / 58 = 1.707.
    assert re.search(r"Mean normalised impact: 1\.71 .*?n = 58", text)
    # In order: five 0, sixteen 0.5, seventeen 1: the 29th and the 30th are 1.
    assert "Median normalised impact: 1.00" in text
    # The hundredth part of 58 papers is 0.58 of the one of 30: (99 - 0.58 × 30) / 57.42 = 81.6 / 57.42.
    assert "Mean without the top 1 %: 1.42" in text
    # Sixteen of 2, one of 30 and three of 4: 20 of 58.
    assert "Share in the world's top 10 %: 34.5 %" in text
    assert "Share not cited: 8.6 %" in text  # 5 of 58
    assert "Scored by Ours (Made 2020), citations up to 2020-06-30." in text
    assert "20 of 58 papers (34 %) are cited above the world average" in text


def test_precision_and_recall_are_printed(index):
    text = text_of(section(index, "how-these-figures-were-made"))
    # 57 of the 60 attributed papers belong, and 57 of the 60 that belong are attributed.
    assert "Precision: 95.0 %" in text
    assert "Recall: 95.0 %" in text
    assert "grant number acknowledged 60 60 57" in text
    assert "made labeller (66 labels)" in text


def test_projects_stand_by_name_in_a_table_for_each_call(index):
    part = section(index, "project-by-project")
    captions = re.findall(r"<caption>(.*?)</caption>", part)
    assert [c for c in captions if c.startswith("Call")] == ["Call 1", "Call 2"] * 2
    table = part.split("<caption>Call 1")[1].split("</table>")[0]
    assert re.findall(r"<tr><th scope=\"row\"><a[^>]*>(.*?)</a>", table) == ["ALPHA", "BETA"]
    # alpha: (17 + 32 + 30) / 34 = 2.324; beta: 0.5, of 16 papers only.
    assert '<td class="num">2.32' in row(table, "ALPHA")
    assert '<td class="num few">0.50' in row(table, "BETA")
    assert "rests on few papers" in row(table, "BETA")


def test_a_few_papers_are_grey_whichever_their_value(index):
    part = section(index, "project-by-project").split("<caption>Call 2")[1].split("</table>")[0]
    # gamma: five of 0 and three of 4 are old enough, 12 / 8 = 1.5; its two papers of 90 are not.
    assert '<td class="num few">1.50' in row(part, "GAMMA")


def test_groups_stand_beside_the_programme(index):
    part = section(index, "beside-other-groups").replace("\u00a0", " ")
    assert '<td class="num">1.71' in row(part, "This programme (n = 58)")
    assert '<td class="num">1.00' in row(part, "EU-28 (n = 40)")
    assert '<td class="num">1.50' in row(part, "Another funder (n = 40)")
    assert "The programme's mean of 1.71 lies " in part.replace("&#39;", "'")
    assert text_of(row(part.split("Comparison groups</caption>")[1], "EU-28")).split()[-2:] == ["000", "40"]


def test_journals_are_names_with_papers_and_citations(index):
    part = section(index, "in-which-journals")
    # Every third of sixty papers is in the second journal.
    assert text_of(row(part, "First Journal")).split()[2] == "40"
    assert "&lt;b&gt;Second&lt;/b&gt; Journal" in part


def test_years_and_calls_are_crossed(index):
    part = section(index, "how-much-is-published").split("by year and call</caption>")[1]
    assert text_of(row(part, "2020")).split() == ["2020", "–", "2", "2"]


@pytest.mark.slow
def test_every_chart_of_the_template_is_drawn(site):
    asked = {a.id for line in read_template("science").lines for a in line.asked if a.kind == "chart"}
    assert asked <= {p.stem for p in (site / "charts").glob("*.svg")}


@pytest.mark.slow
def test_a_figure_page_names_what_it_must_be_read_with(site):
    text = text_of((site / "figures" / "mncs.html").read_text(encoding="utf-8"))
    assert "To be read with Median normalised citation impact 1.00" in text


def test_a_programme_without_a_work_says_calmly_why(tmp_path):
    world = "programme\nprogramme_id | name\nbare | Bare programme\n\nproject\nproject_id | programme_id\np | bare"
    build_world(tmp_path / "bare", world).build.close()
    index = first_page(tmp_path / "bare")
    body = index.split("<article")[1].split("</article>")[0]
    assert "<svg" not in body
    assert "<table" not in body
    for heading in (
        "in-which-journals",
        "is-the-work-well-cited",
        "project-by-project",
        "beside-other-groups",
        "open-access",
    ):
        assert "nothing is recorded of the type" in text_of(section(index, heading)), heading
    assert "“score of a publication”" in text_of(section(index, "is-the-work-well-cited"))


@pytest.mark.slow
@pytest.mark.skipif(not HAKAI.is_dir(), reason="the folder shared/data/openalex/hakai_2026 is not beside the project")
def test_the_report_of_a_real_programme_prints_its_precision(tmp_path):
    works = tmp_path / "hakai" / "works"
    works.mkdir(parents=True)
    for name in ("works.parquet", "candidates.csv", "verification.csv"):
        (works / name).symlink_to(HAKAI / name)
    (tmp_path / "hakai" / "programme.toml").write_text(SETTINGS, encoding="utf-8")
    main.build(tmp_path / "hakai")
    index = main.report(tmp_path / "hakai", tmp_path / "out", template="science").read_text(encoding="utf-8")
    with (HAKAI / "verification.csv").open(encoding="utf-8", newline="") as file:
        labels = [r["label"] for r in csv.DictReader(file)]
    share = labels.count("include") / (labels.count("include") + labels.count("exclude"))
    assert f"Precision: {share:.1%}".replace("%", " %") in text_of(index)
    for id in ("mncs", "median_ncs", "top10_share", "top1_share"):
        assert f'figures/{id}.html"' in section(index, "is-the-work-well-cited"), id
    assert dead_links(tmp_path / "out", pages(tmp_path / "out")) == []


SETTINGS = """
name = "Hakai Institute"
[[source]]
id = "openalex_programme"
path = "works"
project = "hakai"
acronym = "Hakai"
title = "Hakai Institute"
programme = "tula"
programme_name = "Tula Foundation"
counted_on = "2026-06"
labeller = "language model"
"""

"""The written site: links, landmarks, hostile names, fact sheets, and an empty programme."""

import csv
import json
import re

import pytest

from benchside import main
from benchside.errors import InputError
from benchside.figures.check import Checked
from benchside.reports.writers.html import write
from benchside.reports.writers.site import file_name
from tests.spec.drawing import build_world
from tests.unit.reports.crawling import dead_links, pages

SETTINGS = {"name": "Bench <b>& Co", "publisher": "Nobody", "contact": "ask@example.org"}

WORLD = """
programme
programme_id | name
P1 | First programme

project
project_id | acronym | title | programme_id | start_on | end_on | grant_number
alpha | <script>alert(1)</script> | A "quoted" & hostile title | P1 | 2010-01-01 | 2014-12-31 | 115303
beta | BETA | Plain | P1 | 2012-01-01 | 2016-12-31 | 115304

organisation
organisation_id | name | country
o-a | <img src=x onerror=alert(1)> | DE
o-b | **not bold** | FR

participation
participation_id | project_id | organisation_id | partner_group
q1 | alpha | o-a | academic
q2 | alpha | o-b | sme
q3 | beta | o-b | sme

contribution
contribution_id | project_id | payer | form | amount | currency | state | precision | valid_on
c1 | alpha | eu | grant | 100 | EUR | as_published | exact | 2014-01-01
c2 | alpha | industry | in_kind | 250.50 | EUR | as_published | exact | 2014-01-01
c3 | alpha | eu | grant | 90 | EUR | as_published | exact |

asset
asset_id | project_id | name | kind
a1 | alpha | "><script>x()</script> | biomarker

stage_event
asset_id | stage | reached_on
a1 | candidate | 2011
a1 | validated | 2013

link
link_id | from_type | from_id | to_type | to_id | relation | claim | stated_by
l1 | contribution | c1 | project | alpha | funded | not_stated | benchside
l2 | project | alpha | asset | a1 | produced | not_stated | funder

story
story_id | title | project_id | tile | summary
s1 | <i>Story</i> | alpha | industry_use | Told & done.

story_link
story_id | position | link_id
s1 | 1 | l1
s1 | 2 | l2

document
document_key | title | url
d1 | A document | javascript:alert(1)

published_figure
published_figure_id | quotation | indicator | scope | comparator | value | unit | printed | as_of | document_id
f1 | more than 4 teams | teams | programme=P1 | gt | 4 | teams | more than 4 | 2014-12-31 | d1
"""

CHECKED = Checked(
    "f1",
    "d1",
    "more than 4 <teams>",
    "teams",
    "programme=P1",
    "2014-12-31",
    "gt",
    4,
    3,
    -1,
    "differs",
    "one is <missing>",
    "",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with build_world(folder / "world", WORLD).build as _:
        pass
    desk = main.open_desk(folder / "world")
    write(desk, SETTINGS, [CHECKED], folder / "out")
    desk.build.close()
    return folder / "out"


@pytest.fixture(scope="module")
def found(site):
    return pages(site)


def test_every_link_inside_the_site_leads_somewhere(site, found):
    assert dead_links(site, found) == []


def test_every_page_can_be_found_one_s_way_in(found):
    for page in found:
        where = page.path.name
        assert [page.count(t) for t in ("h1", "main", "header", "footer")] == [1, 1, 1, 1], where
        assert page.tags.index(("title", {})) < page.tags.index(("body", {})), where
        assert page.count("nav") >= 1, where
        assert ("html", {"lang": "en-GB"}) in page.tags, where
        assert page.links[0] == "#main", where
        assert len(page.ids) == len(set(page.ids)), where


def test_every_table_has_a_caption_and_scoped_headings(found):
    for page in found:
        assert page.count("table") == page.count("caption"), page.path.name
        assert all("scope" in attrs for tag, attrs in page.tags if tag == "th"), page.path.name


def test_nothing_is_fetched_from_outside_and_nothing_runs(found):
    for page in found:
        assert not [r for r in page.resources if "//" in r], page.path.name
        assert page.count("script") == 0, page.path.name
        assert not [a for _, attrs in page.tags for a in attrs if a.startswith("on")], page.path.name
        assert not [link for link in page.links if link.startswith("javascript:")], page.path.name


def test_hostile_names_are_shown_as_text(found):
    sheet = next(p for p in found if p.path.name == "alpha.html")
    assert "<script>alert(1)</script>" in sheet.text
    assert "<img src=x onerror=alert(1)>" in sheet.text
    assert "**not bold**" in sheet.text
    report = next(p for p in found if p.path.name == "index.html" and "report" in str(p.tags))
    assert "Bench <b>& Co" in report.text


def test_every_number_of_the_report_leads_to_its_figure(site):
    text = (site / "index.html").read_text(encoding="utf-8")
    numbers = re.findall(r'<span class="fig">(.*?)</span>|<p class="value">(.*?)</p>', text)
    assert numbers
    assert all(re.match(r'<a href="figures/[a-z0-9_]+\.html"', first or second) for first, second in numbers)


def test_a_partial_count_stands_beside_the_published_one(site):
    text = re.sub(r"<[^>]+>", "", (site / "figures" / "teams.html").read_text(encoding="utf-8"))
    assert "more than 4 teams" in text
    assert "differs" in text


def test_a_fact_sheet_keeps_the_order_of_the_field(site):
    text = (site / "projects" / "alpha.html").read_text(encoding="utf-8")
    order = ["<h1>", 'class="badge"', "<dt>Start", "<dt>End", "<dt>Call", "<dt>Grant agreement", "<dt>Type of action",
             "<h2>Contributions", "<h2>Participants", "<h2>Assets", "<h2>Links", "<h2>Publications", "<h2>Stories"]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_an_undated_amount_is_marked_and_stands_last(site):
    text = re.sub(r"<[^>]+>", " ", (site / "projects" / "alpha.html").read_text(encoding="utf-8"))
    money = text[text.index("Amounts by version") : text.index("Participants")]
    # 100 + 250.50 at the dated version; the undated one shows 90 and no more.
    assert money.index("€350.50") < money.index("undated") < money.index("€90")


def test_a_story_shows_its_arrows_in_order_with_who_states_them(site):
    text = (site / "stories" / "s1.html").read_text(encoding="utf-8")
    chain = re.sub(r"<[^>]+>", " ", text[text.index('<ol class="chain">') : text.index("</ol>")])
    assert (
        chain.index("funded")
        < chain.index("Read off the records")
        < chain.index("produced")
        < chain.index("Stated by the funder")
    )


def test_the_rows_of_a_figure_add_up_to_it(site):
    with (site / "figures" / "teams.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    figure = json.loads((site / "figures" / "teams.json").read_text(encoding="utf-8"))
    # Three participations are drawn.
    assert sum(int(r["num"]) for r in rows) == figure["value"] == 3


def test_the_check_is_shown_with_its_cause(site):
    text = (site / "reconcile.html").read_text(encoding="utf-8")
    assert "one is &lt;missing&gt;" in text
    assert "more than 4 &lt;teams&gt;" in text


def test_a_key_that_is_no_file_name_gets_one():
    assert file_name("safe-t") == "safe-t"
    assert re.fullmatch(r"[a-z0-9-]+", file_name("../../Etc/Passwd"))
    assert file_name("Alpha") != file_name("alpha")
    assert file_name("index") != "index"


def test_an_empty_programme_has_a_site_without_numbers(tmp_path):
    folder = tmp_path / "empty"
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "programme.csv").write_text("programme_id,name\n", encoding="utf-8")
    (folder / "programme.toml").write_text('[[source]]\nid = "workbook"\npath = "records"\n', encoding="utf-8")
    main.build(folder)
    desk = main.open_desk(folder)
    index = write(desk, {}, [], tmp_path / "out")
    desk.build.close()
    found = pages(tmp_path / "out")
    assert dead_links(tmp_path / "out", found) == []
    assert "No record and no published statement supports this part yet." in index.read_text(encoding="utf-8")
    assert 'class="fig"' not in index.read_text(encoding="utf-8")


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="holds files that are not a report of Benchside"):
        write(None, {}, [], tmp_path)
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"

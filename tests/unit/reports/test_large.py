"""What a page of many records shows: the latest years, the largest rows, units beside numbers, and why there is no picture."""

import re
from types import SimpleNamespace

import pytest

from benchside import main
from benchside.figures.explain import Explained
from benchside.indicators.catalogue import indicator
from benchside.reports import sheets, units
from benchside.reports.edition import Edition, masthead
from benchside.reports.filling import fill
from benchside.reports.template import parse_template
from benchside.reports.writers.checking import printer
from benchside.reports.writers.directives import MOST_ROWS, Directives
from benchside.reports.writers.pages import figures
from benchside.reports.writers.pages.report import rendered
from benchside.reports.writers.site import Site
from tests.spec.drawing import build_world

YEARS = range(1991, 2016)
WORLD = """
programme
programme_id | name
P1 | First programme

project
project_id | acronym | programme_id | start_on | end_on
alpha | ALPHA | P1 | 2010-01-01 | 2014-12-31
beta | BETA | P1 | 2012-01-01 | 2016-12-31

participation
participation_id | project_id | organisation_id | partner_group
q1 | alpha | o-a | academic
q2 | alpha | o-b | unknown
q3 | beta | o-a | academic

contribution
contribution_id | project_id | payer | form | amount | currency | state | precision | valid_on
c1 | alpha | eu | grant | 100.25 | EUR | as_published | exact | 2014-01-01
c2 | beta | eu | grant | 70 | EUR | as_published | exact | 2014-01-01
c3 | beta | national | grant | 12345678901 | GBP | registry | exact | 2014-01-01

allocation
project_id | participation_id | amount | currency | state | precision | valid_on
alpha | q1 | 60 | EUR | as_published | exact | 2014-01-01
beta | q3 | 50 | EUR | as_published | exact | 2014-01-01

asset
asset_id | project_id | name | kind
a1 | alpha | A | tool
a2 | alpha | B | tool

work
work_id | title | published_on
""" + "".join(f"w{year} | Work of {year} | {year}\n" for year in YEARS) + """wx | Work of no year |

project_work
project_id | work_id
""" + "".join(f"alpha | w{year}\n" for year in YEARS) + "alpha | wx\n"  # fmt: skip


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    with build_world(folder / "world", WORLD).build as _:
        pass
    desk = main.open_desk(folder / "world")
    yield Edition(desk, masthead({"name": "Made"}), {"programme": ["P1"]}, [], folder / "out")
    desk.build.close()


def page(edition, text):
    site = Site(edition, edition.folder, "made", printer(edition))
    directives = Directives(site)
    html = rendered(fill(parse_template(text, "made.md"), edition, directives.write, directives.explain))[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_of_many_years_the_latest_are_shown_and_those_without_a_year(edition):
    text = page(edition, "{{table:publications||year}}")
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)]
    # Of 25 years and one row without there is room for 18 rows: the years from 2015 back to 1999, and the last.
    assert MOST_ROWS == 18
    assert years == list(range(1999, 2016))
    assert "not said" in text
    assert "8 earlier years not shown here" in text


def test_a_number_bears_its_unit_where_neither_it_nor_its_title_does(edition):
    assert "12 345 678 901 pounds" in page(edition, "{{tile:national_funding}}").replace("\u202f", " ")
    euro = page(edition, "{{tile:undivided_funding}}").replace("\u202f", " ")
    # 100.25 - 60 of alpha and 70 - 50 of beta.
    assert "60.25 euro" in euro
    assert "euro" not in page(edition, "{{tile:undivided_funding||euro}}")
    assert "pounds" not in page(edition, "{{tile:projects}}")
    assert [units.beside(name) for name in ("project_time_to_use", "public_funding", "funding_gaps")] == [
        "years",
        "",
        "euro",
    ]


def test_a_long_number_is_one_word_of_smaller_type(edition):
    site = Site(edition, edition.folder, "made", printer(edition))
    written = {
        name: Directives(site).write(parse_template(f"{{{{tile:{name}}}}}", "m.md").lines[0].asked[0])
        for name in ("national_funding", "projects")
    }
    assert 'class="value long"' in (written["national_funding"] or "")
    assert 'class="value"' in (written["projects"] or "")


def test_a_crossed_table_keeps_the_largest_rows_in_their_order(edition, monkeypatch):
    text = page(edition, "{{cross:funding_gaps||project|kind}}")
    assert "ALPHA" in text
    assert "BETA" in text
    assert "not shown" not in text
    monkeypatch.setattr(sheets, "MOST_CROSSED", 1)
    text = page(edition, "{{cross:funding_gaps||project|kind}}")
    # The gap of alpha is 40.25, that of beta 20.
    assert "40.25" in text
    assert "BETA" not in text
    assert "1 more row with smaller numbers not shown here" in text


def test_a_picture_that_is_not_there_says_what_the_records_do_not_tell(edition):
    areas = page(edition, "## Areas\n\n! {{chart:sectors_by_area}}")
    # Teams are there, of a university and of somebody of whom no group is said; no area is.
    assert (
        "No picture of “Teams”: the records that are there tell one partner group alone and no scientific area."
        in areas
    )
    users = page(edition, "## Users\n\n! {{chart:uses_by_group}}")
    assert "nothing is recorded of the type" in users


def test_a_note_says_what_it_speaks_of(edition, monkeypatch):
    figure = edition.one("assets")
    monkeypatch.setattr(
        edition, "one", lambda *asked: SimpleNamespace(title=figure.title, notes=("one record of 2 is all", "and more"))
    )
    assert page(edition, "{{notes:assets}}") == "Assets: one record of 2 is all. And more."


def test_many_rows_stand_in_the_csv_alone(edition, monkeypatch):
    opened = edition.opened("publications")
    assert isinstance(opened, Explained)
    assert len(figures._as_json(opened)["rows"]) == len(YEARS) + 1
    monkeypatch.setattr(figures, "MOST_IN_JSON", len(YEARS))
    found = figures._as_json(opened)
    assert (found["rows"], found["rows_in"], found["value"]) == (None, "publications.csv", len(YEARS) + 1)


def test_a_number_is_printed_without_a_row_and_its_page_opens_the_same_figure(edition, monkeypatch):
    fresh = Edition(edition.desk, edition.masthead, edition.scope, [], edition.folder)
    with monkeypatch.context() as patched:
        patched.setattr(type(edition.desk), "rows", lambda *asked: pytest.fail("a row was read"))
        figure = fresh.one("teams")
    assert figure.value == 3
    assert fresh.opened("teams").figure is figure
    assert len(fresh.opened("teams").rows) == 3


def test_rows_are_let_go_once_their_page_is_written_and_the_figure_stays(edition):
    value = edition.opened("teams").figure.value
    assert edition.opened("teams").rows
    edition.let_go("teams")
    assert edition.opened("teams").rows == []
    assert edition.one("teams").value == value


def test_a_scope_is_said_in_names(edition):
    site = Site(edition, edition.folder, "made", printer(edition))
    assert site.scope_said("programme=P1") == "First programme"
    assert site.scope_said("") == "everything recorded"


def test_a_chart_names_its_figures_by_their_titles(edition):
    text = page(edition, "{{chart:outputs_by_kind}}")
    assert f"Figures: {indicator('assets').title} ." in text

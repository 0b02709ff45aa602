"""The page of pathways and the pictures of stories: every arrow with its document, what was intended, gaps, hostile names."""

import pytest

from benchside.reports.edition import Edition, masthead
from benchside.reports.tracing import Tracing
from benchside.reports.writers.checking import printer
from benchside.reports.writers.pages import pathways, stories
from benchside.reports.writers.site import Site
from tests.spec.drawing import build_world

DRAWN = """
    project
    project_id | acronym
    ebo        | <script>EBO</script>

    contribution
    contribution_id | project_id | payer | amount | valid_on
    c1              | ebo        | eu    | 100    | 2014-01-01

    asset
    asset_id | project_id | name            | kind
    vaccine  | ebo        | A <i>vaccine</i> | medicine
    shelf    | ebo        | A model         | animal_model

    effect
    effect_id | description     | stage  | tile
    saved     | People are well | impact | medical_practice

    regulatory_procedure
    regulatory_procedure_id | title      | is_confidential
    secret                  | Secret step | yes

    document
    document_key | title
    D1           | A made & true report

    link
    link_id | from_type | from_id | to_type | to_id   | relation   | claim     | stated_by | grade      | document_id | locator
    l1      | project   | ebo     | asset   | vaccine | produced   | necessary | funder    | documented | D1          | p. 3
    l2      | asset     | vaccine | effect  | saved   | had_effect | not_stated | user     | claimed    | D1          | p. 4

    story
    story_id | title       | project_id | tile             | summary | document_id
    s1       | A vaccine's story | ebo  | medical_practice | Told.   | D1

    story_link
    story_id | position | link_id
    s1       | 1        | l1
    s1       | 2        | l2
"""

LOGIC = """
title: What was meant
nodes:
  - {id: work, stage: activity, title: Work, source: {reading: ours}, records: [{type: project}]}
  - {id: vaccines, stage: output, title: Vaccines, source: {document: D1}, indicators: [assets], records: [{type: asset}]}
  - {id: use, stage: use, title: Use, source: {reading: ours}, records: [{type: asset_use}]}
edges:
  - {from: work, to: vaccines, assumption: Research succeeds., source: {reading: ours}}
  - {from: vaccines, to: use, assumption: Somebody wants it., source: {document: D1, locator: p. 9}}
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "logic.yaml").write_text(LOGIC)
    desk = build_world(folder / "world", DRAWN)
    with desk.build:
        edition = Edition(desk, masthead({}), {}, [], folder)
        site, tracing = Site(edition, folder / "out", "made", printer(edition)), Tracing(edition, folder / "logic.yaml")
        pathways.write(site, tracing)
        stories.write(site, tracing)
    return folder / "out", site


def read(written, page):
    return (written[0] / page).read_text(encoding="utf-8")


def test_the_page_tells_shares_by_grade_stories_and_gaps(written):
    text = read(written, "pathways/index.html")
    # Two told arrows, one of each grade; three read off: money, and the two results' project less the one that a link tells.
    assert '<td class="num">1</td><td class="num">50.0\u202f%</td>' in text
    assert '<a href="../stories/s1.html">A vaccine&#39;s story</a>' in text
    assert "1 result without a use on record" in text
    assert "1 outcome or impact without a chain" in text
    assert "Told arrows that rest on a claim alone: 1<" in text
    assert "A &lt;i&gt;vaccine&lt;/i&gt; → People are well" in text


def test_what_was_intended_stands_with_its_assumptions_and_evidence(written):
    text = read(written, "pathways/index.html")
    assert "Evidence is found for 1 of 2 intended steps" in text
    assert "<td>Somebody wants it.</td>" in text
    assert "no evidence" in text
    assert '<a href="../figures/assets.html">assets</a>' in text
    assert "Told arrows that bear out no intended step: 1 (1 from asset to effect)." in text


def test_nothing_of_a_confidential_step_is_told(written):
    text = read(written, "pathways/index.html")
    assert "a confidential step" in text
    assert "Secret step" not in text


def test_a_story_is_drawn_and_its_arrows_open_to_their_document(written):
    text = read(written, "stories/s1.html")
    assert "<svg" in text
    assert text.count('href="../documents.html#') >= 2
    assert "p. 3" in text
    assert "<script>EBO" not in text
    assert "story-s1" in written[1].drawings


def test_a_programme_without_a_record_has_a_page(tmp_path):
    desk = build_world(tmp_path / "world", "programme\nprogramme_id | name\nP1 | Only")
    with desk.build:
        edition = Edition(desk, masthead({}), {}, [], tmp_path)
        site = Site(edition, tmp_path / "out", "made", printer(edition))
        pathways.write(site, Tracing(edition))
    text = (tmp_path / "out" / "pathways" / "index.html").read_text(encoding="utf-8")
    assert "No arrow is recorded yet." in text
    assert "The programme keeps no intended logic." in text
    assert "No story is recorded yet." in text

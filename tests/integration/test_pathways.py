"""The pathways of the example programme: every named story of the brochure is a chain whose arrows open to their source."""

import csv
import json
import re
import shutil
from collections import Counter

import pytest
from typer.testing import CliRunner

from benchside import main
from benchside.cli import app
from benchside.pathways.opened import open_arrow
from benchside.pathways.overview import overview
from benchside.pathways.paths import chain_behind
from benchside.pathways.shares import shares
from tests.conftest import ROOT

NAMED = {
    # What the brochure names → words of its sentence about it → the story that tells it.
    "Endocells": ("developed the first ever human beta cell lines", "endocells"),
    "Chemotargets": ("has a project-independent licencing agreement", "chemotargets"),
    "ICDD": ("is working on protein profiling of Alzheimer’s disease patients", "icdd"),
    "Taros Chemicals": ("is a key player in IMI’s European Lead Factory project", "taros"),
    "Firalis": ("increase from 6 to 50 employees", "firalis"),
    "Roslin Cells": ("has initiated a new spin out in UK", "roslin"),
    "Open PHACTS": ("has created a sustainable pay-to-use platform", "open-phacts-foundation"),
    "Cellular Phenomics & Oncology": ("is a spin-off from cancer project ONCOTRACK", "cellular-phenomics"),
    "PharmaTrain Federation": ("has created the PharmaTrain Federation", "pharmatrain-federation"),
    "SUMMIT": ("non-invasive ultrasound-based method", "summit-ultrasound"),
    "CHEM21": ("how to industrialise CHEM21’s process", "chem21-sanofi"),
    "SafeSciMET": ("has now commercialised 20 drug safety sciences courses", "safescimet"),
    "U-BIOPRED agent": ("has commercialised a provocative chemical agent", "u-biopred-agent"),
    "Neuroscience Technologies": ("have commercialised biomarkers discovered during the project", "neuroscience-technologies"),
    "Immunarray": ("has commercialised an ichip® antibody technology", "immunarray"),
    "Noldus": ("has commercialised new tools to test behaviours in mouse models", "noldus"),
    "PharmaTrain courses": ("Some 685 trainees have followed PharmaTrain courses", "pharmatrain-courses"),
    "EU2P": ("students are following EU2P’s flexible and fully e-learning programme", "eu2p"),
    "On-course": ("Information on 6 000+ courses is available", "on-course"),
    "LifeTrain": ("launched their new pan-European LifeTrain framework", "lifetrain"),
    "EUPATI": ("has developed a network of 1 000+ members from 53 countries", "eupati-network"),
    "U-BIOPRED patients": ("through a dedicated patient input platform", "u-biopred-patients"),
    "PROactive": ("is developing methods to incorporate the impact of chronic obstructive pulmonary disease", "proactive"),
    "Alzheimer Europe": ("is an active partner in the IMI projects", "alzheimer-europe"),
    "Autism Speaks": ("is contributing USD 1 million to its work", "autism-speaks"),
    "JDRF": ("has contributed to IMI’s IMIDIA and SUMMIT projects", "jdrf"),
    "New Drugs 4 Bad Bugs": ("represents an unprecedented partnership", "nd4bb"),
    "EBOVAC-Salone": ("the first emergency room at the local district hospital", "ebovac-salone"),
    "EU-AIMS network": ("set up a clinical research network in autism", "eu-aims-network"),
    "CLIN-Net": ("set up CLIN-Net, a pan-European clinical trial hospital network", "clin-net"),
    "PROTECT": ("established the open access European drug consumption database", "protect-database"),
    "GetReal": ("helping pharmaceutical companies take better decisions during drug development", "getreal"),
    "EU-AIMS concept paper": ("has been instrumental in the EMA concept paper", "eu-aims-concept-paper"),
    "WEB-RADR": ("has launched a smartphone app", "web-radr-app"),
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example") / "imi"
    shutil.copytree(ROOT / "examples" / "imi", folder, ignore=shutil.ignore_patterns(".benchside"))
    assert main.build(folder).refused == 0
    return folder


@pytest.fixture(scope="module")
def traced(folder):
    return main.pathways(folder)


@pytest.fixture(scope="module")
def found(traced):
    return traced[0]


@pytest.fixture(scope="module")
def told(found):
    return {s.story_id: s for s in overview(found).stories}


def plain(text: str) -> str:
    """A text in one line, with one sort of apostrophe."""
    return re.sub(r"\s+", " ", re.sub(r"-[ \t]*\n", "-", text)).replace("’", "'")


@pytest.fixture(scope="module")
def printed(shared):
    names = {"S010": "imi-added-value-brochure.txt", "S011": "open-innovation-slides.txt"}
    if not (shared / "seeds").is_dir():
        pytest.skip("the two documents of the example (seeds in the folder of real data) are not here")
    return {key: plain((shared / "seeds" / name).read_text(encoding="utf-8")) for key, name in names.items()}


@pytest.mark.parametrize("name", NAMED)
def test_every_named_story_of_the_brochure_is_a_chain_with_documents(name, found, told):
    story = told[NAMED[name][1]]
    assert story.arrows
    assert not story.missing
    for arrow in story.arrows:
        opened = open_arrow(found, arrow)
        assert opened["document"]["title"], arrow
        assert opened["grade"] in ("claimed", "documented", "independent", "registry")
        assert opened["stated_by"], arrow
    # The brochure itself is among the documents, or a link from elsewhere tells what the brochure tells.
    assert story.document_id == "S010"


def test_no_story_is_told_that_the_brochure_does_not_name(told):
    assert sorted(told) == sorted(key for _, key in NAMED.values())


def test_the_words_by_which_stories_are_named_stand_in_the_brochure(printed):
    missing = {name: words for name, (words, _) in NAMED.items() if plain(words) not in printed["S010"]}
    assert not missing


def test_what_links_quote_from_the_two_documents_stands_there(found, printed):
    checked = 0
    for row in found.arrows.to_pylist():
        quoted = re.findall(r'"([^"]+)"', row["locator"] or "")
        if row["basis"] == "link" and row["document_id"] in printed:
            assert quoted, row["arrow_id"]
            for words in quoted:
                assert plain(words) in printed[row["document_id"]], row["arrow_id"]
                assert len(words.split()) <= 12, row["arrow_id"]
                checked += 1
    assert checked > 60


def test_the_86_links_from_a_result_to_a_use_are_arrows(found, shared):
    facts = shared / "data" / "imi_facts" / "links.csv"
    if not facts.exists():
        pytest.skip("data/imi_facts/links.csv is not in the folder of real data")
    with facts.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    arrows = {a["arrow_id"]: a for a in found.arrows.to_pylist()}
    assert len(rows) == 86
    for number, row in enumerate(rows, 1):
        arrow = arrows[row.get("link_id") or f"L{number:03}"]
        assert arrow["document_id"] == row["source_id"]
        assert arrow["stated_by"]


def test_shares_of_arrows_by_grade_are_those_counted_by_hand(found):
    with (ROOT / "examples" / "imi" / "records" / "link.csv").open(encoding="utf-8", newline="") as lines:
        counted = Counter(row["grade"] for row in csv.DictReader(lines))
    grades = {g.grade: g for g in overview(found).grades}
    for grade, count in counted.items():
        assert grades[grade].told == count
        assert float(grades[grade].told_share) == pytest.approx(count / counted.total())
    assert sum(g.told_share for g in grades.values()) == 1


def test_the_emergency_room_of_kambia_has_three_projects_behind_it(found):
    chain = chain_behind(found, "effect:kambia-emergency-room")
    assert chain.target.stage == "impact"
    assert chain.has_input
    divided = shares(found, "effect:kambia-emergency-room")
    assert {s.project for s in divided} == {"ebovac1", "ebodac", "eboman"}
    assert sum(s.share for s in divided) == 1


def test_defects_of_the_example_are_dates_that_run_backwards_and_nothing_else(found):
    # The foundation of Open PHACTS was founded in 2012 and took over in 2016: the records tell both, and the arrow joins them so.
    defects = overview(found).defects
    assert {d.kind for d in defects} == {"backwards"}
    assert "L047-exploitation-event" in {a for d in defects for a in d.arrows}


def test_gaps_are_listed(found):
    gaps = overview(found).gaps
    assert {p.id for p in gaps.unexplained} >= {"award:brochure-award-1", "regulatory_procedure:O0049"}
    assert not gaps.unsourced
    linked = set(found.arrows["start"].to_pylist())
    assert all(p.stage == "output" for p in gaps.unused)
    assert "asset:O0039" not in {p.id for p in gaps.unused}
    assert any(p.id not in linked for p in gaps.unused)


def test_the_intended_logic_of_the_example_quotes_its_documents(traced, printed):
    _, laid = traced
    sources = [(n.id, n.source) for n in laid.logic.nodes] + [(e.start, e.source) for e in laid.logic.edges]
    for name, source in sources:
        assert bool(source.document) != bool(source.reading), name
        for words in re.findall(r'"([^"]+)"', source.locator):
            assert plain(words) in printed[source.document], name
            assert len(words.split()) <= 12, name


def test_evidence_is_found_for_most_intended_edges_and_missing_for_some(traced):
    _, laid = traced
    by = {(e.edge.start, e.edge.end): e for e in laid.edges}
    assert by["public-money", "collaboration"].arrows
    # Nobody on record says what learners did with what they learned.
    assert by["learners", "better-research"].best is None
    # EUPATI is carried on by EFOEUPATI: no edge of the logic leads from project to project.
    assert "O0083" in {a.arrow_id for a in laid.unintended}


def said(folder, *arguments, code=0):
    result = CliRunner().invoke(app, ["pathways", str(folder), *arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_the_command_tells_stories_gaps_and_the_intended_logic(folder):
    text = said(folder)
    assert "A human beta cell line becomes a product [endocells]" in text
    assert "Intended: The intended logic of IMI" in text
    assert "backwards: L047-exploitation-event runs backwards in time" in text
    story = said(folder, "endocells")
    assert "┄┄▶ led to; happened sooner; claimed; the funder; 2015-12-31; S010" in story


def test_the_command_gives_json(folder):
    whole = json.loads(said(folder, "--format", "json"))
    assert len(whole["stories"]) == len(NAMED)
    assert whole["intended"]["edges"][0]["best"] == "documented"
    behind = json.loads(said(folder, "effect:kambia-training", "--behind", "--format", "json"))
    assert set(behind) == {"record", "behind"}
    assert all(a["document"]["title"] for a in behind["behind"]["arrows"])
    reach = json.loads(said(folder, "O0039", "--reach", "--format", "json"))
    assert {"exploitation_event:endocells-commercial"} <= {p["id"] for p in reach["reach"]["places"]}
    gaps = json.loads(said(folder, "--gaps", "--format", "json"))
    assert {d["kind"] for d in gaps["defects"]} == {"backwards"}


def test_shares_by_money_add_up_and_print_their_measure(folder):
    # Public money of the three: 58 336 885, 20 328 856 and 1 023 325 euro.
    found = json.loads(said(folder, "effect:kambia-training", "--share", "money", "--format", "json"))
    assert found["shares"][0]["exact"] == "58336885/79689066"
    assert found["programmes"] == [{"programme": "IMI2", "effects": 1, "share": 1.0, "exact": "1"}]
    assert "By public funding." in said(folder, "effect:kambia-training", "--share", "money")


def test_what_is_unknown_or_unreadable_has_its_exit_code(folder, tmp_path):
    result = CliRunner().invoke(app, ["pathways", str(folder), "asset:O9999"])
    assert result.exception.exit_code == 2
    result = CliRunner().invoke(app, ["pathways", str(folder), "--logic", str(tmp_path / "none.yaml")])
    assert result.exception.exit_code == 3
    result = CliRunner().invoke(app, ["pathways", str(folder), "effect:kambia-training", "--share", "stated"])
    assert result.exception.exit_code == 1


def test_an_empty_programme_is_answered(tmp_path):
    main.new(tmp_path / "empty", as_csv=True)
    main.build(tmp_path / "empty")
    text = said(tmp_path / "empty")
    assert "No defect was found in the arrows." in text
    assert json.loads(said(tmp_path / "empty", "--format", "json"))["stories"] == []
    assert "Results without a use on record: 0" in said(tmp_path / "empty", "--gaps")
    assert json.loads(said(tmp_path / "empty", "--share", "equal", "--format", "json"))["shares"] == []

"""The commands network and partners, on a drawn programme."""

import json

import pytest
from typer.testing import CliRunner

from benchside.cli import app
from tests.spec.drawing import build_world

DRAWN = """
    project
    project_id | title                | start_on
    ebo        | Ebola vaccine trials | 2010-01-01
    ast        | Asthma inhalers      | 2012-01-01

    organisation
    organisation_id | name  | country
    uni             | Uni   | BE
    firm            | Firm  | FR
    lab             | Lab   | NL

    participation
    project_id | organisation_id | partner_group
    ebo        | uni             | academic
    ebo        | firm            | sme
    ast        | firm            | sme
    ast        | lab             | academic
"""


@pytest.fixture(scope="module")
def programme(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programme")
    build_world(folder, DRAWN).build.close()
    return str(folder)


def said(*arguments):
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_partners_lists_the_best_with_the_parts_of_its_score(programme):
    told = said("partners", programme, "A vaccine against Ebola", "--with", "lab")
    # firm: its Ebola project counts in full, and two projects at the average worth of two records, (1 + 0) / 2 each.
    assert told.splitlines()[0].startswith("  1. Firm (FR), sme, SME: ")
    assert "100.0  project: Ebola vaccine trials [ebo]" in told
    assert "100.0  took part in 2 projects of any subject" in told
    assert " 50.0  worked with Lab (1)" in told
    assert "  2. Uni (BE), academic, newcomer: " in told


def test_partners_as_json_adds_up(programme):
    found = json.loads(said("partners", programme, "Ebola", "--format", "json", "--reserved", "0"))
    assert [p["organisation_id"] for p in found] == ["firm", "uni", "lab"]
    assert all(abs(sum(part["amount"] for part in p["parts"]) - p["score"]) < 1e-9 for p in found)


def test_network_counts_pairs_and_newcomers(programme):
    told = said("network", programme)
    assert "3, 2, 4" in told
    # Two of three pairs: density 66.7 %. In 2012 lab is new, firm is not.
    assert "66.7%" in told
    assert "50.0%" in told


def test_network_at_a_date_sees_what_had_begun(programme):
    found = json.loads(said("network", programme, "--as-of", "2011-12-31", "--format", "json"))
    assert (found["organisations"], found["projects"]) == (2, 1)

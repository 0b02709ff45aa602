"""The catalogues that come with Benchside: whole, of the sizes their frameworks have, and speaking only of what the model knows."""

import tomllib

import pytest

from benchside.frameworks.catalogue import SEEN, UNVERIFIED
from benchside.frameworks.reading import read_catalogues, shipped
from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES
from tests.conftest import ROOT

FOUND = read_catalogues([shipped()], list(all_indicators()))

SIZES = {
    "imi_measures_of_success": 6, "imi2_kpis": 10, "horizon_europe_kip": 27, "ukri_outcomes": 19, "payback": 5, "tsbm": 30, "sdg": 17,
    "trl": 9, "translational_stages": 5,
}  # fmt: skip
"""framework → how many things it asks for, by its own publications."""


def grouped(name, level=0):
    counts = {}
    for entry in FOUND[name].entries:
        counts[entry.group[level]] = counts.get(entry.group[level], 0) + 1
    return counts


def test_there_are_nine_frameworks_of_the_sizes_they_have():
    assert {name: len(found.entries) for name, found in FOUND.items()} == SIZES


def test_the_thirty_benefits_stand_in_four_domains_and_nine_groups():
    assert list(grouped("tsbm").values()) == [9, 9, 6, 6]
    # Procedures 4 and tools 5; products 3, care 3, promotion 3; commercial 3, savings 3; advisory 3, policies 3.
    assert list(grouped("tsbm", 1).values()) == [4, 5, 3, 3, 3, 3, 3, 3, 3]


def test_each_of_nine_pathways_is_asked_in_three_terms():
    assert list(grouped("horizon_europe_kip").values()) == [3] * 9
    terms = [entry.title.partition(":")[0] for entry in FOUND["horizon_europe_kip"].entries]
    assert {term: terms.count(term) for term in terms} == {"Short term": 9, "Medium term": 9, "Long term": 9}


def test_every_kpi_names_an_indicator_and_a_target():
    assert [e.indicator.partition("_")[0] for e in FOUND["imi2_kpis"].entries] == [f"kpi{n}" for n in range(1, 11)]
    assert all(e.target and e.target_wording for e in FOUND["imi2_kpis"].entries)


def test_only_what_was_seen_says_so():
    # KPI 1 to 3 were seen in the public table; of the targets only that of KPI 2.
    seen = [e.code for e in FOUND["imi2_kpis"].entries if e.wording == SEEN]
    assert seen == ["KPI 1", "KPI 2", "KPI 3"]
    assert [e.code for e in FOUND["imi2_kpis"].entries if e.target_wording == SEEN] == ["KPI 2"]
    for name in ("tsbm", "horizon_europe_kip", "payback", "sdg", "trl", "translational_stages"):
        assert {e.wording for e in FOUND[name].entries} == {UNVERIFIED}


@pytest.mark.parametrize("name", FOUND)
def test_every_entry_says_what_it_would_need(name):
    for entry in FOUND[name].entries:
        assert entry.needs.endswith(".")
        assert entry.definition.endswith(".")


def test_every_tag_of_the_vocabulary_feeds_a_framework():
    used = {tag for f in FOUND.values() for e in f.entries for r in e.rules for tag in r.tags}
    assert used == set(CODES["outcome_tag"])


def test_one_tag_feeds_several_frameworks():
    feeds = {f.id for f in FOUND.values() for e in f.entries for r in e.rules if "clinical_guideline" in r.tags}
    assert feeds == {"payback", "translational_stages", "tsbm"}


def test_every_file_is_a_framework():
    assert {p.stem for p in shipped().iterdir()} == set(FOUND)
    for path in shipped().iterdir():
        assert tomllib.loads(path.read_text(encoding="utf-8"))["id"] == path.stem


def test_the_reference_lists_every_framework_with_its_size():
    page = (ROOT / "docs" / "reference" / "frameworks.md").read_text(encoding="utf-8")
    for found in FOUND.values():
        assert f"| `{found.id}` | {found.title} | {len(found.entries)}" in page


def test_the_example_of_the_how_to_is_right(tmp_path):
    page = (ROOT / "docs" / "how-to" / "add-a-framework.md").read_text(encoding="utf-8")
    lines = [
        line[4:] for line in page.splitlines() if line.startswith("    ") and not line.startswith("    our_funder.toml")
    ]
    (tmp_path / "our_funder.toml").write_text("\n".join(lines), encoding="utf-8")
    found = read_catalogues([tmp_path], list(all_indicators()))["our_funder"]
    assert [entry.code for entry in found.entries] == ["1a"]

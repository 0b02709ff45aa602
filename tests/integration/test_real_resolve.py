"""Participants of the fact sheets against CORDIS and ROR, judged by the labelled pairs; and made names of known truth."""

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from benchside.resolve.clusters import Clusters
from benchside.resolve.looks import looks
from benchside.resolve.records import Record
from benchside.resolve.resolution import resolve
from tests.integration import real_organisations as real

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "tests/fixtures/resolve/labelled_pairs.csv"
TODAY = "2026-11-22"


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def labelled():
    with LABELS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def resolved(shared):
    data = shared / "data"
    for name in (*real.CORDIS, *real.ROR, real.FACT_SHEETS):
        if not (data / name).exists():
            pytest.skip(f"{name} is not in the folder of real data")
    records = [*real.fact_sheets(data), *real.cordis(data), *real.ror(data)]
    return resolve(records, today=TODAY, registries=("ror", "cordis"))


def ids(pair):
    return f"{pair['left_source']}:{pair['left_id']}", f"{pair['right_source']}:{pair['right_id']}"


def measured(resolution, labelled, part, target=None):
    """Counts of (label, was it accepted?) over the pairs of a part."""
    accepted = {frozenset((d.left, d.right)) for d in resolution.decisions if d.outcome == "same"}
    pairs = [p for p in labelled if p["part"] == part and target in (None, p["right_source"])]
    return Counter((p["label"], frozenset(ids(p)) in accepted) for p in pairs)


def shares(counts):
    right, wrong, missed = counts["same", True], counts["different", True], counts["same", False]
    return right / (right + wrong), right / (right + missed)


def test_the_labelled_pairs_are_as_their_header_says(labelled):
    assert Counter(p["part"] for p in labelled) == {"tuning": 611, "test": 544, "blind": 155, "fresh": 160}
    assert {p["label"] for p in labelled} == {"same", "different", "unsure"}
    assert len({ids(p) for p in labelled}) == len(labelled)
    halves = defaultdict(set)
    for pair in labelled:
        halves[pair["left_id"]].add(pair["part"])
    assert all(len(parts) == 1 for parts in halves.values())


def test_names_are_right_where_they_are_accepted(resolved, labelled):
    precision, recall = shares(measured(resolved, labelled, "test"))
    assert precision >= 0.98
    # Below the 0.95 that is aimed at: names in two languages, and words left out or added, are left to a person.
    assert recall >= 0.93


def test_recall_is_higher_among_legal_entities_than_in_the_registry_of_research(resolved, labelled):
    assert shares(measured(resolved, labelled, "test", "cordis"))[1] >= 0.95
    assert shares(measured(resolved, labelled, "test", "ror"))[1] >= 0.90


def test_pairs_of_two_other_sources_are_right_too(resolved, labelled):
    precision, _ = shares(measured(resolved, labelled, "blind"))
    assert precision >= 0.98


def test_a_further_sample_agrees(resolved, labelled):
    precision, _ = shares(measured(resolved, labelled, "fresh"))
    assert precision >= 0.95  # hard cases weigh more in the sample than among all pairs: weighted, it is 0.99


def test_every_accepted_participant_is_among_the_labelled_pairs(resolved, labelled):
    known = {frozenset(ids(p)) for p in labelled}
    accepted = [
        (d.left, d.right) for d in resolved.decisions
        if d.outcome == "same" and d.left.startswith("imi") != d.right.startswith("imi") and frozenset((d.left, d.right)) not in known
    ]  # fmt: skip
    assert accepted == []


def test_what_is_left_is_offered_to_a_person_with_its_reasons(resolved):
    rows = looks(resolved, 50)
    assert len(rows) == 50
    assert all(sum(part.weight for part in row.parts) == pytest.approx(row.score, abs=0.01) for row in rows)
    assert all(row.reason for row in rows)


def test_every_record_is_in_one_cluster_and_no_cluster_holds_two_ror_ids(resolved):
    members = resolved.clusters.members()
    assert sum(map(len, members.values())) == len(resolved.clusters.of) > 50_000
    assert all(sum(record.startswith("ror:") for record in records) <= 1 for records in members.values())


def test_made_names_are_found_again(tmp_path):
    script = ROOT / "benchmarks/made_names.py"
    subprocess.run([sys.executable, str(script), "3000", "1000", str(tmp_path)], check=True)
    truth, records = {}, []
    for source in ("participations", "registry"):
        with (tmp_path / f"{source}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                record = Record(
                    source,
                    row["id"],
                    row["name"],
                    row["country"],
                    row["city"],
                    tuple(filter(None, [row["other_names"]])),
                )
                records.append(record)
                truth[record.id] = row["truth"]
    clusters = resolve(records, today=TODAY, registries=("registry",)).clusters
    put, right, present = _found_again(clusters, truth)
    assert right / put >= 0.98
    assert right / present >= 0.95


def _found_again(clusters: Clusters, truth: dict[str, str]) -> tuple[int, int, int]:
    registered = {truth[record] for record in truth if record.startswith("registry:")}
    put = right = present = 0
    for records in clusters.members().values():
        known = {truth[record] for record in records if record.startswith("registry:")}
        for record in records:
            if record.startswith("participations:"):
                put, right = put + bool(known), right + (truth[record] in known)
                present += truth[record] in registered
    return put, right, present

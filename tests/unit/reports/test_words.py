"""The words of a cut: from the list that its indicator's rows take the code from, and from no other."""

import pytest

from benchside.model.figure import Figure
from benchside.reports.words import cut_label


def figure(indicator: str, cut: str | None, label: str = "") -> Figure:
    return Figure(
        id=indicator, title="", unit="", scope={}, by="kind", cut=cut, as_of="2026-06-30", value=1, low=None, high=None, n=1,
        denominator=None, status="computed", coverage="complete", evidence_count=1, origins=[], build="b", label=label,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dimension", "indicator", "cut", "words"),
    [
        ("kind", "policy_citations", "review", "systematic or clinical review"),
        ("kind", "regulatory_procedures", "review", "review by the authority"),
        ("kind", "publications", "review", "review"),
        ("kind", "policy_citations", "other", "another policy document"),
        ("kind", "publications", "other", "another type"),
        ("kind", "assets", "other", "another result"),
        ("kind", "direct_jobs", "other", "another or not said"),
        ("kind", "reported_outcomes", "database", "research database or model"),
        ("kind", "assets", "database", "database or data set"),
        ("kind", "reported_products", "database", "database"),  # free text of the source
        ("kind", "policy_citations", "cohort", "cohort"),  # a code of another list
        ("state", "trials", "withdrawn", "never begun"),
        ("state", "regulatory_procedures", "withdrawn", "withdrawn"),
        ("stage", "stage_events", "withdrawn", "given up"),
        ("state", "trial_participants", "planned", "planned"),
        ("state", "commitments", "planned", "foreseen in the call, before a project existed"),
        ("group", "teams", "sme", "Small and medium-sized companies"),
        ("country", "teams", "DE", "Germany"),
        ("reach", "publications", "international", "Several countries"),
        ("year", "policy_citations", "2015", "2015"),
    ],
)
def test_a_code_is_told_in_the_words_of_its_own_list(dimension, indicator, cut, words):
    assert cut_label(dimension, figure(indicator, cut)) == words


def test_a_name_of_its_own_comes_before_any_list():
    assert cut_label("kind", figure("assets", "cohort", label="BIOMAP")) == "BIOMAP"


@pytest.mark.parametrize("cut", [None, "(none)"])
def test_what_bears_no_value_is_said_so(cut):
    assert cut_label("kind", figure("assets", cut)) == "not said"
    assert cut_label("journal", figure("publications", cut)) == "not in a journal, or not recorded"

"""The code list of a cut: the one that the model declares for the column from which the indicator takes its key."""

import pytest

from benchside.figures.key_codes import code_list
from benchside.figures.membership import possible
from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES


@pytest.mark.parametrize(
    ("dimension", "indicator", "codes"),
    [
        # A column as it is: policy_citation.kind, trial.status, regulatory_procedure.outcome, link.relation.
        ("kind", "policy_citations", "policy_citation_kind"),
        ("state", "trials", "trial_status"),
        ("state", "regulatory_procedures", "procedure_outcome"),
        ("kind", "links", "link_relation"),
        ("kind", "direct_jobs", "post_type"),
        ("kind", "publications", "work_type"),
        ("payer", "public_funding", "payer"),
        # Through a join: the kind is the asset's, the sector the user's.
        ("kind", "stage_events", "asset_kind"),
        ("sector", "asset_uses", "partner_group"),
        ("sector", "learners", "learner_sector"),
        ("sector", "reported_collaborations", "outcome_sector"),
        # One name, two lists: the stage of an asset and that of a reported product.
        ("stage", "stage_events", "asset_stage"),
        ("stage", "reported_products", "product_stage"),
        # The furthest stage is written by the program: nine words, which no other list has.
        ("stage", "assets", "asset_stage"),
        # Not borne by the rows: the members of the dimension say it.
        ("group", "teams", "partner_group"),
        ("role", "teams", "partner_role"),
        ("author_country", "publications", "country"),
        # Free text of a source, words that the program writes, nothing at all, and what is worked out.
        ("kind", "reported_products", ""),
        ("kind", "citations", ""),
        ("state", "trial_participants", ""),
        ("kind", "project_time_to_use", ""),
        ("year", "policy_citations", ""),
        ("project", "policy_citations", ""),
        ("reach", "publications", ""),
        # Not known.
        ("kind", "no_such_indicator", ""),
        ("no_such_dimension", "trials", ""),
    ],
)
def test_the_code_list_of_a_cut_is_that_of_the_column_it_is_taken_from(dimension, indicator, codes):
    assert code_list(dimension, indicator) == codes


@pytest.mark.parametrize("dimension", ["kind", "stage", "state", "sector"])
def test_every_indicators_key_can_be_followed_to_a_list_or_to_none(dimension):
    asked = [each.id for each in all_indicators().values() if dimension in possible(each)]
    assert len(asked) > 5
    assert {code_list(dimension, name) for name in asked} - {""} <= CODES.keys()

"""The stage of a record in a pathway, by its type and, for three types, by one of its codes.

The six stages follow the vocabulary of the European Commission (results, outcomes, impacts) with the use of a result between
output and outcome, because a use is what records can show first. Types that describe others (aliases, statuses, code lists) have none.
"""

from dataclasses import dataclass

import pyarrow as pa

from benchside.pathways.whole_columns import pc

STAGES = {
    "input": "Input",
    "activity": "Activity",
    "output": "Output",
    "use": "Use",
    "outcome": "Outcome",
    "impact": "Impact",
}
"""stage → its title, in the order of a pathway."""


@dataclass(frozen=True)
class ByCode:
    """The stage follows from a column; a code that is not listed, or none, has the stage `otherwise`."""

    column: str
    stages: dict[str, str]
    otherwise: str


_OUTCOMES = {
    "collaboration": "activity",
    "engagement": "activity",
    "product": "output",
    "intellectual_property": "output",
    "research_material": "output",
    "database": "output",
    "software": "output",
    "artistic": "output",
    "key_finding": "output",
    "further_funding": "outcome",
    "policy_influence": "outcome",
    "spin_out": "outcome",
    "impact_summary": "impact",
}
"""A funder's sort of outcome → the stage of what it speaks of."""

STAGE_OF: dict[str, str | ByCode] = {
    "programme": "input",
    "contribution": "input",
    "allocation": "input",
    "commitment": "input",
    "project": "activity",
    "participation": "activity",
    "patient_involvement": "activity",
    "asset": "output",
    "trial": "output",
    "network": "output",
    "course": "output",
    "patent": "output",
    "work": "output",
    "asset_use": "use",
    "cohort": "use",
    "regulatory_procedure": "outcome",
    "policy_citation": "outcome",
    "exploitation_event": "outcome",
    "employment": "outcome",
    "further_funding": "outcome",
    "award": "outcome",
    # An effect nobody calls an impact is taken for the lesser of the two.
    "effect": ByCode("stage", {"impact": "impact"}, "outcome"),
    # The size of a result describes the result; the size of anything else (employees of a firm) is what became of it.
    "observation": ByCode("subject_type", dict.fromkeys(("asset", "network", "course", "trial"), "output"), "outcome"),
    "outcome": ByCode("kind", _OUTCOMES, "outcome"),
}
"""record type → its stage."""


def stages_of(record_type: str, table: pa.Table) -> pa.Array:
    """The stage of every row of a type's table, null for a type that has none."""
    rule = STAGE_OF.get(record_type)
    if not isinstance(rule, ByCode):
        return pa.array([rule] * table.num_rows, pa.string())
    if rule.column not in table.column_names:
        return pa.array([rule.otherwise] * table.num_rows, pa.string())
    codes = table[rule.column].combine_chunks()
    known = pa.array(list(rule.stages), pa.string())
    found = pa.array(list(rule.stages.values()), pa.string()).take(pc.index_in(codes, known))
    return pc.fill_null(found, rule.otherwise)

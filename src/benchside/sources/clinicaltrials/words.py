"""The registry's own words and what they become; a word that is not here is refused, never taken for another."""

PROTOCOL = "protocolSection"
"""The part of a record that describes the study; the others hold results, documents and what the registry derives."""

STATUSES = {
    "NOT_YET_RECRUITING": "planned",
    "RECRUITING": "recruiting",
    "ENROLLING_BY_INVITATION": "recruiting",
    "ACTIVE_NOT_RECRUITING": "ongoing",
    "SUSPENDED": "ongoing",
    "COMPLETED": "completed",
    "TERMINATED": "terminated",
    "WITHDRAWN": "withdrawn",
    "WITHHELD": "unknown",
    "UNKNOWN": "unknown",
}
"""Overall status → status of the model."""
COARSER = ("ENROLLING_BY_INVITATION", "SUSPENDED", "WITHHELD")
"""Statuses for which the model has no word of its own."""
NEVER_BEGUN = ("planned", "withdrawn")
ENDED = ("completed", "terminated", "withdrawn")

STUDY_TYPES = {"INTERVENTIONAL": "interventional", "OBSERVATIONAL": "observational"}
NO_STUDY = "EXPANDED_ACCESS"
"""A type of record that is no study: patients are given a product outside one."""

PHASES = {
    "NA": "no phase",
    "EARLY_PHASE1": "early phase 1",
    "PHASE1": "phase 1",
    "PHASE2": "phase 2",
    "PHASE3": "phase 3",
    "PHASE4": "phase 4",
}

ACTUAL, ESTIMATED = "ACTUAL", "ESTIMATED"

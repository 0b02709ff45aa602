"""Clinical studies that have begun, each with its status at the date.

A study is known by its registry number where it has one, so that two projects' records of one study count once.
"""

import ibis.expr.types as ir

from benchside.indicators.outputs import reporters

TABLES = ("trial", "trial_status", *reporters.TABLES)

NEVER_BEGUN = ("planned", "withdrawn")
RUNNING = ("recruiting", "ongoing")

LIMITS = (
    "Studies recorded as planned or never begun are left out; a study whose status nobody recorded counts as begun. "
    "Records without a registry number cannot be told to be the same study. " + reporters.LIMITS
)


def begun(t) -> ir.Table:
    """The studies that have begun, in each project that reports them, with `status` (missing where not recorded) and `study`, one name for each."""
    trial, status = t.trial, t.trial_status
    joined = trial.left_join(status, trial.trial_id == status.trial_id)
    found = joined.select(
        *[trial[c] for c in trial.columns],
        status=status.status,
        study=trial.registry_number.fill_null(trial.trial_id),
    )
    begun = found.filter(found.status.isnull() | found.status.notin(NEVER_BEGUN))
    return reporters.of_each_project(t, begun, "trial_id")

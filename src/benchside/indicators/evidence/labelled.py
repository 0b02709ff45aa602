"""Works that somebody checked: one row for each label, with whether the project's rule took the work and the ways it was found.

Works that are labelled `unsure`, and works whose labellers disagree, are left out on both sides.
"""

import ibis
import ibis.expr.types as ir

TABLES = ("project", "project_work", "work_candidate", "work_label")
KEYS = ("project", "programme", "call", "kind")

LIMITS = (
    "Labels are only as good as their labeller, who is named beside each of them; a language model errs too. Works labelled as unsure, or differently by "
    "several labellers, are left out. Records that are merged later are labelled, and counted here, each for itself."
)


def labelled(t) -> ir.Table:
    """Labels that decide, with `thing` (project and work), `is_included`, `is_taken`, `strategy` (one row for each), `was_found`."""
    label, by = _decided(t), ("project_id", "work_id")
    taken = t.project_work.select(*by, is_taken=ibis.literal(True)).distinct()
    found = t.work_candidate.select(*by, "strategy", was_found=ibis.literal(True)).distinct()
    both = _beside(_beside(label, taken), found)
    both = both.mutate(is_taken=both.is_taken.fill_null(False), was_found=both.was_found.fill_null(False))
    project = t.project.select("project_id", "programme_id", "call_id")
    joined = both.join(project, both.project_id == project.project_id)
    return joined.select(*[both[c] for c in both.columns], project.programme_id, project.call_id)


def _decided(t) -> ir.Table:
    """The labels include and exclude of the works on which all such labels agree."""
    sure = t.work_label.filter(t.work_label.label.isin(["include", "exclude"]))
    agreed = sure.group_by(of_project="project_id", of_work="work_id").agg(verdicts=sure.label.nunique())
    joined = sure.join(agreed, (sure.project_id == agreed.of_project) & (sure.work_id == agreed.of_work))
    kept = joined.filter(joined.verdicts == 1).select(*sure.columns)
    return kept.mutate(thing=kept.project_id + "|" + kept.work_id, is_included=kept.label == "include")


def _beside(left: ir.Table, right: ir.Table) -> ir.Table:
    """The rows of `left` with the columns of `right` for the same project and work, missing where it has none."""
    added = [c for c in right.columns if c not in ("project_id", "work_id")]
    named = right.rename(of_project="project_id", of_work="work_id")
    joined = left.left_join(named, (left.project_id == named.of_project) & (left.work_id == named.of_work))
    return joined.select(*[left[c] for c in left.columns], *[named[c] for c in added])

"""Rows of means over projects: how many different values of something a project has."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("participation", "project")


def per_project(t, listed: ir.Table, value: ir.Column) -> ir.Table:
    """Evidence rows, one for each project that has any of the `listed`: the number of different values."""
    p = t.project
    sizes = listed.group_by(listed.project_id.name("of_project")).agg(many=value.nunique())
    sized = p.join(sizes, p.project_id == sizes.of_project)
    return evidence(
        sized, num=sized.many, thing="project_id", project="project_id", programme="programme_id",
        year=sized.start_on.year().cast("string"),
    )  # fmt: skip

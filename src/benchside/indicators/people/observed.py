"""Rows of observed sizes: catalogues, topics, members. The latest dated number of each thing counts."""

import ibis.expr.types as ir

from benchside.indicators.base import evidence

TABLES = ("observation",)

KEYS = ("project", "year")


def latest(t, measure: str) -> ir.Table:
    """The latest dated observations of a measure, one for each thing observed."""
    return t.observation.filter(t.observation.measure == measure)


def sized(found: ir.Table) -> ir.Table:
    """Evidence rows of observations, each with its number."""
    return evidence(found, num=found.value, project="project_id", year=found.observed_on.year())


def observed(t, measure: str) -> ir.Table:
    """Evidence rows of all observations of a measure."""
    return sized(latest(t, measure))

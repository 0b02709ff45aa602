"""What came before regulators."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="policy_steps",
    indicator="regulatory_procedures",
    by="kind",
    dimension="Step",
    lists=("procedure_kind",),
    none="step not recorded",
    finding="{count} of {all} regulatory steps are of one kind: {first}",
    definition="Recorded procedures before medicines regulators and other authorities, by kind, whatever their outcome.",
    column="Procedures",
)

CHART = Chart(id="policy_steps", question="What reached the regulators?", draw=drawer(COUNTED))

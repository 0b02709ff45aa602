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
    finding="the most frequent regulatory step is {first}: {count} of {all}",
    things="regulatory steps",
    words={"scientific_advice": "scientific advice", "other": "other steps"},
    definition="Recorded procedures before medicines regulators and other authorities, by kind, whatever their outcome.",
)

CHART = Chart(id="policy_steps", question="What reached the regulators?", draw=drawer(COUNTED))

"""Effects by the measure of success they belong to."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="outcomes_by_tile",
    indicator="effects",
    by="tile",
    dimension="Measure of success",
    lists=("outcome_tile",),
    none="measure not recorded",
    finding="{count} of {all} recorded effects fall under “{first}”",
    things="effects",
    definition="Recorded effects on practice, industry, regulation or science, by the programme's measures of success.",
)

CHART = Chart(id="outcomes_by_tile", question="Which effects followed?", draw=drawer(COUNTED))

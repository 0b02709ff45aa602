"""In which fields the publications lie."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="fields",
    indicator="publications",
    by="field",
    dimension="Field",
    none="field not recorded",
    things="publications",
    finding="The field with the most publications is {first}: {count} of {all} ({share})",
    definition="Publications of the projects, by field.",
    limit=15,
)

CHART = Chart(id="fields", question="In which fields do the publications lie?", draw=drawer(COUNTED))

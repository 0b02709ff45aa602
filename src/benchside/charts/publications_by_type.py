"""What sorts of publication there are."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="publications_by_type",
    indicator="publications",
    by="kind",
    dimension="Type",
    lists=("work_type",),
    none="type not recorded",
    things="publications",
    finding="The most frequent type is {first}: {count} of {all} publications ({share})",
    definition="Publications of the projects, each counted once, by type. Figures of citation impact count articles, reviews and conference papers alone.",
)

CHART = Chart(id="publications_by_type", question="What sorts of publication are there?", draw=drawer(COUNTED))

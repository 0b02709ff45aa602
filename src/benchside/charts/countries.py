"""Where the teams are."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="countries",
    indicator="teams",
    by="country",
    dimension="Country",
    lists=("country",),
    none="country not recorded",
    finding="{share} of the teams are in one country: {first}",
    definition="Teams (one organisation in one project) by the country of the organisation.",
    limit=15,
    column="Teams",
)

CHART = Chart(id="countries", question="Where are the teams?", draw=drawer(COUNTED))

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
    finding="{first} has the most teams: {count} of {all} ({share})",
    things="teams",
    in_sentence={"GB": "the United Kingdom", "US": "the United States", "NL": "the Netherlands"},
    definition="Teams (one organisation in one project) by the country of the organisation.",
    limit=15,
)

CHART = Chart(id="countries", question="Where are the teams?", draw=drawer(COUNTED))

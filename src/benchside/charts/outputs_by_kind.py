"""What sort of results came out."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer

COUNTED = Counted(
    id="outputs_by_kind",
    indicator="assets",
    by="kind",
    dimension="Kind of result",
    lists=("asset_kind",),
    words={
        "in_silico_model": "computer model (in silico)",
        "compound": "compound or hit",
        "standard": "standard or guideline",
        "biobank": "biobank or samples",
        "taxonomy": "taxonomy of a disease",
        "medicine": "medicine or diagnostic",
        "body": "new organisation",
        "other": "other results",
    },
    none="kind not recorded",
    finding="the most frequent kind of result is {first}: {count} of {all}",
    things="results",
    definition="Recorded results that others can use, by kind. A record that stands for several counts as many; one that does not say how many counts once.",
)

CHART = Chart(id="outputs_by_kind", question="What did the projects produce?", draw=drawer(COUNTED))

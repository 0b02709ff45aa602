"""How far results have come: every asset at its furthest stage, none twice."""

from benchside.charts.base import Chart
from benchside.charts.counted import Counted, drawer
from benchside.model.codes import ASSET_STAGE_ORDER

COUNTED = Counted(
    id="asset_stages",
    indicator="assets",
    by="stage",
    dimension="Furthest stage",
    lists=("asset_stage",),
    none="stage not recorded",
    order=ASSET_STAGE_ORDER,
    speaks_of="in_use",
    finding="{count} of {all} results ({share}) stand at the stage “{first}”",
    things="results",
    words={"qualified": "accepted by a regulator"},
    definition="Recorded results at the furthest stage that somebody recorded. Stages follow each other from top to bottom; a result stands at one only. "
    "A result that somebody is known to use stands at “in use” only where that stage was recorded as well.",
)

CHART = Chart(id="asset_stages", question="How far did results get?", draw=drawer(COUNTED))

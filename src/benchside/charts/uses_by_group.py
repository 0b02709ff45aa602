"""Who uses the results."""

from dataclasses import replace

from benchside.charts.asking import Scope, whole
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.counted import Counted, draw
from benchside.charts.words import GROUPS, exact, percent

COUNTED = Counted(
    id="uses_by_group",
    indicator="asset_uses",
    by="sector",
    dimension="User",
    lists=("partner_group",),
    words=GROUPS | {"unknown": "user's group not said", "other": "other users"},
    none="user not recorded",
    finding="{first} are the users named most often: {count} of {all} recorded uses",
    things="uses",
    definition="Recorded uses of results, by the group of the user.",
)


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """The bars; the definition adds how many uses lie outside the consortium, where that is known."""
    made = draw(COUNTED, ask, scope)
    outside = whole(ask, "outside_uses_share", scope)
    if made is None or outside is None or outside.value is None:
        return made
    known = f" of the {outside.n} uses for which this is known" if outside.n else ""
    said = f" {percent(exact(outside), 1)}{known} lie outside the consortium."
    return replace(made, definition=made.definition + said, figures=(*made.figures, "outside_uses_share"))


CHART = Chart(id="uses_by_group", question="Who uses the results?", draw=drawing)

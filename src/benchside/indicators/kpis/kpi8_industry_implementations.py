"""IMI2 KPI 8: results that industry put to use."""

from benchside.indicators.base import Indicator, evidence, stack
from benchside.indicators.outputs import reporters
from benchside.indicators.outputs.uses import uses


def rows(t):
    """Implementations and industry's uses; an asset that is in both, or several times in one, counts once."""
    event, use = t.exploitation_event, uses(t)
    done = event.filter(event.kind == "industry_implementation")
    done = reporters.of_each_project(t, done, "exploitation_event_id")
    done = done.mutate(result=done.asset_id.fill_null(done.evidence_id), times=done["count"].fill_null(1))
    used = use.filter(use.user_group == "industry")
    return stack(
        evidence(done, num=done.times, thing="result", project="project_id", year=done.happened_on.year()),
        evidence(used, thing="asset_id", project="project_id", year=used.used_on.year()),
    )


INDICATOR = Indicator(
    id="kpi8_industry_implementations",
    title="KPI 8: results implemented by industry",
    family="kpis",
    question="How many new tools and processes has industry put to use?",
    why="Companies give in kind in order to use what comes out; this shows whether they do.",
    unit="results",
    tables=("exploitation_event", "asset_use", "asset", *reporters.TABLES),
    counts=("exploitation_event", "asset_use"),
    rows=rows,
    reducer="sum_once",
    keys=("project", "year"),
    direction="more",
    printed="exact",
    variants=("industry_implementations",),
    definition=(
        "The number of results that industry implemented or uses. Implementations and uses of one asset count "
        "once, with the largest number that one record gives; an implementation without a named asset counts as "
        "often as its record says."
    ),
    definition_source="IMI2's key performance indicators, KPI 8; wording to be verified.",
    limits=(
        "Takes users in the group industry, inside the consortium or outside it; small firms are not in it. Rests"
        " on what somebody reported: use inside a company leaves few traces. An implementation told without its "
        "asset may be the same as a recorded use."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

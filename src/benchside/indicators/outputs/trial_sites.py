"""Places where clinical studies enrol."""

from benchside.indicators.base import Indicator, evidence
from benchside.indicators.outputs.studies import LIMITS, TABLES, begun


def rows(t):
    site, trials = t.trial_site, begun(t)
    joined = site.join(trials, site.trial_id == trials.trial_id)
    sites = joined.select(*[site[c] for c in site.columns], project_id=trials.project_id)
    place = sites.country + "|" + sites.name.lower()
    return evidence(sites, thing=place, project="project_id", country="country")


INDICATOR = Indicator(
    id="trial_sites",
    title="Sites of clinical studies",
    family="outputs",
    question="At how many places do the clinical studies enrol?",
    why="Sites that have learnt to run studies remain when a project ends.",
    unit="sites",
    tables=(*TABLES, "trial_site"),
    counts=("trial_site",),
    rows=rows,
    reducer="distinct",
    keys=("project", "country"),
    direction="more",
    printed="exact",
    definition=(
        "The number of distinct sites, by name and country, of studies that have begun; a site of two studies "
        "counts once."
    ),
    definition_source="Benchside.",
    limits=LIMITS + " A site spelt in two ways is two sites.",
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

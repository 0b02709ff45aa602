"""The lives of single results as swim lanes: stages as coloured bars from the year in which they were reached, uses as dots."""

from benchside.charts.asking import Scope
from benchside.charts.asset_stages import COUNTED
from benchside.charts.asset_steps import Life, Lives, lives
from benchside.charts.base import Ask, Chart, Drawing
from benchside.charts.lanes import Lane, Stretch, lanes
from benchside.charts.theme import BLUE, GREEN, GREY, INK, ORANGE, PURPLE, SKY
from benchside.charts.tints import tint
from benchside.charts.words import capital, decimals, joined, partly, source
from benchside.model.codes import ASSET_STAGE_ORDER, CODES

MOST = 20
COLOURS = {
    "planned": tint(GREY, 0.45),
    "candidate": tint(SKY, 0.45),
    "developed": SKY,
    "under_validation": tint(BLUE, 0.8),
    "validated": BLUE,
    "standardised": PURPLE,
    "qualified": GREEN,
    "in_use": ORANGE,
    "withdrawn": INK,
}
WORDS = CODES["asset_stage"] | COUNTED.words


def drawing(ask: Ask, scope: Scope) -> Drawing | None:
    """A lane for each of the results with most dated steps, the earliest first; None where no step bears a date."""
    found = lives(ask, scope, MOST)
    if not found.lives:
        return None
    now = int(found.figures[0].as_of[:4])
    ordered = sorted(found.lives, key=lambda life: (life.steps[0], life.name))
    shown = {stage for life in ordered for stage in (*life.undated, *(s for _, s in life.steps))}
    names = {capital(WORDS[s]): COLOURS[s] for s in ASSET_STAGE_ORDER if s in shown}
    return Drawing(
        id="asset_lives",
        title=_finding(found),
        definition=f"{_which(found)} A bar begins in the year in which a stage was reached, and is open at its end, because nobody records that a stage lasts; "
        "within a year stages stand in their order. A dot is a year with a recorded use, the thin line the years of the project. Squares at the left are stages "
        f"without a date.{partly(found.figures)}",
        source=source(found.figures),
        spec=lanes([_lane(life, now) for life in ordered], names, now),
        columns=("Result", "Project", "Stages by year", "Stages without a date", "Years with a use"),
        rows=tuple(map(_row, ordered)),
        figures=("stage_events", "asset_uses", "projects", "projects_ended"),
    )  # fmt: skip


def _finding(found: Lives) -> str:
    if found.dated >= found.steps:
        return f"All {decimals(found.steps)} recorded steps of results bear a date"
    return f"{decimals(found.dated)} of {decimals(found.steps)} recorded steps of results bear a date"


def _which(found: Lives) -> str:
    if found.with_date > len(found.lives):
        return f"The {len(found.lives)} results with most dated steps and uses, of equals those that came furthest, of {found.with_date} with a dated step."
    return "The results with a dated step."


def _lane(life: Life, now: int) -> Lane:
    """Steps of one year share it in their order; a stage lasts to the next, or to the year of asking."""
    years = [year for year, _ in life.steps]
    starts = [y + years[:n].count(y) / years.count(y) for n, y in enumerate(years)]
    ends = [*starts[1:], max(now + 1, *(y + 1 for y in years))]
    stretches = tuple(
        Stretch(capital(WORDS[stage]), start, end)
        for (_, stage), start, end in zip(life.steps, starts, ends, strict=True)
    )
    name = f"{capital(life.name)} · {life.project}" if life.project else capital(life.name)
    project = (life.begins, (life.ends or now) + 1) if life.begins is not None else None
    return Lane(name, stretches, tuple(capital(WORDS[s]) for s in life.undated), life.uses, project)


def _row(life: Life) -> tuple[str, ...]:
    project = life.project or "no project recorded"
    if life.begins is not None:
        project += f" ({life.begins} to {life.ends or 'today'})"
    steps = "; ".join(f"{WORDS[stage]} {year}" for year, stage in life.steps)
    return (capital(life.name), project, steps, joined(WORDS[s] for s in life.undated), joined(map(str, life.uses)))


CHART = Chart(id="asset_lives", question="What became of single results?", draw=drawing)

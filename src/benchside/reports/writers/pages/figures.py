"""The list of all figures, and the page, rows and JSON of each."""

import json

from benchside.figures.explain import Explained
from benchside.figures.published import Published
from benchside.figures.scope import written
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.writers.pages import history
from benchside.reports.writers.pages.charts import as_csv
from benchside.reports.writers.pages.cuts import cuts_of
from benchside.reports.writers.pages.rows import columns_of, rows_of
from benchside.reports.writers.site import Site

MOST_IN_JSON = 10_000
"""Rows that stand in a figure's JSON as well as in its CSV."""

_FIRST = ("evidence_id", "num", "den", "thing", "observed", "grade", "document_id", "source")

COUNTING = {
    "sum": "The values of the rows are added up.",
    "ratio": "The numerators of the rows are added up and divided by their denominators.",
    "distinct": "Each thing counts once, however many rows speak of it.",
    "sum_once": "Each thing counts once, with the largest value of its rows, and these are added up.",
    "mean": "The mean over things, each once.",
    "median": "The middle value over things, each once.",
    "mean_without_top": "The mean over things, each once, after the hundredth part of them with the largest values is taken away.",
    "contrast": "The mean over things of the one side, divided by the mean over those of the other.",
    "time_to": "The time by which it has happened to half of the things, by the estimator of Kaplan and Meier: those to which it has not are still waiting, and have no time.",
}
"""reducer → what a reader is told of it."""


def write(site: Site, past: history.Past, progress=lambda text: None) -> None:
    """Write the list and every figure's page."""
    families: dict[str, list[dict]] = {}
    for indicator in all_indicators().values():
        progress(f"Figures: {indicator.id}")
        figure = _page(site, indicator, past)
        families.setdefault(indicator.family, []).append(
            {"figure": figure, "printed": _printed(site.edition, indicator)}
        )
        site.edition.let_go(indicator.id)
    site.page("figures/index.html", "figures.html", families=sorted(families.items()))


def _page(site: Site, indicator: Indicator, past: history.Past):
    edition = site.edition
    opened = edition.opened(indicator.id)
    figure = opened.figure
    columns = columns_of(opened)
    rows = rows_of(site, opened, columns)
    site.page(
        f"figures/{indicator.id}.html", "figure.html", indicator=indicator, opened=opened, figure=figure,
        printed=_printed(edition, indicator), interval=words.interval(figure), scope_words=scope_words(edition, indicator, figure.scope),
        counting=COUNTING[indicator.reducer], related=_related(indicator), others=_others(edition, indicator),
        cuts=cuts_of(edition, opened), history=past.of(indicator, figure), statements=_statements(edition, indicator),
        rows=rows, total=len(opened.rows), in_json=len(opened.rows) <= MOST_IN_JSON, columns=columns, has_denominator=any(r.get("den") for r in opened.rows),
    )  # fmt: skip
    site.text(f"figures/{indicator.id}.csv", _csv(opened))
    site.text(f"figures/{indicator.id}.json", json.dumps(_as_json(opened), default=str, ensure_ascii=False))
    return figure


def _printed(edition: Edition, indicator: Indicator) -> str:
    figure = edition.opened(indicator.id).figure
    statements = [s for s in edition.statements(indicator.id, figure.scope) if s.as_of and s.as_of <= figure.as_of]
    return words.number(figure, published=statements[-1] if statements else None)


def _as_json(opened: Explained) -> dict:
    """The figure as JSON. So many rows that a reader of JSON would have to hold hundreds of megabytes are named, not repeated: the CSV has them."""
    found = opened.as_json()
    if len(opened.rows) > MOST_IN_JSON:
        return found | {"rows": None, "rows_in": f"{opened.indicator.id}.csv"}
    return found


def _csv(opened: Explained) -> str:
    keys = [k for k in dict.fromkeys(k for r in opened.rows for k in r) if k not in _FIRST]
    columns = [*_FIRST, *keys]
    return as_csv(columns, ([r.get(c, "") for c in columns] for r in opened.rows))


def _related(indicator: Indicator) -> list[tuple[str, str, str]]:
    known = all_indicators()
    parts = zip(indicator.parts or (), ("numerator", "denominator"), strict=False)
    found = [*parts, *((v, "another reading of the same words") for v in indicator.variants)]
    return [(id, known[id].title, why) for id, why in found if id in known]


def _others(edition: Edition, indicator: Indicator) -> list[tuple[str, Figure]]:
    """Everything recorded, beside the report's own scope; and what the report asked of this figure in a narrower one."""
    whole = edition.whole(indicator.id)
    found = [*([whole] if whole else []), *(f for f in edition.narrower(indicator.id) if f.scope)]
    return [(scope_words(edition, indicator, f.scope), f) for f in found]


def scope_words(edition: Edition, indicator: Indicator, scope: dict[str, list[str]]) -> str:
    """A scope as a reader calls it."""
    if not scope:
        return "everything recorded"
    parts = []
    for key, values in sorted(scope.items(), key=lambda item: item[0] != "programme"):
        labels = edition.desk.labels(key)
        parts.append(" or ".join(labels.get(v) or words.value_label(key, v, indicator.id) for v in values))
    return ", ".join(parts)


def _statements(edition: Edition, indicator: Indicator) -> list[dict]:
    found = [p for p in edition.desk.published if p.indicator == indicator.id]
    return [
        {
            "published": p,
            "scope_words": scope_words(edition, indicator, _whole(p)),
            "checked": edition.verdicts.get(p.id),
        }
        for p in sorted(found, key=lambda p: (written(p.scope), p.as_of, p.id))
    ]


def _whole(published: Published) -> dict[str, list[str]]:
    cut = {published.cut[0]: [published.cut[1]]} if published.cut else {}
    return published.scope | cut

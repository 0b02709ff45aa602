"""The programme and its comparison groups in one table: each of the programme's indicators beside its twin over the groups."""

from benchside.figures.membership import NONE
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.model.rounding import grouped
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.reports.sheets import Row, Sheet, has_value, notes_of

TWINS = {
    "mncs": "benchmark_mncs", "median_ncs": "benchmark_median_ncs", "top10_share": "benchmark_top10_share",
    "top1_share": "benchmark_top1_share", "uncited_share": "benchmark_uncited_share",
}  # fmt: skip
"""indicator of the programme → the same measure over comparison groups."""


def comparison(edition: Edition) -> Sheet | None:
    """A row for the programme and one for each group in the order of names; None where either is missing."""
    own = [edition.one(name) for name in TWINS]
    others = [{f.cut: f for f in edition.ask(twin, {}, "benchmark") if f.cut != NONE} for twin in TWINS.values()]
    named = {cut: f for of in reversed(others) for cut, f in of.items() if has_value(f)}
    if not named or not any(map(has_value, own)):
        return None
    order = sorted(named, key=lambda cut: (words.natural(words.cut_label("benchmark", named[cut])), cut or ""))
    rows = [Row(_label("This programme", own[0]), None, tuple(own))]
    rows += [
        Row(_label(words.cut_label("benchmark", named[c]), named[c]), c, tuple(of.get(c) for of in others))
        for c in order
    ]
    columns = tuple((name, words.short_title(all_indicators()[name])) for name in TWINS)
    return Sheet("", "benchmark", columns, tuple(rows), 0, notes_of([f for row in rows for f in row.figures]))


def _label(name: str, figure: Figure) -> str:
    """The name with the number of papers that the mean rests on."""
    return f"{name} (n\u00a0=\u00a0{grouped(figure.n)})"

"""Figures made up for drawing, and an `ask` that gives them."""

from benchside.errors import UsageError
from benchside.model.figure import Figure


def figure(
    cut,
    value,
    *,
    label="",
    indicator="assets",
    by: str | None = "kind",
    status=None,
    low=None,
    high=None,
    origins=("D1",),
    **more,
):
    """One figure with what a chart looks at; the rest is plain."""
    return Figure(
        id=indicator, title=indicator, unit="", scope={}, by=by, cut=cut, as_of="2026-11-22", value=value, low=low, high=high,
        n=more.pop("n", 1), denominator=None, status=status or ("no_value" if value is None else "computed"),
        coverage=more.pop("coverage", "complete"), evidence_count=1, origins=list(origins), build="0001-made", label=label or cut or "",
        **more,
    )  # fmt: skip


def asking(answers):
    """`ask` over {(indicator, by): figures or a function of the scope}; anything else is refused, as an unknown cut is."""

    def ask(indicator, scope=None, *, by=None, as_of=None):
        if (indicator, by) not in answers:
            raise UsageError(f"{indicator} cannot be cut by {by}")
        found = answers[indicator, by]
        return found(scope or {}) if callable(found) else found

    return ask

"""A figure opened: its definition, the rows whose aggregate it is, the documents behind them, and the figures it needs beside it."""

from dataclasses import dataclass

from benchside.figures.ask import Desk
from benchside.figures.basis import bases
from benchside.figures.scope import Scope
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import indicator as named
from benchside.model.figure import Figure


@dataclass(frozen=True)
class Explained:
    """A figure with its rows. `masked` counts rows that are counted and not listed; `bases` say why projects stand in the scope.

    `companions` are the figures of the same scope without which this one must not be printed.
    """

    figure: Figure
    indicator: Indicator
    rows: list[dict]
    masked: int
    documents: list[dict]
    coverage_reasons: list[str]
    bases: list[str]
    companions: tuple[Figure, ...] = ()

    def as_json(self) -> dict:
        """The figure's fields with `definition`, `rows`, `documents` and, where the indicator names some, `companions`."""
        i = self.indicator
        definition = {
            "question": i.question, "why": i.why, "text": i.definition, "source": i.definition_source, "limits": i.limits,
            "reducer": i.reducer, "scale": i.scale, "per": i.per, "counting": i.counting, "reviewed_on": i.reviewed_on, "review_due": i.review_due,
        }  # fmt: skip
        return self.figure.as_json() | {
            "definition": definition, "rows": self.rows, "masked": self.masked, "documents": self.documents,
            "notes": [*self.figure.notes, *self.coverage_reasons, *self.bases],
            "companions": [c.as_json() for c in self.companions],
        }  # fmt: skip


def explain(
    desk: Desk, name: str, scope: Scope | None = None, *, as_of: str | None = None, figure: Figure | None = None
) -> Explained:
    """Open the figure of the whole scope; `figure` is the same figure where it was asked already.

    Confidential rows, all rows of a withheld figure, and rows of people from which a withheld number could be worked out, are counted
    and masked.
    """
    indicator, scope = named(name), scope or {}
    figure = figure or desk.one(name, scope, as_of=as_of)
    rows = desk.rows(indicator, scope, figure.as_of)
    hidden = desk.protection.withheld_rows(indicator, scope, figure.as_of) if indicator.people else set()
    shown = [] if figure.status == "protected" else [_shown(r) for r in rows if _is_listed(r, hidden)]
    return Explained(
        figure,
        indicator,
        shown,
        len(rows) - len(shown),
        _documents(desk, figure),
        desk.coverage.reasons(indicator, scope),
        [str(b) for b in bases(desk, scope, figure.as_of)],
        tuple(desk.one(c, scope, as_of=as_of) for c in indicator.companions),
    )


def _is_listed(row: dict, hidden: set[str]) -> bool:
    return not (row["confidential"] or (row["thing"] or row["evidence_id"]) in hidden)


def _shown(row: dict) -> dict:
    return {k: v for k, v in row.items() if k not in ("confidential",) and v is not None}


def _documents(desk: Desk, figure: Figure) -> list[dict]:
    """The documents among a figure's origins; an origin that is no document is a source."""
    return [_document(desk.documents[k]) for k in sorted(figure.origins) if k in desk.documents]


def _document(d: dict) -> dict:
    printed_on = d["printed_on"].isoformat() if d["printed_on"] else None
    return {"id": d["document_key"], **{k: d[k] for k in ("title", "publisher", "url")}, "printed_on": printed_on}

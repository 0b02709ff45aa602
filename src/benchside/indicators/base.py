"""What an indicator declares, and the one form in which it gives its evidence.

An indicator is a list of rows. Each row bears the id of the record behind it, integers `num` and `den`, the keys it can be
cut by, and where the measure counts things once, the `thing`. One reducer turns the rows into the value, so that
the list behind a number cannot disagree with the number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import ibis
import ibis.expr.types as ir

from benchside.errors import UsageError
from benchside.model.estimate import Term

KEYS = (
    "programme", "project", "call", "area", "year", "country", "group", "organisation", "participation",
    "asset", "kind", "stage", "payer", "state", "sector", "tile", "field", "reach", "mix", "benchmark",
    "work", "series", "census", "ending", "sector_pair",
)  # fmt: skip
"""The keys a row may bear. A key named as a dimension is the row's own value of it.

`work` leads to the field, reach and mix of a paper. `series` (who scored it, in which database) and `census` (up to when) let a figure say
what it mixes. `ending` is what became of a thing whose time is taken: `reached`, another word for an end that shuts that out, `seen` for one that was still waiting
on a day of its own (`den`), or nothing for one that waits on the day of asking.
"""

FIXED = ("evidence_id", "document_id", "source", "grade", "confidential", "observed", "thing", "num", "den")
"""The columns every row bears besides its keys."""

MILLION = 1_000_000

Reducer = Literal["sum", "ratio", "distinct", "sum_once", "mean", "median", "mean_without_top", "contrast", "time_to"]
"""What rows come to.

`sum` of `num` · `ratio`: sum of `num` over sum of `den` · `distinct`: number of things with a `num` above nought · `sum_once`, `mean`,
`median` of things' `num` · `mean_without_top`: the mean after the hundredth part of the things with the largest `num` is taken away, exactly and
so fractionally · `contrast`: the mean of things whose `den` is above nought over the mean of the others · `time_to`: the days by which half of the things have reached their `ending`, by the
estimator of Kaplan and Meier; `num` is the day on which a thing's time begins and `den` the day on which it ends (days since 1970), and what has
no ending is still waiting on the day of asking.
"""

COUNTED_ONCE = ("distinct", "sum_once", "mean", "median", "mean_without_top", "contrast", "time_to")
"""Reducers that count each thing once after scope and cut, with the largest `num` of its rows."""

WEIGHED = ("mean", "median", "mean_without_top", "contrast", "time_to")
"""Reducers in which a thing that lies in a scope or cut by a share counts by that share (the largest of its rows); counts of things stay whole."""


@dataclass(frozen=True)
class Estimate:
    """The value is not known, only a range: the reduced value times the sum of the terms, each a product of recorded assumptions over others."""

    terms: tuple[Term, ...]

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The keys of all assumptions, each once, in the order in which they are named."""
        return tuple(dict.fromkeys(key for term in self.terms for key in (*term.times, *term.over)))


def product_of(*assumptions: str) -> Estimate:
    """The reduced value times each of the assumptions."""
    return Estimate((Term(assumptions),))


@dataclass(frozen=True)
class ShareOf:
    """A share that can be worked out from printed counts: `part` of the counts of `indicator` by `dimension`, some left out.

    The check uses it to try a printed share against the counts that the same document prints.
    """

    indicator: str
    dimension: str
    part: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Awaited:
    """What a time waits for, in the words that follow "had": `been used`, `ended`. `otherwise`: what can end the waiting instead."""

    reached: str
    otherwise: str = ""

    @property
    def either(self) -> str:
        """Both, where there are two: `been used, or been withdrawn,`."""
        return f"{self.reached}, or {self.otherwise}," if self.otherwise else self.reached


@dataclass(frozen=True)
class Indicator:
    """Everything there is to say of one indicator.

    `rows` receives the declared `tables` and returns rows made by `evidence`. `counts` names the record types whose
    completeness decides what a missing row means. `reducer` and `scale`: the value is the reduced integer divided by
    `scale` (100 for euro from cents) and, for a ratio, multiplied by `per`; `den_scale` brings the denominator to its unit. `keys` are the columns rows bear to be cut by.
    `people` marks counts of persons, which are protected when small. `direction`: is more better? `parts` names, for a
    ratio, the indicators of its numerator and denominator. `variants` names indicators that read the same words
    differently. `reported_as` names another indicator whose published figure stands in where no records exist. `share_of` says from which
    printed counts a share follows. `few`: a value over fewer things is shown as few and never ranked. `companions` names the
    indicators without which the value must not be printed, as a mean of scores is carried by few papers.
    """

    id: str
    title: str
    family: str
    question: str
    why: str
    unit: str
    tables: tuple[str, ...]
    counts: tuple[str, ...]
    rows: Callable[..., ir.Table]
    reducer: Reducer
    definition: str
    definition_source: str
    limits: str
    reviewed_on: str
    review_due: str
    keys: tuple[str, ...] = ()
    direction: Literal["more", "less", "neutral"] = "neutral"
    counting: Literal["full", "fractional"] = "full"
    scale: int = 1
    per: int = 1
    den_scale: int = 1
    interval: bool = False
    people: bool = False
    printed: str = "exact"
    estimate: Estimate | None = None
    parts: tuple[str, str] | None = None
    variants: tuple[str, ...] = ()
    reported_as: str | None = None
    share_of: ShareOf | None = None
    few: int = 0
    companions: tuple[str, ...] = ()
    awaited: Awaited | None = None

    @property
    def is_additive(self) -> bool:
        """Do cuts over dimensions of kind one and shared add up to the whole?"""
        return self.reducer == "sum"


def evidence(
    table: ir.Table,
    *,
    num: Any = 1,
    den: Any = 0,
    thing: Any = None,
    observed: Any = True,
    confidential: Any = False,
    **keys: Any,
) -> ir.Table:
    """The rows of `table` as evidence.

    `num` and `den` are integers or integer columns (missing counts as 0); `thing` the column that names what is counted once;
    `observed` whether the row is an observation of its own (a row that only feeds the other side of a ratio is not);
    `confidential` rows count and are not listed. Each key is a column name or an expression.
    """
    unknown = sorted(set(keys) - set(KEYS))
    if unknown:
        raise UsageError(f"Unknown keys {unknown} in evidence; known: {', '.join(KEYS)}.")
    return table.select(
        evidence_id=table.evidence_id,
        document_id=table.document_id,
        source=table.source,
        grade=table.grade,
        confidential=_flag(confidential),
        observed=_flag(observed),
        thing=_text(table, thing),
        num=_integer(num),
        den=_integer(den),
        **{key: _text(table, value) for key, value in keys.items()},
    )


def stack(*parts: ir.Table) -> ir.Table:
    """The rows of several pieces of evidence, one under the other; a key that a piece does not bear is missing there."""
    columns = list(dict.fromkeys(c for part in parts for c in part.columns))
    whole = [
        part.select(**{c: part[c] if c in part.columns else ibis.null("string") for c in columns}) for part in parts
    ]
    return ibis.union(*whole) if len(whole) > 1 else whole[0]


def _integer(value):
    if isinstance(value, int):
        return ibis.literal(value, "int64")
    return value.cast("int64").fill_null(0)


def _flag(value):
    return ibis.literal(value) if isinstance(value, bool) else value.fill_null(False)


def _text(table: ir.Table, value):
    if value is None:
        return ibis.null("string")
    return (table[value] if isinstance(value, str) else value).cast("string")

"""One value over another: a programme against a group it is compared with."""

from dataclasses import asdict
from numbers import Real
from typing import Any

from benchside.corpus.catalogue import measure
from benchside.corpus.params import SCOPE, Measure, Params
from benchside.corpus.tables import Corpus
from benchside.errors import UsageError


def compute(corpus: Corpus, params: Params) -> float | None:
    """`of` for the numerator over `of` for the denominator; without a numerator `scope` is meant, without a denominator the world."""
    above = _value(corpus, params, params.extra.get("numerator", dict(params.scope)))
    below = _value(corpus, params, params.extra.get("denominator", params.extra.get("benchmark", {})))
    return None if above is None or not below else above / below


def _value(corpus: Corpus, params: Params, asked: Any) -> float | None:
    """A number as it stands; the value of a scope; or of another indicator with parameters of its own."""
    if asked is None or (isinstance(asked, Real) and not isinstance(asked, bool)):
        return asked
    shared = asdict(params) | {k: v for k, v in params.extra.items() if k == "x"}
    del shared["extra"]
    own = {"indicator": asked} if isinstance(asked, str) else dict(asked)
    if own and set(own) <= set(SCOPE):
        own = {"scope": own}
    if not set(own) <= {"indicator", "params", "x", *shared}:
        raise UsageError(
            f"{asked!r} is no side of a ratio, expected a number, a scope, an indicator, or an indicator with params."
        )
    if not isinstance(asked, str) and "indicator" not in own:
        own = {"scope": {}} | own
    indicator, params_given = own.pop("indicator", params.extra.get("of", "mncs")), own.pop("params", {})
    return measure(corpus, indicator, **shared | own | dict(params_given))


MEASURE = Measure(
    id="ratio",
    title="Ratio of two values",
    formula="value of the numerator / value of the denominator, both of the indicator `of` (mncs unless stated)",
    unit="ratio",
    nulls="undefined where either value is, or the denominator is 0",
    ties="as the indicator `of`",
    source="by definition",
    compute=compute,
    params=("of", "numerator", "denominator", "benchmark", "x"),
)

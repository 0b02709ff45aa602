"""What the published figures of one document say of each other: parts and totals, ratios and their parts, ranges."""

from fractions import Fraction

from benchside.figures.causes.case import Case, show
from benchside.figures.published import Published
from benchside.indicators.base import ShareOf
from benchside.indicators.catalogue import all_indicators, indicator
from benchside.model.rounding import last_digit, says

OWN = ("kind", "sector", "stage", "state")
"""Dimensions of which a thing has one value, so that parts add up also where each thing counts once."""


def parts_and_total(case: Case) -> list[str]:
    """Do the rows of a printed table add up to its printed total?"""
    p = case.published
    if p.cut is not None or case.indicator.reducer not in ("sum", "sum_once"):
        return []
    parts = [
        o
        for o in case.others
        if o.document_id == p.document_id and o.indicator == p.indicator and o.scope == p.scope and o.cut
    ]
    if len(parts) < 2 or len({o.cut[0] for o in parts if o.cut}) != 1:
        return []
    if not case.indicator.is_additive and parts[0].cut and parts[0].cut[0] not in OWN:
        return []
    summed = sum((o.value for o in parts), Fraction(0))
    dimension, gap = parts[0].cut[0] if parts[0].cut else "", summed - p.value
    if not gap:
        return [f"the {len(parts)} printed rows by {dimension} add up to it"]
    more = "more" if gap > 0 else "less"
    small = " (rounding of the rows)" if abs(gap) * 2 <= len(parts) else ""
    return [
        f"the {len(parts)} printed rows by {dimension} add up to {case.show(summed)}, {case.show(abs(gap))} {more} than the printed total{small}"
    ]


def implied_denominator(case: Case) -> list[str]:
    """A printed ratio and its printed numerator imply a denominator, which can be held against the records."""
    parts = case.indicator.parts
    if parts is None or not case.published.value:
        return []
    twin = next(
        (
            o
            for o in case.others
            if o.document_id == case.published.document_id
            and o.indicator == parts[0]
            and o.scope == case.published.scope
            and not o.cut
        ),
        None,
    )
    if twin is None:
        return []
    below = indicator(parts[1])
    per = Fraction(case.indicator.per * below.scale, case.indicator.scale * case.indicator.den_scale) / (
        below.scale if case.indicator.den_scale > 1 else 1
    )
    implied = twin.value / case.published.value * per
    known = case.desk.one(parts[1], case.scope)
    beside = f"the records have {show(Fraction(known.exact), below.unit)}" if known.exact else "no record gives it"
    return [
        f"with the printed {twin.printed} ({twin.unit}) it implies {below.title.lower()} of {show(implied, below.unit)}; {beside}"
    ]


def share_of_printed_counts(case: Case) -> list[str]:
    """A printed share worked out from the counts of the same document, by its own definition and by its variants."""
    names = (case.indicator.id, *case.indicator.variants)
    found = [(name, _share(case, indicator(name).share_of)) for name in names if indicator(name).share_of]
    return [_said(case, indicator(name).title, share) for name, share in found if share]


def _share(case: Case, of: ShareOf | None) -> tuple[Fraction, Fraction] | None:
    """(part, whole) of the counts by `of.dimension` that the document prints for the same scope."""
    if of is None:
        return None
    counts = {}
    for o in case.others:
        values = o.scope.get(of.dimension, [])
        rest = {k: v for k, v in o.scope.items() if k != of.dimension}
        if (
            o.document_id == case.published.document_id
            and o.indicator == of.indicator
            and len(values) == 1
            and rest == case.published.scope
        ):
            counts[values[0]] = o.value
    whole = sum((v for k, v in counts.items() if k not in of.without), Fraction(0))
    return (counts[of.part], whole) if of.part in counts and len(counts) > 2 and whole else None


def _said(case: Case, title: str, share: tuple[Fraction, Fraction]) -> str:
    part, whole = share
    verb = "gives it" if case.holds(part / whole) else "does not"
    return f"from the counts that the document prints, “{title}” {verb}: {show(part, '')} of {show(whole, '')} is {show(part / whole, 'share')}"


def range_as_one_value(case: Case) -> list[str]:
    """An estimate is a range: where in it does the printed number lie?"""
    f, p = case.figure, case.published
    if f.status != "estimated" or f.low is None or f.high is None:
        return []
    low, high = Fraction(f.low), Fraction(f.high)
    where = (
        "the top"
        if _near(p.value, high)
        else "the bottom"
        if _near(p.value, low)
        else "a point inside"
        if low < p.value < high
        else "outside"
    )
    return [f"the printed {p.printed} is {where} of the range {case.show(int(low))} to {case.show(int(high))}"]


def _near(printed: Fraction, end: Fraction) -> bool:
    """Within one per cent: the printed number is the end of the range, rounded."""
    return abs(printed - end) * 100 <= abs(end)


def contradicting(p: Published, others: list[Published]) -> list[str]:
    """Published figures of the same thing, scope and date that say something else."""
    if not p.indicator or p.indicator not in all_indicators():
        return []
    same = [o for o in others if o.id != p.id and o.place == p.place and o.as_of == p.as_of]
    return [f"{o.document_id} prints {o.printed} for the same ({o.id})" for o in same if _against(p, o)]


def _against(p: Published, o: Published) -> bool:
    """Two statements contradict each other where neither bears out the other."""
    step = max(last_digit(p.printed), last_digit(o.printed))
    bears = says(p.comparator, p.value, o.value, high=p.value_high, step=step) and p.comparator != "eq"
    borne = says(o.comparator, o.value, p.value, high=o.value_high, step=step) and o.comparator != "eq"
    return not (bears or borne or abs(p.value - o.value) <= step / 2)


def share_of_printed_total(p: Published, others: list[Published]) -> tuple[Fraction, str] | None:
    """A printed share of a table, worked out from the table's own printed amounts: (share, how)."""
    if p.unit != "share" or p.cut is None:
        return None
    rows = [
        o for o in others if o.document_id == p.document_id and o.cut and o.cut[0] == p.cut[0] and o.unit != "share"
    ]
    own = next((o for o in rows if o.cut == p.cut), None)
    total = sum((o.value for o in rows), Fraction(0))
    if own is None or not total:
        return None
    return (
        own.value / total,
        f"{show(own.value, 'EUR')} of the {show(total, 'EUR')} that the document's own rows add up to",
    )

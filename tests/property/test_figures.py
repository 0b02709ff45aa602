"""What holds for every indicator, on made programmes.

The list behind a number is the number: an aggregate worked out here in plain Python from the listed rows, without the
engine, gives the same value as the figure.
"""

import random
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchside import main
from benchside.figures.explain import explain
from benchside.figures.membership import possible
from benchside.indicators.catalogue import all_dimensions, all_indicators
from benchside.model.tables import RECORD_TYPES
from tests.property.made import programme
from tests.spec.drawing import write

SEEDS = st.integers(0, 10**9)
# No shrinking: a made programme is given by its seed, and a smaller seed is not a smaller programme.
CALM = {
    "deadline": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": [HealthCheck.too_slow],
    "derandomize": True,
    "print_blob": False,
}
MILLION = 1_000_000
TODAY = (date(2019, 12, 31) - date(1970, 1, 1)).days
"""The day on which the made programmes are asked."""


def built(folder: Path, tables, **more):
    result = main.build(write(folder, tables, as_of="2019-12-31", **more))
    assert not result.refused, (result.folder / "refused.csv").read_text(encoding="utf-8")
    return main.open_desk(folder)


def aggregate(indicator, rows) -> Fraction | None:
    """The value of a list of rows, by the reducer's definition."""
    weight = [_weight(r) for r in rows]
    num = sum((r["num"] * w for r, w in zip(rows, weight, strict=True)), Fraction(0))
    den = sum((r["den"] * w for r, w in zip(rows, weight, strict=True)), Fraction(0))
    things = _things(rows)
    found = {
        "sum": lambda: num,
        "ratio": lambda: num / den if den else None,
        "distinct": lambda: Fraction(sum(n > 0 for n, _, _ in things)),
        "sum_once": lambda: Fraction(sum(n for n, _, _ in things)),
        "mean": lambda: _mean(things),
        "median": lambda: _median(things),
        "mean_without_top": lambda: _mean_without_top(things),
        "contrast": lambda: _contrast(things),
        "time_to": lambda: _time_to(rows),
    }[indicator.reducer]()
    return None if found is None else found * indicator.per / indicator.scale


def _things(rows) -> list[tuple[int, int, Fraction]]:
    """Each thing once with the largest `num`, `den` and weight of its rows, the largest `num` last."""
    found: dict[str, tuple[int, int, Fraction]] = {}
    for r in rows:
        if r["thing"] is not None:
            seen = found.get(r["thing"], (r["num"], r["den"], Fraction(0)))
            found[r["thing"]] = (max(seen[0], r["num"]), max(seen[1], r["den"]), max(seen[2], _weight(r)))
    return sorted(found.values())


def _mean(things) -> Fraction | None:
    weight = sum((w for _, _, w in things), Fraction(0))
    return sum((n * w for n, _, w in things), Fraction(0)) / weight if weight else None


def _median(things) -> Fraction | None:
    """The mean of the lowest value with at least half of the weight up to it and the highest with at least half from it on."""
    half = sum((w for _, _, w in things), Fraction(0)) / 2
    heavy = [n for n, _, w in things if w]
    low = [n for n in heavy if sum(w for m, _, w in things if m <= n) >= half]
    high = [n for n in heavy if sum(w for m, _, w in things if m >= n) >= half]
    return Fraction(min(low) + max(high), 2) if heavy else None


def _mean_without_top(things) -> Fraction | None:
    """Every weight cut at the point where 99 parts of 100 are reached from below."""
    limit, upto, kept = Fraction(99, 100) * sum((w for _, _, w in things), Fraction(0)), Fraction(0), Fraction(0)
    for n, _, w in things:
        kept += n * (min(upto + w, limit) - min(upto, limit))
        upto += w
    return kept / limit if limit else None


def _contrast(things) -> Fraction | None:
    above, below = _mean([t for t in things if t[1] > 0]), _mean([t for t in things if t[1] <= 0])
    return above / below if above is not None and below else None


def _time_to(rows) -> Fraction | None:
    """The day by which half have got there, by the product-limit worked out in fractions; with competing ends by their sums."""
    spells = [spell for r in rows if (spell := _spell(r))]
    left, share = Fraction(1), Fraction(0)
    level, flat = Fraction(1, 2), None
    for day in sorted({d for d, _, _ in spells}):
        risk = sum((w for d, _, w in spells if d >= day), Fraction(0))
        reached, lost = (sum((w for d, e, w in spells if d == day and e == kind), Fraction(0)) for kind in (1, 2))
        share, left = share + left * reached / risk, left * (1 - (reached + lost) / risk)
        if flat is not None and share > level:
            return Fraction(flat + day, 2)
        if share > level or (share == level and any(e == 2 for _, e, _ in spells)):
            return Fraction(day)
        if share == level and flat is None:
            flat = day
    return None if flat is None else Fraction(flat)


def _spell(row) -> tuple[int, int, Fraction] | None:
    """Days, ending (0 still waiting, 1 reached, 2 otherwise) and weight of a row; None where no time can be taken."""
    if row["ending"] in ("undated", "unbegun"):
        return None
    ending = {None: 0, "seen": 0, "reached": 1}.get(row["ending"], 2)
    days = (TODAY if row["ending"] is None else row["den"]) - row["num"]
    return (days, ending, _weight(row)) if days >= 0 else None


def _weight(row) -> Fraction:
    weight = Fraction(1)
    for name, value in row.items():
        if name.startswith("scope_"):
            weight *= Fraction(value, MILLION)
    return weight


def scopes_of(desk, indicator):
    """The whole, and one value of every dimension by which the indicator can be scoped."""
    yield {}
    for name in possible(indicator):
        if all_dimensions()[name].is_scope:
            cuts = [f.cut for f in desk.ask(indicator.id, by=name) if f.cut != "(none)"]
            if cuts:
                yield {name: cuts[:1]}


def check_one(desk, indicator):
    for scope in scopes_of(desk, indicator):
        figure = desk.one(indicator.id, scope)
        rows = desk.rows(indicator, scope, figure.as_of)
        if figure.status == "computed" and rows:
            assert Fraction(figure.exact) == aggregate(indicator, rows), (indicator.id, scope)
        assert figure.evidence_count == (0 if figure.status in ("protected", "reported") else len(rows)), (
            indicator.id,
            scope,
        )
        opened = explain(desk, indicator.id, scope)
        assert len(opened.rows) + opened.masked == len(rows), (indicator.id, scope)
        assert not [
            r for r in rows if r["confidential"] and r["evidence_id"] in {s["evidence_id"] for s in opened.rows}
        ]
    if indicator.is_additive:
        check_cuts(desk, indicator)


def check_cuts(desk, indicator):
    whole = desk.one(indicator.id)
    for name in possible(indicator):
        cuts = desk.ask(indicator.id, by=name)
        if (
            whole.status == "computed"
            and all(f.status == "computed" for f in cuts)
            and all_dimensions()[name].kind != "overlapping"
        ):
            assert sum((Fraction(f.exact) for f in cuts), Fraction(0)) == Fraction(whole.exact), (indicator.id, name)


def check_every_figure(seed):
    with TemporaryDirectory() as folder:
        desk = built(Path(folder) / "made", programme(random.Random(seed)), small_number=0)
        with desk.build:
            for indicator in all_indicators().values():
                check_one(desk, indicator)


def test_every_figure_is_the_aggregate_of_its_rows_and_additive_cuts_add_up():
    check_every_figure(seed=0)


@pytest.mark.slow
@settings(max_examples=3, **CALM)
@given(SEEDS)
def test_so_it_is_for_any_programme(seed):
    check_every_figure(seed)


@settings(max_examples=1, **CALM)
@given(SEEDS)
def test_the_order_of_the_input_rows_does_not_matter(seed):
    tables = programme(random.Random(seed))
    shuffled = {name: random.Random(seed + 1).sample(rows, len(rows)) for name, rows in tables.items()}
    with TemporaryDirectory() as folder:
        first, second = built(Path(folder) / "first", tables), built(Path(folder) / "second", shuffled)
        with first.build, second.build:
            for name in all_indicators():
                one, other = first.one(name), second.one(name)
                assert (one.value, one.exact, one.low, one.high, one.n, one.status) == (
                    other.value,
                    other.exact,
                    other.low,
                    other.high,
                    other.n,
                    other.status,
                ), name


def test_an_empty_scope_gives_no_value_and_a_true_zero_only_where_nothing_is_missing(tmp_path):
    desk = built(tmp_path / "empty", {"programme": [{"programme_id": "none", "name": "None"}]})
    complete = [
        {"record_type": t, "scope_key": "all", "scope_value": "*", "level": "complete", "reason": "made"}
        for t in RECORD_TYPES
    ]
    whole = built(tmp_path / "complete", {"coverage": complete})
    with desk.build, whole.build:
        for indicator in all_indicators().values():
            assert desk.one(indicator.id).status == "no_value", indicator.id
            figure = whole.one(indicator.id)
            counted = (
                indicator.reducer in ("sum", "distinct", "sum_once") and indicator.counts and not indicator.estimate
            )
            assert (figure.value, figure.status) == ((0, "computed") if counted else (None, figure.status)), (
                indicator.id
            )


@pytest.mark.slow
@settings(max_examples=8, **CALM)
@given(SEEDS)
def test_the_same_on_more_programmes(seed):
    with TemporaryDirectory() as folder:
        desk = built(Path(folder) / "made", programme(random.Random(seed), most=12), small_number=0)
        with desk.build:
            for indicator in all_indicators().values():
                check_one(desk, indicator)

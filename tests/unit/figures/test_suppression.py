"""Cell suppression: what is printed never settles what is withheld, by an elimination of our own over fractions."""

import random
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchside.figures.suppression import ROW, TOTAL, Cell, Tables, complete, follows

MILLION = 1_000_000


def tables(rows: dict[str, tuple[int, dict[str, str]]], below: int = 5) -> Tables:
    """row → (people, dimension → value), as tables of one dimension each, with their total."""
    people, parts = {TOTAL: Fraction(0)}, {TOTAL: {}}
    for row, (n, values) in rows.items():
        for cell in (TOTAL, (ROW, row), *values.items()):
            people[cell] = people.get(cell, Fraction(0)) + n
            parts.setdefault(cell, {})
            if n:
                parts[cell][row] = MILLION
    return Tables(people, parts, below)


def one_table(*people: int) -> Tables:
    return tables({f"r{n}": (p, {"group": f"g{n}"}) for n, p in enumerate(people)})


def withheld(found: Tables) -> list[int]:
    """How many people the withheld cells of the dimension group count, and -1 where the total is withheld."""
    hidden = complete(found)
    return sorted([int(found.people[c]) for c in hidden if c[0] == "group"] + [-1] * (TOTAL in hidden))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((40, 9, 12), []),
        # 61 - 40 - 12 would tell the 3 and so would 64 - 52 without the 9: the smallest other one goes too.
        ((40, 3, 9, 12), [3, 9]),
        # A nought tells nothing and withholding it hides nothing.
        ((40, 3, 0, 12), [3, 12]),
        # 2 + 3 = 5 people in two cells: each may be 1, 2, 3 or 4.
        ((40, 2, 3), [2, 3]),
        # 1 + 1 = 2 people in two cells: each must be 1; with 40 more, each may be 1 to 4 again.
        ((40, 50, 1, 1), [1, 1, 40]),
        # 1 + 3 = 4: 4 itself is no possible value of either, so one more goes.
        ((40, 50, 1, 3), [1, 3, 40]),
        # Nothing is left to withhold beside 3: the total goes.
        ((3,), [-1, 3]),
        # Five cells of one person each, printed total 5: they can only be ones.
        ((1, 1, 1, 1, 1), [-1, 1, 1, 1, 1, 1]),
        # 4 + 4 = 8: (1, 7) is as possible as (4, 4), since the words do not tell which cell is the small one.
        ((4, 4), [4, 4]),
    ],
)
def test_of_one_table(people, expected):
    assert withheld(one_table(*people)) == expected


def test_the_limit_is_the_programmes():
    assert complete(Tables(one_table(3, 9).people, one_table(3, 9).parts, 0)) == set()
    assert (
        len(
            [
                c
                for c in complete(Tables(one_table(9, 20, 30).people, one_table(9, 20, 30).parts, 10))
                if c[0] == "group"
            ]
        )
        == 2
    )


def test_within_a_printed_part_its_own_cells_do_not_settle_each_other():
    # Programme I has a (3) and b (20), programme II c (9) and d (30). Withholding a and the next smallest, c, would leave
    # I = 23 less b = 20. So b goes with a, and c with d or not at all.
    found = tables({
        "a": (3, {"project": "a", "programme": "I"}), "b": (20, {"project": "b", "programme": "I"}),
        "c": (9, {"project": "c", "programme": "II"}), "d": (30, {"project": "d", "programme": "II"}),
    })  # fmt: skip
    hidden = complete(found)
    assert {("project", "a"), ("project", "b")} <= hidden
    assert TOTAL not in hidden
    assert not {("programme", "I"), ("programme", "II")} & hidden
    assert settled(found, hidden) == []


def test_what_follows_is_found_through_a_difference_of_two_tables():
    found = tables({
        "a": (3, {"x": "1", "y": "1"}), "b": (9, {"x": "1", "y": "2"}), "c": (20, {"x": "2", "y": "2"}),
    })  # fmt: skip
    hidden: set[Cell] = {(ROW, "a"), (ROW, "b")}
    # x = 1 is a + b = 12, y = 2 is b + c = 29; c is printed, so b = 9 and a = 3.
    assert follows(found, hidden) == [(ROW, "a"), (ROW, "b")]


def settled(found: Tables, hidden) -> list:
    """The withheld cells that the printed ones determine: a cell's sum of rows lies in the span of the printed sums."""
    rows = sorted(row or "" for dimension, row in found.people if dimension == ROW)
    printed = [_vector(found, c, rows) for c in found.people if c not in hidden]
    rank = rank_of(printed)
    return [c for c in hidden if found.people[c] and rank_of([*printed, _vector(found, c, rows)]) == rank]


def _vector(found: Tables, cell, rows) -> list[Fraction]:
    return [Fraction(found.parts[cell].get(row, 0), MILLION) for row in rows]


def rank_of(vectors) -> int:
    """The number of independent vectors, by elimination over fractions."""
    left, rank = [list(v) for v in vectors], 0
    while any(any(v) for v in left):
        pivot = next(v for v in left if any(v))
        at = next(n for n, x in enumerate(pivot) if x)
        left = [[x - v[at] / pivot[at] * y for x, y in zip(v, pivot, strict=True)] for v in left if v is not pivot]
        rank += 1
    return rank


ROWS = st.lists(
    st.tuples(st.integers(0, 14), st.sampled_from("abc"), st.sampled_from("pqrs"), st.sampled_from("xy")),
    min_size=1,
    max_size=8,
)


def drawn(rows) -> Tables:
    """A project lies in one programme, as calls and programmes do; group and country cross it."""
    return tables({
        f"r{n}": (people, {"project": f"{programme}{project}", "programme": programme, "group": group})
        for n, (people, group, project, programme) in enumerate(rows)
    })  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(ROWS)
def test_no_withheld_number_is_settled_by_the_printed_ones(rows):
    found = drawn(rows)
    hidden = complete(found)
    assert settled(found, hidden) == []
    assert all(cell in hidden for cell, n in found.people.items() if 0 < n < 5)
    assert not [cell for cell in hidden if not found.people[cell]]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.sampled_from("ab"), st.sampled_from("pq"), st.sampled_from("xy")),
        min_size=1,
        max_size=4,
    )
)
def test_no_small_number_is_the_only_one_that_positive_counts_allow(rows):
    """Every other filling of the rows with 1 to 9 people that gives the same printed numbers is tried."""
    found = drawn(rows)
    hidden = complete(found)
    names = sorted(row or "" for dimension, row in found.people if dimension == ROW)
    small = {c: set() for c in hidden if found.people[c] < 5}
    for filling in product(range(1, 10), repeat=len(names)):
        tried = drawn([(n, *row[1:]) for n, row in zip(filling, rows, strict=True)])
        if all(tried.people[c] == n for c, n in found.people.items() if c not in hidden):
            for cell in small:
                small[cell].add(tried.people[cell])
    assert all(len(values) > 1 for values in small.values())


def test_many_rows_take_seconds():
    """Three thousand rows in a hundred projects and three hundred organisations, every fifth of them small."""
    r = random.Random(1)
    rows = {
        f"r{n}": (
            r.randrange(1, 5) if n % 5 == 0 else r.randrange(5, 40),
            {"project": str(r.randrange(100)), "organisation": str(r.randrange(300)), "group": str(r.randrange(6))},
        )
        for n in range(3000)
    }
    found = tables(rows)
    hidden = complete(found)
    assert follows(found, hidden) == []
    assert sum(d == ROW for d, _ in hidden) >= 600

"""Which cells of tables of people must be withheld so that no withheld one can be worked out from those that are printed.

The rule is cell suppression as the Handbook on Statistical Disclosure Control sets it out (sdctools.github.io/HandbookSDC, chapter 4,
primary and secondary suppression; Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapter 4):

1. Primary: a count above nought and below the limit is withheld. A true nought is shown, and withholding it would protect nothing.
2. Secondary: where the total of a table is printed, what is withheld of it is at least two cells, and so many people that each of them
   could be any number below the limit: of `k` withheld cells with `s` people each lies between 1 and `s - k + 1`, which must reach
   the largest number that is withheld. The smallest printed cell above nought is withheld next; where none is left, the total.
3. Audit: all printed tables of one indicator rest on the same rows. A withheld cell that follows from any sum or difference
   of printed ones is mended in the same way, within the smallest printed cell around it.

Printed words do not say which cells are secondary, because that would narrow the others down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

Cell = tuple[str, str | None]
"""A dimension and one of its values."""
TOTAL: Cell = ("", None)
ROW = "row"
"""The dimension whose values are the rows themselves."""
_PRIME = (1 << 31) - 1
"""Sums are eliminated modulo this prime, where they are exact and quick; a chance agreement only withholds more."""


@dataclass(frozen=True)
class Tables:
    """Tables over the same rows. `people`: cell → its count; `parts`: cell → the rows in it, each with its weight.

    Every row with people is a cell of the dimension `ROW`, and `TOTAL` is a cell that holds them all. `printed`: cells that
    are printed elsewhere, so that withholding them here would hide nothing.
    """

    people: Mapping[Cell, Fraction]
    parts: Mapping[Cell, Mapping[str, int]]
    below: int
    printed: frozenset[Cell] = frozenset()


def complete(tables: Tables, before: Iterable[Cell] = ()) -> set[Cell]:
    """The cells to withhold, those withheld `before` among them.

    The work ends because every step withholds a cell more.
    """
    hidden = {cell for cell, n in tables.people.items() if 0 < n < tables.below} | set(before) & set(tables.people)
    while step := _of_tables(tables, hidden) or _of_sums(tables, hidden):
        hidden |= step
    return hidden


def _is_weak(people: list[Fraction], below: int) -> bool:
    """Do so few people in these withheld cells narrow one of them down?"""
    return bool(people) and (len(people) == 1 or sum(people) - len(people) + 1 < below - 1)


def _of_tables(tables: Tables, hidden: set[Cell]) -> set[Cell]:
    """Rule 2 for every dimension: the next cells to withhold."""
    if TOTAL in hidden:
        return set()
    found: set[Cell] = set()
    for dimension in sorted({d for d, _ in tables.people} - {TOTAL[0]}):
        cells = [c for c in tables.people if c[0] == dimension]
        if _is_weak([tables.people[c] for c in cells if c in hidden], tables.below):
            others = [c for c in cells if c not in hidden]
            if tables.printed:  # a cell of which all rows are printed elsewhere would follow from them
                others = [c for c in others if _withheld_rows(tables, c, hidden)] or others
            found |= _next(tables, others) or _next(tables, [TOTAL])
    return found


def _next(tables: Tables, cells: Iterable[Cell]) -> set[Cell]:
    """The cell with the fewest people above nought, of equals the first by name, among those that may be withheld; empty without any."""
    smallest = _smallest(tables, (c for c in cells if c not in tables.printed))
    return {smallest} if smallest else set()


def _smallest(tables: Tables, cells: Iterable[Cell]) -> Cell | None:
    return min((c for c in cells if tables.people[c] > 0), key=lambda c: (tables.people[c], *_by_name(c)), default=None)


def _by_name(cell: Cell) -> tuple[str, str]:
    return cell[0], cell[1] or ""


def _of_sums(tables: Tables, hidden: set[Cell]) -> set[Cell]:
    """Rule 3: the next cells to withhold; cells of printed tables are mended before single rows."""
    bare = [c for c in hidden if tables.parts[c] and not _withheld_rows(tables, c, hidden)]
    found = {row for cell in bare for row in _next(tables, _rows(tables, cell))}
    if found:
        return found
    known = follows(tables, hidden)
    around = [c for c in known if c[0] != ROW] or known or _narrow(tables, hidden)
    return {cell for of in around for cell in _mend(tables, of, hidden)}


def _rows(tables: Tables, cell: Cell) -> list[Cell]:
    return [(ROW, row) for row in tables.parts[cell]]


def _withheld_rows(tables: Tables, cell: Cell, hidden: set[Cell]) -> set[str]:
    return {row for row in tables.parts[cell] if (ROW, row) in hidden}


def _narrow(tables: Tables, hidden: set[Cell]) -> list[Cell]:
    """Withheld rows, one for each printed cell, that are too few people within it."""
    found = []
    for cell in tables.people:
        rows = [(ROW, row) for row in sorted(tables.parts[cell]) if (ROW, row) in hidden]
        if cell not in hidden and _is_weak([tables.people[r] for r in rows], tables.below):
            found.append(rows[0])
    return found


def _mend(tables: Tables, cell: Cell, hidden: set[Cell]) -> set[Cell]:
    """What to withhold so that the cell stays unknown: its smallest neighbour in the smallest printed cell around it, or that cell."""
    own, shown = tables.parts[cell].keys(), [c for c in tables.people if c not in hidden]
    touching = [c for c in shown if not own.isdisjoint(tables.parts[c])]
    outer = _smallest(tables, [c for c in touching if own <= tables.parts[c].keys()])
    if outer is None:
        return _next(tables, touching)
    inside = tables.parts[outer].keys()
    beside = [c for c in shown if c[0] == cell[0] and (of := tables.parts[c].keys()) <= inside and own.isdisjoint(of)]
    return _next(tables, beside) or _next(tables, [outer]) or _next(tables, touching)


def follows(tables: Tables, hidden: set[Cell]) -> list[Cell]:
    """The withheld cells that are a sum or difference of printed ones."""
    columns = {row: n for n, row in enumerate(sorted(row for d, row in hidden if d == ROW and row is not None))}

    def vector(cell: Cell) -> np.ndarray:
        found = np.zeros(len(columns), dtype=np.int64)
        for row, weight in tables.parts[cell].items():
            if row in columns:
                found[columns[row]] = weight % _PRIME
        return found

    printed = [v for c in tables.people if c not in hidden and (v := vector(c)).any()]
    if not printed:
        return []
    reduced = _reduced(np.unique(np.array(printed), axis=0))
    return sorted((c for c in hidden if not _left_over(vector(c), reduced).any()), key=_by_name)


def _reduced(matrix: np.ndarray) -> list[tuple[int, np.ndarray]]:
    """The rows of the reduced echelon form with their leading columns."""
    done = 0
    leading: list[int] = []
    for column in range(matrix.shape[1]):
        candidates = np.nonzero(matrix[done:, column])[0]
        if not candidates.size:
            continue
        at = done + int(candidates[0])
        matrix[[done, at]] = matrix[[at, done]]
        matrix[done] = matrix[done] * pow(int(matrix[done, column]), -1, _PRIME) % _PRIME
        others = matrix[:, column].copy()
        others[done] = 0
        touched = np.nonzero(others)[0]
        matrix[touched] = (matrix[touched] - others[touched, None] * matrix[done] % _PRIME) % _PRIME
        leading.append(column)
        done += 1
        if done == matrix.shape[0]:
            break
    return [(column, matrix[n]) for n, column in enumerate(leading)]


def _left_over(vector: np.ndarray, reduced: list[tuple[int, np.ndarray]]) -> np.ndarray:
    """What is left of a sum of rows when the printed sums are taken away."""
    for column, row in reduced:
        if vector[column]:
            vector = (vector - vector[column] * row % _PRIME) % _PRIME
    return vector

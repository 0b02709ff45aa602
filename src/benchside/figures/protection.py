"""Small counts of people are not shown.

Where one cell of a cut is withheld, the next smallest is withheld as well, so that the first cannot be worked out from the total.
"""

from dataclasses import replace

from benchside.model.figure import Figure

SMALL_NUMBER = 5
WITHHELD = "withheld: fewer people than may be shown"
WITHHELD_TOO = "withheld so that a smaller count cannot be worked out"


def protect(figures: list[Figure], *, below: int = SMALL_NUMBER) -> list[Figure]:
    """The figures of one question with small counts of people withheld. A true zero is shown."""
    small = [i for i, f in enumerate(figures) if f.value is not None and 0 < f.n_people < below]
    withheld = dict.fromkeys(small, WITHHELD)
    if len(small) == 1 and len(figures) > 1:
        others = [i for i, f in enumerate(figures) if i not in withheld and f.value]
        if others:
            withheld[min(others, key=lambda i: figures[i].n_people)] = WITHHELD_TOO
    return [_hidden(f, withheld[i]) if i in withheld else f for i, f in enumerate(figures)]


def _hidden(figure: Figure, why: str) -> Figure:
    return replace(
        figure, value=None, low=None, high=None, n=0, denominator=None, exact="", status="protected", evidence_count=0,
        grades={}, notes=(*figure.notes, why),
    )  # fmt: skip

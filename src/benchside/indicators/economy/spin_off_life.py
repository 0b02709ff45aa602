"""How long spin-offs last."""

from benchside.indicators.base import Awaited, Indicator
from benchside.indicators.economy.lives import TABLES, followed


def rows(t):
    return followed(t)


INDICATOR = Indicator(
    id="spin_off_life",
    title="Life of spin-offs",
    family="economy",
    question="How long does it take until half of the spin-offs have ended?",
    why="A company that lasts keeps a result and the jobs that hang on it; counting foundings alone hides those that closed.",
    unit="years",
    tables=TABLES,
    counts=("exploitation_event", "observation"),
    rows=rows,
    reducer="time_to",
    awaited=Awaited("ended"),
    per=4,
    scale=1461,
    keys=("project", "year", "ending"),
    direction="more",
    printed="decimal1",
    definition=(
        "The time from its founding by which half of the spin-offs have ended, which is what is reached here. A reading of nought employees that "
        "points to the spin-off's record is its end; one that lives is followed until its last reading. In years of 365.25 days."
    ),
    definition_source="Kaplan and Meier (1958); intervals on the scale of the logarithm.",
    limits=(
        "Only spin-offs with a dated reading of their employees are in it: those of which nobody knows what became of them are neither alive nor "
        "ended. A record that stands for several firms cannot be followed. A firm that was sold lives on here as long as it has employees; firms "
        "that are easy to find may be those that last."
    ),
    reviewed_on="2026-11-22",
    review_due="2027-11-22",
)

"""Which amount of a fact sheet is what.

The web table of a project had optional rows, so that in the file the amounts behind the second have slid: `TotalCost` mostly
holds the money called Other, and `OtherFunding` sometimes the total. Arithmetic settles it where the parts add up.
"""

import re
from dataclasses import dataclass

MONEY = ("IMIFunding", "EFPIAFunding", "OtherFunding", "TotalCost")
"""The four columns, in the order in which the fact sheet prints the amounts."""

ROUNDING = 2
"""Euro by which a total may differ from its parts: three or four printed amounts, each rounded to the euro."""

IMPLAUSIBLE_BELOW = 10_000
"""Euro below which an amount of Other is called suspicious: such amounts ('1', '513', '1 288') look cut off or in another unit."""

AMOUNT_RULE = "an amount in whole euro such as 18 170 217, thousands apart or not, not negative"


@dataclass(frozen=True)
class Reading:
    """What the last two columns hold, in whole euro; None for what the row does not give.

    `said` is empty where the columns mean what their headings say, else the reason of the reading.
    """

    other: int | None = None
    associated: int | None = None
    total: int | None = None
    said: str = ""


def parse_amount(text: str) -> int | None:
    """Whole euro; None for an empty cell; `ValueError` where the text is no amount."""
    if not text.strip():
        return None
    if not re.fullmatch(r"\s*(\d{1,3}(\s+\d{3})+|\d{1,15})\s*", text):
        raise ValueError(text)
    return int(re.sub(r"\s", "", text))


def settle(public: int | None, industry: int | None, other: int | None, total: int | None) -> Reading:
    """The one reading of the four columns in which the parts add up; where there is none, the reading that claims least.

    Without an arithmetical proof a single amount is read as the optional row Other, two as associated partners and
    Other, in the order of the fact sheet; then no total is known.
    """
    base = (public or 0) + (industry or 0)
    if other is None and total is None:
        return Reading()
    if other is None and total is not None:
        return _one(base, total)
    if total is None:
        return _only_other(base, other or 0)
    return _two(base, other or 0, total)


def _one(base: int, total: int) -> Reading:
    if _near(total, base):
        return Reading(total=total, said=_by(total, base))
    return Reading(other=total, said="TotalCost is not the sum of the parts " + _UNSETTLED + _doubt(total))


def _only_other(base: int, other: int) -> Reading:
    if _near(other, base):
        return Reading(
            total=other, said="OtherFunding equals IMI and EFPIA together: it is the total" + _by(other, base, "; ")
        )
    return Reading(
        other=other, said="OtherFunding is not the sum of the parts and no total is given " + _UNSETTLED + _doubt(other)
    )


def _two(base: int, other: int, total: int) -> Reading:
    readings = []
    if _near(total, base + other):
        readings.append(Reading(other=other, total=total, said=_by(total, base + other)))
    if _near(total, base):
        readings.append(
            Reading(other=other, total=total, said="TotalCost is IMI and EFPIA together, without OtherFunding")
        )
    if _near(other, base + total):
        readings.append(
            Reading(
                other=total, total=other, said="OtherFunding is the sum of the other three: the two have changed places"
            )
        )
    if len(readings) == 1 and base:
        return readings[0]
    why = "more than one reading adds up" if readings else "neither is the sum of the parts"
    return Reading(
        associated=other, other=total,
        said=f"{why}: not settled by arithmetic: read as the fact sheet's optional rows, associated partners and then Other"
        + _doubt(other, total),
    )  # fmt: skip


def _near(total: int, parts: int) -> bool:
    return parts > 0 and abs(total - parts) <= ROUNDING


_UNSETTLED = "(not settled by arithmetic: read as the fact sheet's optional row Other)"


def _by(total: int, parts: int, before: str = "") -> str:
    return "" if total == parts else f"{before}the total differs from its parts by {total - parts:+d} euro of rounding"


def _doubt(*amounts: int) -> str:
    low = [a for a in amounts if a < IMPLAUSIBLE_BELOW]
    return (
        f"; suspicious: {', '.join(map(str, low))} is below {IMPLAUSIBLE_BELOW} euro, perhaps cut off or in another unit"
        if low
        else ""
    )

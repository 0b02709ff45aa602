"""Amounts that have moved: which projects a sum of money rests on, and whether another of their versions would give the printed number."""

import itertools
from dataclasses import dataclass
from fractions import Fraction

from benchside.figures.causes.case import Case, show
from benchside.indicators.base import MILLION

_MOST = 20_000
_LEDGER = "contribution"


@dataclass(frozen=True)
class Line:
    """One ledger line inside the scope: its weight, its amount, and the other readings of the same line (in cents)."""

    project: str
    payer: str
    weight: Fraction
    amount: int
    others: tuple[tuple[int, str], ...]


def lines(case: Case) -> list[Line]:
    """The ledger lines that a figure sums, each with its other readings; empty where it sums something else."""
    rows = case.desk.rows(case.indicator, case.scope, case.figure.as_of)
    if not rows or any(not r["evidence_id"].startswith(_LEDGER + ":") for r in rows):
        return []
    weights = {r["evidence_id"]: _weight(r) for r in rows if r["num"]}
    history = case.desk.build.fetch(case.desk.build.history(_LEDGER))
    readings: dict[tuple, list[dict]] = {}
    for h in history:
        if h["precision"] == "exact" and h["state"] in ("as_published", "registry"):
            readings.setdefault(
                (h["project_id"], h["payer"], h["form"], h["region"], h["currency"], h["participation_id"]), []
            ).append(h)
    names = case.desk.labels("project")
    return sorted(
        (_line(g, h, weights, names) for g in readings.values() for h in g if h["evidence_id"] in weights),
        key=lambda n: (n.project, n.payer),
    )


def _weight(row: dict) -> Fraction:
    weight = Fraction(1)
    for name, value in row.items():
        if name.startswith("scope_"):
            weight *= Fraction(value, MILLION)
    return weight


def _line(readings: list[dict], counted: dict, weights: dict, names: dict[str, str]) -> Line:
    others = {
        (h["amount"], f"{h['document_id']}, {h['valid_on'].isoformat() if h['valid_on'] else 'undated'}")
        for h in readings
        if h["amount"] != counted["amount"]
    }
    project = str(names.get(counted["project_id"], counted["project_id"]))
    return Line(project, counted["payer"], weights[counted["evidence_id"]], counted["amount"], tuple(sorted(others)))


def moved(case: Case) -> list[str]:
    """By how much a sum of money differs, through which projects, and which of their other versions would explain it."""
    if case.indicator.unit != "EUR" or case.computed is None or case.indicator.reducer != "sum":
        return []
    found, gap = lines(case), case.computed - case.published.value
    if not found or not gap:
        return []
    way = "more" if gap > 0 else "less"
    since = f"the records at {case.figure.as_of} have {case.show(abs(gap))} {way} than was printed"
    projects = sorted({n.project for n in found})
    through = f"through {', '.join(projects)}" if len(projects) <= 12 else f"through {len(projects)} projects"
    return [f"{since}, {through}", *_explained(case, found, gap), *_versions(found)]


def _explained(case: Case, found: list[Line], gap: Fraction) -> list[str]:
    """The choice of other versions that gives the printed number to the euro, if there is one (the fewest changes)."""
    open_lines = [n for n in found if n.others]
    choices = [[None, *n.others] for n in open_lines]
    size = 1
    for c in choices:
        size *= len(c)
    if not open_lines or size > _MOST:
        return []
    best = None
    for combination in itertools.product(*choices):
        change = (
            sum((n.weight * (c[0] - n.amount) for n, c in zip(open_lines, combination, strict=True) if c), Fraction(0))
            / 100
        )
        used = [(n, c) for n, c in zip(open_lines, combination, strict=True) if c]
        if used and abs(change + gap) < 1 and (best is None or len(used) < len(best)):
            best = used
    if best is None:
        return ["no choice among the recorded versions gives the printed number"]
    told = "; ".join(
        f"{n.project} {n.payer} {show(Fraction(c[0], 100), 'EUR')} ({c[1]}) for {show(Fraction(n.amount, 100), 'EUR')}"
        for n, c in best
    )
    return [f"it agrees to the euro with other recorded versions: {told}"]


def _versions(found: list[Line]) -> list[str]:
    """The lines that have other readings, with those readings."""
    open_lines = [n for n in found if n.others][:12]
    if not open_lines:
        return ["these projects have one version each on record"]
    told = "; ".join(_told(n) for n in open_lines)
    return [f"other versions on record: {told}"]


def _told(line: Line) -> str:
    others = ", ".join(f"{show(Fraction(amount, 100), 'EUR')} ({where})" for amount, where in line.others)
    return f"{line.project} {line.payer}: {others} beside {show(Fraction(line.amount, 100), 'EUR')}"

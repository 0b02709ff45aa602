"""The versions of a project's amounts: one line for each date, document and state, undated ones last and marked."""

from benchside.reports import words
from benchside.reports.records import Records, coded

_COLUMNS = {"eu": "public", "industry": "industry"}
"""payer → column; all other payers stand under `other`."""


def versions(records: Records, project: str) -> list[dict]:
    """The lines of the contributions table, the latest first."""
    lines: dict[tuple, list[dict]] = {}
    for row in records.of("contribution", "project_id", project):
        lines.setdefault(_place(row), []).append(row)
    totals = {_place(t): t for t in records.of("stated_total", "project_id", project)}
    standing = {r["evidence_id"] for r in records.of("contribution", "project_id", project, ever=False)}
    places = sorted({*lines, *totals}, key=_order, reverse=True)
    return [_line(place, lines.get(place, []), totals.get(place), standing) for place in places]


def _place(row: dict) -> tuple:
    return row["valid_on"], row["document_id"], row["state"], row["precision"], row["currency"]


def _order(place: tuple) -> tuple:
    date, document, *rest = place
    return (date is not None, str(date or ""), str(document), *rest)


def _line(place: tuple, rows: list[dict], total: dict | None, standing: set[str]) -> dict:
    date, document, state, precision, currency = place
    sums: dict[str, int] = {}
    for row in rows:
        column = _COLUMNS.get(row["payer"], "other")
        sums[column] = sums.get(column, 0) + row["amount"]
    shown = {c: words.amount(sums.get(c), currency) or "–" for c in ("public", "industry", "other")}
    exact = state == "as_published" and precision == "exact" and currency == "EUR"
    return shown | {
        "undated": date is None, "date": date, "document": document, "state": _state(state, precision),
        "total": words.amount(sum(sums.values()), currency) if sums else "–",
        "printed_total": _printed_total(total, sum(sums.values())), "labels": _labels(rows),
        "counts": exact and any(r["evidence_id"] in standing for r in rows),
    }  # fmt: skip


def _state(state: str, precision: str) -> str:
    words_of = coded("contribution", "state", state)
    return words_of if precision == "exact" else f"{words_of}, {coded('contribution', 'precision', precision)}"


def _printed_total(total: dict | None, added: int) -> str:
    if total is None:
        return ""
    if not added:
        return f"{words.amount(total['amount'], total['currency'])} printed as the total alone"
    gap = total["amount"] - added
    if not gap:
        return "equals the printed total"
    sign = "more" if gap > 0 else "less"
    return f"the printed total is {words.amount(abs(gap), total['currency'])} {sign}"


def _labels(rows: list[dict]) -> str:
    found = list(dict.fromkeys(r["label"] for r in rows if r["label"]))
    return f"as the source names them: {', '.join(found)}" if found else ""

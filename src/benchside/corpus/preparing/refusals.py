"""`refused.csv`: what could not be taken, each with its file, place, rule and text."""

import csv
import os
import re
from collections.abc import Iterable
from pathlib import Path

from benchside.corpus.preparing.lines import Unread
from benchside.model.spreadsheets import harmless

REFUSED = "refused.csv"
HEADER = ("file", "place", "rule", "value")
_OF_TABLE = re.compile(r"^(works|work_fields|citations|authorships)\.csv: ")


def write_refused(folder: Path, name: str, unread: Iterable[Unread]) -> None:
    """The refusals of one input, by place."""
    rows = sorted((u.place, u.rule, u.value) for u in unread)
    with (folder / REFUSED).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((name, *row) for row in rows)


def gather_refused(out: Path, beside: Path, staged: Iterable[Path], more: Iterable[tuple]) -> dict[str, int]:
    """All refusals in `out`, first those of each input, then `more`; how many rows broke each rule."""
    counts: dict[str, int] = {}
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for row in _all(staged, more):
            writer.writerow([harmless(str(cell)) for cell in row])
            counts[_rule(row[2])] = counts.get(_rule(row[2]), 0) + 1
    os.replace(beside, out / REFUSED)
    return dict(sorted(counts.items()))


def _all(staged: Iterable[Path], more: Iterable[tuple]) -> Iterable[tuple | list[str]]:
    for folder in staged:
        with (folder / REFUSED).open(encoding="utf-8", newline="") as its:
            yield from csv.reader(its)
    yield from more


def _rule(text: str) -> str:
    """A rule without what the single case adds to it."""
    return re.split(r": |, at byte| before byte", _OF_TABLE.sub("", text))[0]

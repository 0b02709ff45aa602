"""What every command shares: progress on the error stream, tables on the screen, answers as JSON or CSV."""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.table import Table

from benchside.model.spreadsheets import harmless

OUT = Console(soft_wrap=False)
ERR = Console(stderr=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """Show what is being done while it takes; nothing is shown where nobody watches (a pipe, a script)."""
    if not ERR.is_terminal:
        yield lambda text: None
        return
    with ERR.status(what) as status:
        yield lambda text: status.update(f"{what}: {text}")


def write_json(value: Any) -> None:
    """One JSON document on the output stream."""
    json.dump(value, sys.stdout, indent=1, ensure_ascii=False, default=str)
    sys.stdout.write("\n")


def write_csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    """A CSV table; lists and scopes are joined to one cell, and no text begins a formula."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([[_cell(row.get(c)) for c in columns] for row in rows])


def _cell(value: Any) -> Any:
    if isinstance(value, dict):
        value = ";".join(f"{k}={v}" for k, v in value.items())
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    return harmless(value) if isinstance(value, str) else value


def show_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: Sequence[int] = (),
    dim: Sequence[int] = (),
    title: str = "",
) -> None:
    """A table on the screen; columns numbered in `right` are aligned to the right, rows numbered in `dim` are set back."""
    table = Table(title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number in right else "left", overflow="fold")
    for number, row in enumerate(rows):
        table.add_row(*[cell.replace("[", r"\[") for cell in row], style="dim" if number in dim else None)
    (OUT if OUT.is_terminal else Console(width=200)).print(table)

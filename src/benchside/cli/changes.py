"""The command that says what differs between two builds, or two snapshots of a source: changes."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import Folder, Form
from benchside.cli.screen import OUT, progress, show_table, write_json
from benchside.store.builds import Listed
from benchside.store.differences import KINDS, Differences, Money, units

WORDS = {
    "added": "added", "changed": "changed", "gone": "gone", "refused": "now refused", "accepted": "no longer refused",
    "renumbered": "under another key", "restated": "from another place", "unchanged": "unchanged",
}  # fmt: skip
"""What became of a record → how the screen says it."""


def changes(
    folder: Folder,
    source: Annotated[
        str | None,
        typer.Argument(metavar="[SOURCE]", help="Compare two snapshots of this source; without it, two builds."),
    ] = None,
    before: Annotated[
        str | None,
        typer.Option("--from", metavar="WHICH", help="A build; of a source a file, a folder or a snapshot."),
    ] = None,
    after: Annotated[
        str | None, typer.Option("--to", metavar="WHICH", help="The same, for what it is compared with.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="How many differences table and JSON list at most.")
    ] = 20,
    form: Annotated[Form, typer.Option("--format", help="table, json, or csv with all differences.")] = Form.table,
) -> None:
    """Say what differs between the last build and the one before it, or between two snapshots of a source."""
    with tempfile.TemporaryDirectory() as scratch, progress("Comparing") as tell:
        file = Path(scratch) / "changes.csv" if form is Form.csv else None
        sides = main.changes(folder, source, before=before, after=after, listed=Listed(limit, file), progress=tell)
        if file:
            _copy(file)
    if form is Form.json:
        write_json({"from": sides[0], "to": sides[1], **sides[2].as_json()})
    elif form is Form.table:
        OUT.print(f"from {sides[0]}\nto   {sides[1]}", markup=False, soft_wrap=True)
        show_differences(sides[2])


def _copy(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            sys.stdout.write(line)


def show_differences(found: Differences) -> None:
    """The counts of all tables in which anything differs, the money, the refusals, and the first lines of the list."""
    if found.is_empty:
        OUT.print(f"No record differs; {found.total('unchanged')} are the same on both sides.", markup=False)
    else:
        _show_tables(found)
        _show_money(found.money)
        _show_lines(found)
    for each in found.refused:
        OUT.print(f"rows refused of {each.source}: {each.before} before, {each.after} after", markup=False)
    for note in found.notes:
        OUT.print(f"note: {note}", markup=False, soft_wrap=True)


def _show_tables(found: Differences) -> None:
    kinds = [kind for kind in KINDS if found.total(kind)]
    rows = [
        (t.table, t.source, *(str(t.counts[k] or "") for k in kinds))
        for t in found.tables
        if any(n for kind, n in t.counts.items() if kind != "unchanged")
    ]
    rows.append(("all tables", "", *(str(found.total(k)) for k in kinds)))
    show_table(("table", "source", *(WORDS[k] for k in kinds)), rows, right=range(2, 2 + len(kinds)))
    for c in found.columns:
        OUT.print(f"changed: {c.table} ({c.source}), column {c.column}: {c.records} records", markup=False)


def _show_money(money: list[Money]) -> None:
    if not money:
        return
    columns = (
        "amounts",
        "source",
        "",
        "currency",
        "before",
        "after",
        "difference",
        "added",
        "gone",
        "changed",
        "the same",
    )
    rows = [
        (
            m.table, m.source, m.what, m.currency, units(m.before), units(m.after), units(m.after - m.before), str(m.n_added),
            str(m.n_gone), str(m.n_changed), str(m.n_same),
        )
        for m in money
    ]  # fmt: skip
    show_table(columns, rows, right=range(4, 11))


def _show_lines(found: Differences) -> None:
    rows = [(WORDS[d.kind], d.table, d.source, d.key, d.column, d.before or "", d.after or "") for d in found.lines]
    if rows:
        show_table(("what", "table", "source", "key", "column", "before", "after"), rows)
    OUT.print(f"{len(rows)} of {found.n_lines} differences listed, the most telling first.", markup=False)

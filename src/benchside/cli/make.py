"""Commands that make something: demo, new, build."""

from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.changes import show_differences
from benchside.cli.screen import OUT, progress, show_table
from benchside.errors import UsageError
from benchside.store.builds import Listed
from benchside.store.told import Read


def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the report is written.")] = Path("out/imi"),
) -> None:
    """Build the example programme, write its report, and say where to look."""
    with progress("Building the example programme") as tell:
        result, index = main.demo(out, progress=tell)
    _say(result)
    OUT.print(f"\nThe report is at [bold]{index.resolve().as_uri()}[/bold]", soft_wrap=True)


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    csv: Annotated[bool, typer.Option("--csv", help="CSV files instead of one workbook.")] = False,
) -> None:
    """Make a programme folder: settings, and an empty workbook of the model's tables."""
    made = main.new(folder, as_csv=csv)
    OUT.print(f"Made {folder}: {', '.join(made)}.", soft_wrap=True)
    OUT.print(f"Fill the tables you have, then run: benchside build {folder}", soft_wrap=True)


def build(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The programme's folder.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change; put nothing in place.")] = False,
    without: Annotated[
        list[str] | None, typer.Option("--without", metavar="SOURCE", help="Leave a source out. May be repeated.")
    ] = None,
    changes: Annotated[
        Path | None,
        typer.Option("--changes", metavar="FILE.csv", help="With --dry-run: write all that would change to this file."),
    ] = None,
) -> None:
    """Make a build from the snapshots: what came in, what was refused and why."""
    if changes and not dry_run:
        raise UsageError("--changes was given without --dry-run. Add it, or compare builds with `benchside changes`.")
    with progress("Building") as tell:
        result = main.build(folder, without=without or (), dry_run=dry_run, listed=Listed(file=changes), progress=tell)
    _say(result)
    if result.refused:
        raise typer.Exit(1)


MOST_FILES = 30
"""So many files are shown by themselves, the rest as one line."""


def _say(result) -> None:
    _say_files(result.files)
    rows = [(table, str(count)) for table, count in result.counts.items() if count]
    show_table(("table", "records"), rows, right=(1,))
    for source, reason in result.taken_back:
        OUT.print(f"taken back: {source}: {reason}", soft_wrap=True, markup=False)
    for warning in result.warnings:
        OUT.print(f"warning: {warning}", soft_wrap=True, markup=False)
    for reason in result.reasons:
        OUT.print(f"refused: {reason}", soft_wrap=True, markup=False)
    where = f" They are in {result.folder / 'refused.csv'}." if result.refused and result.folder.name else ""
    OUT.print(
        f"build {result.name}: {sum(result.counts.values())} records in, {result.refused} rows refused, whole or in part, {result.decisions} decisions kept.{where}",
        soft_wrap=True,
        markup=False,
    )
    if result.changes:
        OUT.print("\nWhat would change against the current build:", markup=False)
        show_differences(result.changes)


def _say_files(files: list[Read]) -> None:
    """Each file's rows, accepted and refused, where a source read files row by row; accepted and refused are all rows."""
    if not files:
        return
    shown = [(source, name, *map(str, counts), what) for source, name, *counts, what in files[:MOST_FILES]]
    if rest := files[MOST_FILES:]:
        shown.append(("", f"{len(rest)} more files", *_sums(rest), ""))
    if len(files) > 1:
        shown.append(("", "together", *_sums(files), ""))
    show_table(("source", "file", "rows", "accepted", "refused", "what it is"), shown, right=(2, 3, 4))
    OUT.print()


def _sums(files: list[Read]) -> tuple[str, str, str]:
    rows, accepted, refused = (sum(counts) for counts in zip(*(each[2:5] for each in files), strict=True))
    return str(rows), str(accepted), str(refused)

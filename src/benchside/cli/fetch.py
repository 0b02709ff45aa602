"""The command that uses the network: fetch."""

import os
import random
import time
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from benchside import main
from benchside.cli.ask import Folder
from benchside.cli.screen import OUT, progress
from benchside.sources.fetching.manners import Clock


def fetch(
    folder: Folder,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source in programme.toml.")],
    path: Annotated[
        Path | None,
        typer.Option("--path", metavar="PATH", help="Which one, where several entries of programme.toml have that id."),
    ] = None,
) -> None:
    """Fetch a source's files from where they are published, and take a snapshot; nothing else uses the network."""
    today, clock = date.today(), Clock(time.monotonic, time.sleep, random.random)
    with progress("Fetching") as tell:
        result = main.fetch(
            folder, source, today=today, clock=clock, path=(folder / path).resolve() if path else None,
            variables=os.environ, progress=tell,
        )  # fmt: skip
    stood = f", {result.stood} of them from a run that was broken off" if result.stood else ""
    OUT.print(
        f"{result.folder}: {result.files} files, {result.bytes} bytes, fetched on {today.isoformat()}{stood}; snapshot {result.snapshot}.",
        markup=False, soft_wrap=True,
    )  # fmt: skip

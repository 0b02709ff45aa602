"""What keeps runs apart and tells people what the machine lacks.

Locks are those of the operating system (`flock`): they go with the process that holds them, also when it is killed, so
that what a dead run left is told apart from what a living one is writing.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import duckdb

from benchside.errors import BenchsideError, DataError, InputError

LOCK = ".lock"


@contextmanager
def one_at_a_time(store: Path) -> Iterator[None]:
    """Only one run at a time changes what stands in the store; the others wait here. Held for moments only."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / LOCK).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def hold(path: Path) -> IO[bytes]:
    """Make a new file that is marked as in use until it is closed."""
    file = path.open("xb")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def clear_left(store: Path) -> None:
    """Remove what killed runs left half-written, and nothing that a living run still writes. Call it `one_at_a_time`."""
    for left in (*(store / "files").glob(".partial-*"), *(store / "snapshots").glob(".partial-*")):
        if not _is_held(left):
            left.unlink(missing_ok=True)
    for left in (store / "builds").glob(".making-*"):
        if not _is_held(left / LOCK):
            shutil.rmtree(left, ignore_errors=True)
    for left in (store / "builds").glob("*/.spill-*"):
        if not _is_alive(int(left.name.split("-")[1])):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_held(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def telling(store: Path, memory: str = "") -> Iterator[None]:
    """What the machine lacks (memory, disk, permission) is said with what to do; the last good build stays."""
    try:
        yield
    except BenchsideError:
        raise
    except duckdb.OutOfMemoryException as error:
        raise DataError(
            f'The engine may use memory = "{memory}" and needs more, or the disk is full: {_first_line(error)} '
            f"Raise `memory` in programme.toml, or free space on the disk of {store}. The last good build stays."
        ) from error
    except duckdb.IOException as error:
        raise DataError(
            f"The build could not be written: {_first_line(error)} "
            f"Free space on the disk of {store}, and check that it may be written. The last good build stays."
        ) from error
    except OSError as error:
        raise InputError(
            f"{error.filename or store} could not be read or written: {error.strerror}. "
            f"Free space on the disk of {store}, and check the permissions. The last good build stays."
        ) from error


def _first_line(error: Exception) -> str:
    line = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return line if line.endswith(".") else line + "."

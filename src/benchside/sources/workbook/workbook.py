"""The programme's own records: a folder of CSV files named after the tables, or one XLSX with a sheet for each table.

What keeps a file from being read at all is said here, for all files at once. Single values are checked in the store, as
for every source; CSV files are handed over by their path, so that a file larger than the memory streams there.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from benchside.errors import InputError, unknown
from benchside.model.origin import CsvPiece, Extract, Origin, RowsPiece
from benchside.model.record import MODEL_VERSION
from benchside.model.tables import RECORD_TYPES
from benchside.sources.base import Source
from benchside.sources.tables.csv_guard import csv_faults
from benchside.sources.tables.headers import suggestion
from benchside.sources.tables.xlsx_guard import xlsx_faults
from benchside.sources.tables.xlsx_sheets import read_xlsx

_Tables = dict[str, list[CsvPiece | RowsPiece]]
_PASSED_BY = ("README.md", "Thumbs.db", "desktop.ini")
_MOST_FAULTS = 20


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The records in the files, table by table, in the order of the file names.

    Raises `InputError` with all faults of all files where any file cannot be read as it stands, and `UsageError` for any
    option, because this source has none.
    """
    for option in options:
        raise unknown("option of the source workbook", option, (), do="Remove it from programme.toml.")
    wanted = {name: path for name, path in sorted(files.items()) if not _is_passed_by(name)}
    tables: _Tables = {}
    faults = list(_folder_faults(wanted))
    for name, path in sorted(wanted.items(), key=lambda item: not item[0].endswith("model.json")):
        try:
            faults += _take_in(name, path, tables)
        except OSError as error:
            faults.append(f"{name} cannot be opened ({error.strerror}). Put the file back, or make it readable.")
    if faults:
        raise InputError(_message(faults))
    return Extract(tables)


def _is_passed_by(name: str) -> bool:
    """Notes and what editors leave behind: README.md, *.txt, ~$name.xlsx, hidden files and folders."""
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden or path.name in _PASSED_BY or path.name.startswith("~$") or path.suffix.lower() == ".txt"


def _folder_faults(files: Mapping[str, Path]) -> Iterator[str]:
    if not any(name.lower().endswith((".csv", ".xlsx")) for name in files):
        yield "No records found, expected CSV files named after tables (contribution.csv) or one XLSX file. Add one of them."
    workbooks = [name for name in files if name.lower().endswith(".xlsx")]
    if len(workbooks) > 1:
        yield f"{len(workbooks)} XLSX files found ({', '.join(workbooks)}), expected one. Keep the one that counts."


def _take_in(name: str, path: Path, tables: _Tables) -> list[str]:
    """Adds the file's pieces to the tables; returns what is wrong with it."""
    kind = PurePosixPath(name).suffix.lower()
    if PurePosixPath(name).name == "model.json":
        _check_version(name, _declared_version(name, path))
        return []
    if kind == ".csv":
        return _take_in_csv(name, path, tables)
    if kind == ".xlsx":
        return _take_in_xlsx(name, path, tables)
    return [f"{name} cannot be read: expected a CSV or XLSX file. Save it as one of them, or remove it."]


def _take_in_csv(name: str, path: Path, tables: _Tables) -> list[str]:
    table = PurePosixPath(name).stem
    if table not in RECORD_TYPES:
        return [
            f"{name}: unknown table {table!r}{suggestion(table, RECORD_TYPES)} "
            f"Known tables: {', '.join(RECORD_TYPES)}. Rename the file, or remove it."
        ]
    tables.setdefault(table, []).append(CsvPiece(path, name))
    return csv_faults(name, path, RECORD_TYPES[table])


def _take_in_xlsx(name: str, path: Path, tables: _Tables) -> list[str]:
    if path.stat().st_size == 0:
        return [f"{name} is empty (0 bytes). Begin from the template, or remove the file."]
    if faults := xlsx_faults(name, path):
        return faults
    version, pieces, faults = read_xlsx(name, path)
    if version is not None:
        _check_version(f"{name}, sheet _model", version)
    for table, piece in pieces.items():
        tables.setdefault(table, []).append(piece)
    return faults


def _declared_version(name: str, path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8-sig"))["model_version"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f'{name} cannot be read ({error!r}), expected {{"model_version": {MODEL_VERSION}}}. Mend it.'
        ) from None


def _check_version(where: str, version: str) -> None:
    """Raises at once: unknown columns would only follow from a newer model, and would mislead."""
    if not version.isdecimal():
        raise InputError(
            f"{where}: model version {version!r}, expected a whole number such as {MODEL_VERSION}. Mend it."
        )
    if int(version) > MODEL_VERSION:
        raise InputError(
            f"{where}: made with model {version}, this Benchside reads up to {MODEL_VERSION}. Update Benchside."
        )


def _message(faults: list[str]) -> str:
    if len(faults) == 1:
        return faults[0]
    more = [f"… and {len(faults) - _MOST_FAULTS} more."] if len(faults) > _MOST_FAULTS else []
    return "\n- ".join([f"{len(faults)} faults in the records:", *faults[:_MOST_FAULTS], *more])


SOURCE = Source(
    id="workbook",
    origin=Origin(
        producer="the programme itself",
        title="Records kept in the model's tables",
        citation="The programme's own records",
        licence="as the programme states",
    ),
    files="**/*",
    read=read,
)
"""Rows bring their own documents; no bounds are expected, because a programme may keep any of the tables."""

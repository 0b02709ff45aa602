"""Any spreadsheet, by a mapping beside it that says which column feeds which field of the model.

Reads CSV, TSV, XLSX and ZIP files of them. Nothing is taken that the mapping does not name, and nothing is left out that it does
not name either: a column without a word on it stops the reading. `docs/how-to/map-a-spreadsheet.md` has a whole example.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from benchside.errors import InputError, UsageError, unknown
from benchside.model.origin import Extract, Origin, Refusal
from benchside.sources.base import Source
from benchside.sources.mapped.mapping import read_mapping
from benchside.sources.mapped.spec import Entry, Spec
from benchside.sources.mapped.values import WrongValue, value_of
from benchside.sources.mapped.written import all_of
from benchside.sources.tables.book import FILE, SHOWN, Book, RefusedRow, Tally
from benchside.sources.tables.cells import harmless
from benchside.sources.tables.files import NOTES, Part, parts_of
from benchside.sources.tables.headers import suggestion
from benchside.sources.tables.layouts import Layout
from benchside.sources.tables.lines import header_of
from benchside.sources.tables.preamble import Below, header_row
from benchside.sources.tables.rows import Row, Sheet

ORIGIN = Origin(
    producer="as the mapping says",
    title="A spreadsheet with a mapping",
    citation="See the document that the mapping names",
    licence="as the mapping says",
)


def read(files: Mapping[str, Path], options: Mapping[str, object]) -> Extract:
    """The model's tables from the files, by the mapping that the option `mapping` names.

    A decision in the table `(file)` says of each sheet how many rows it has, how many were accepted and how many refused, by rule;
    rows that the mapping passes over count as refused there, and are no refusals. Raises `InputError` with all faults of the
    mapping, or with all columns that it does not speak of.
    """
    spec, rest = _spec(files, options)
    parts, passed = parts_of(rest)
    book = Book()
    for name, why in passed.items():
        book.settle(FILE, name, "rows", "0 rows", "passed by", why)
    by_part = _matched(spec, parts)
    sheets = [(_opened(spec, part, entries, book), entries) for part, entries in by_part]
    for sheet, entries in sheets:
        _say_ignored(sheet, entries, book)
        _read_sheet(sheet, entries, spec, book)
    _add_document(spec, book)
    return book.extract()


def _spec(files: Mapping[str, Path], options: Mapping[str, object]) -> tuple[Spec, dict[str, Path]]:
    for name in options:
        if name != "mapping":
            raise unknown("option of the source mapped", name, ("mapping",), do="Correct programme.toml.")
    named = options.get("mapping", "mapping.toml")
    if not isinstance(named, str):
        raise UsageError(
            f"programme.toml: mapped, mapping = {named!r}, expected the name of a TOML file beside the tables."
        )
    if named not in files:
        near = suggestion(named, list(files))
        raise InputError(
            f"There is no {named} among {', '.join(sorted(files)) or 'no files'}{near} Put it there, or correct `mapping` in programme.toml."
        )
    if named.lower().endswith((".yml", ".yaml")):
        raise UsageError(
            f"programme.toml: mapped, mapping = {named!r}, expected a TOML file. Write the mapping as TOML."
        )
    return read_mapping(named, files[named]), {n: p for n, p in files.items() if n != named}


def _matched(spec: Spec, parts: Sequence[Part]) -> list[tuple[Part, list[Entry]]]:
    """Each table with the entries that read it; `InputError` for tables nobody names, and entries that name none."""
    faults = [f"{spec.name}, {e.place}: there is no such table{suggestion(e.file, [p.name for p in parts])} Found: {', '.join(p.name for p in parts) or 'none'}."
              for e in spec.entries if not any(_is_of(e, p) for p in parts)]  # fmt: skip
    found = [(p, [e for e in spec.entries if _is_of(e, p)]) for p in parts]
    for name in {p.name for p, _ in found if sum(q.name == p.name for q in parts) > 1}:
        faults.append(
            f"{name} has several sheets that cannot be told apart within a ZIP file. Unpack the workbook first."
        )
    for part, entries in found:
        if not entries and part.name not in spec.files_ignored:
            faults.append(
                f"{part.name}: the mapping does not speak of this table. Add a [[table]], or a reason under [files_ignored]."
            )
        if len({e.header_row for e in entries}) > 1:
            faults.append(f"{part.name}: header_row differs between its [[table]]s. Give one number.")
    if faults:
        raise InputError(all_of(faults, "in what the mapping names"))
    return [(p, entries) for p, entries in found if entries]


def _is_of(entry: Entry, part: Part) -> bool:
    return part.name in (entry.file, f"{entry.file}, sheet {entry.sheet}") if entry.sheet else part.name == entry.file


def _opened(spec: Spec, part: Part, entries: Sequence[Entry], book: Book) -> Sheet:
    """The table with its columns; `InputError` for those that are twice there, missing, or not spoken of."""
    wanted = {c for e in entries for c in e.columns}
    header, mark = _header(part, entries[0].header_row, wanted)
    names = [cell or f"(column {n})" for n, cell in enumerate(header, 1)]
    ignored = {c: why for e in entries for c, why in e.ignored.items()}
    faults = [
        f"the column {c!r} stands {names.count(c)} times; rename one"
        for c in dict.fromkeys(names)
        if names.count(c) > 1
    ]
    faults += [
        f"{e.place} names the column {c!r}, which is not there{suggestion(c, names)}"
        for e in entries
        for c in sorted(e.columns)
        if c not in names
    ]
    if silent := [c for c in names if c not in wanted and c not in ignored]:
        faults.append(
            f"the mapping does not speak of {len(silent)} columns: {', '.join(silent)}. Map them, or list each under [table.ignored] with a reason"
        )
    if faults:
        raise InputError(
            "\n- ".join([f"{spec.name} and {part.name} (columns {', '.join(names)}) do not agree:", *faults])
        )
    blanks = frozenset().union(*(e.blanks for e in entries))
    sheet = Below(
        part.name, Layout(part.name, "mapped", tuple(wanted), blanks=blanks), book, part, spec.document["key"], mark
    )
    sheet.first = entries[0].header_row
    sheet.at, sheet.width = {c: n for n, c in enumerate(names)}, len(names)
    book.tallies[part.name] = Tally(f"mapped to {', '.join(dict.fromkeys(e.table.name for e in entries))}")
    return sheet


def _header(part: Part, row: int, wanted: set[str]) -> tuple[list[str], str]:
    """The line of columns in that row, and the delimiter."""
    if row == 1 and part.open_text:
        with part.open_text() as stream:
            found, mark = header_of(stream, partial(_score, wanted))
        return [cell.strip() for cell in found], mark
    if row == 1:
        return header_row(part, lambda cells: True)[1:]
    number, found, mark = header_row(part, lambda cells: bool(wanted & set(cells)), only=row)
    return (found, mark) if number else header_row(part, lambda cells: True, only=row)[1:]


def _score(wanted: set[str], header: Sequence[str]) -> int:
    return 1000 * len(wanted & {cell.strip() for cell in header}) + len(header)


def _say_ignored(sheet: Sheet, entries: Sequence[Entry], book: Book) -> None:
    for column, why in {c: why for e in entries for c, why in e.ignored.items()}.items():
        if column in sheet.at:
            book.settle(FILE, sheet.name, column, "a column", "not taken", why)


def _read_sheet(sheet: Sheet, entries: Sequence[Entry], spec: Spec, book: Book) -> None:
    """Every row through every entry: accepted where one of them took something of it."""
    tally = book.tallies[sheet.name]
    passes = [p for e in entries for p in e.pass_over]
    for row in sheet.rows():
        tally.rows += 1
        passed = next((f"passed over: {p.reason}" for p in passes if row[p.column] in p.equals), None)
        outcomes = [passed] if passed else [_take(entry, row, spec, book) for entry in entries]
        if None not in outcomes:
            rule = str(outcomes[0])
            tally.refused[rule] = tally.refused.get(rule, 0) + 1


def _take(entry: Entry, row: Row, spec: Spec, book: Book) -> str | None:
    """Takes a row into one table; why it was not, or None where something of it was."""
    outcomes = [_take_part(entry, row, part, spec, book) for part in _parts(entry, row, book)]
    if not outcomes:
        return f"the cell {entry.split.column if entry.split else ''} holds nothing to split"
    return None if None in outcomes else outcomes[0]


def _parts(entry: Entry, row: Row, book: Book) -> Iterator[Mapping[str, str]]:
    """The pieces of a joined cell, each with the columns that it stands for; one without any where nothing is split."""
    if entry.split is None:
        yield {}
        return
    split = entry.split
    for text in filter(None, (harmless(p.strip()) for p in row[split.column].split(split.by))):
        if split.pattern is None:
            yield {split.column: text}
        elif found := split.pattern.fullmatch(text):
            pieces = {
                f"{split.column}.{name}": harmless((piece or "").strip()) for name, piece in found.groupdict().items()
            }
            yield {split.column: text, **pieces}
        else:
            rule = f"a part of the cell does not have the form {split.pattern.pattern}"
            book.refuse_cell(
                entry.table.name, row.place, split.column, text, rule, "Correct the part; the others were taken."
            )


def _take_part(entry: Entry, row: Row, part: Mapping[str, str], spec: Spec, book: Book) -> str | None:
    try:
        values = _values(entry, row, part, book)
        _keep(entry, row, values, spec, book)
    except RefusedRow as why:
        book.refusals.append(Refusal(entry.table.name, row.place, why.column, why.value[:SHOWN], why.rule, why.do))
        return why.rule
    return None


def _values(entry: Entry, row: Row, part: Mapping[str, str], book: Book) -> dict[str, str]:
    """The values of the record; a wrong one that the model does not need is refused alone."""
    values = {}
    for field in entry.fields:
        is_needed = field.of.required or field.of.name in entry.table.key
        try:
            values[field.of.name] = value_of(field, lambda column: part[column] if column in part else row[column])
        except WrongValue as wrong:
            if is_needed:
                raise RefusedRow(
                    wrong.column, wrong.value, wrong.expected, "Correct the cell, or the mapping."
                ) from wrong
            book.refuse_cell(
                entry.table.name,
                row.place,
                wrong.column,
                wrong.value,
                wrong.expected,
                "Correct the cell, or the mapping; the rest of the row was taken.",
            )
            continue
        if is_needed and not values[field.of.name]:
            raise RefusedRow(
                ", ".join(field.columns),
                "",
                f"{entry.table.name}.{field.of.name} is required",
                "Fill the cell, or pass the row over.",
            )
    return values


def _keep(entry: Entry, row: Row, values: dict[str, str], spec: Spec, book: Book) -> None:
    """Keeps the record; the same again is one record, another under its key is refused."""
    key = "|".join(values[name] for name in entry.table.key)
    proof = {
        "document_id": spec.document["key"],
        "locator": f"{row.sheet.name} row {row.number}",
        "grade": spec.document["grade"],
    }
    if book.add(entry.table.name, key, row.place, values | {k: v for k, v in proof.items() if not values.get(k)}):
        return
    before, at = book.records[entry.table.name][key]
    if unlike := [name for name, value in values.items() if value != before.get(name, "")]:
        says = f"{entry.table.name} {key} has {unlike[0]} = {before.get(unlike[0], '')!r} at {at}"
        raise RefusedRow(unlike[0], values[unlike[0]], says, "Make the rows agree, or give each record its own key.")
    row.apply(entry.table.key[0], f"a {entry.table.name} that several rows name is one record", key, key)


def _add_document(spec: Spec, book: Book) -> None:
    said = spec.document
    if not book.has("document", said["key"]):
        book.add("document", said["key"], spec.name, {
            "document_key": said["key"], **{k: said.get(k, "") for k in ("title", "publisher", "url", "printed_on", "licence")},
        })  # fmt: skip


SOURCE = Source(
    id="mapped",
    origin=ORIGIN,
    files="**/*",
    read=read,
    ignored={
        "columns under [table.ignored]": "as the mapping says, each with its reason",
        **dict.fromkeys(NOTES, "notes beside the tables"),
    },
)

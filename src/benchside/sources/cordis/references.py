"""Lists of codes with their words, which CORDIS publishes beside the tables: countries, programmes, schemes, activity types."""

from benchside.sources.cordis import cells
from benchside.sources.cordis.register import Register
from benchside.sources.tables import cells as table_cells
from benchside.sources.tables.book import RefusedRow
from benchside.sources.tables.rows import Row

COLUMNS = {
    "countries": ("euCode", "name", "language"),
    "programmes": ("Code", "Title", "Language"),
    "activity types": ("Code", "Title", "language"),
    "funding schemes": ("code", "title", "language"),
    "funding schemes by type": ("fundingScheme", "fundingScheme_name", ""),
    "topic keywords": ("CAT_CODE", "TITLE", ""),
}
"""List → its columns of code, words and language."""


def take_code(register: Register, row: Row) -> None:
    """A code and what it is called in one language."""
    scheme = row.sheet.layout.id
    code_column, words_column, language_column = COLUMNS[scheme]
    code = row.need(code_column, table_cells.words, "a code")
    label = row.need(words_column, table_cells.words, "the words for the code")
    language = row[language_column].lower() if language_column else ""
    if scheme == "countries":
        _check_country(register, row, code)
    key = f"{scheme}|{code}|{language}"
    values = {
        "code_entry_id": f"{row.sheet.document}:{row.number}",
        "scheme": scheme,
        "code": code,
        "language": language,
        "label": label,
    }
    if not register.book.add("code_entry", key, row.place, {**values, **row.proof}):
        there, at = register.book.records["code_entry"][key]
        raise RefusedRow(
            words_column,
            label,
            "the code has words in this language already",
            f"See {at} ({there['label']}); the first is kept.",
        )


def _check_country(register: Register, row: Row, code: str) -> None:
    """What the list says of a country against the codes the model knows."""
    iso = row["isoCode"]
    kept = cells.EU_COUNTRIES.get(code, code)
    if iso == "NULL":
        row.apply("isoCode", "NULL stands for a missing ISO code; the Union's code is kept", code, kept)
    elif iso != kept:
        rule = f"the list gives {code} the ISO code {iso}, expected {kept}"
        register.book.refuse_cell(row.sheet.layout.id, row.place, "isoCode", iso, rule)
    if kept not in cells.COUNTRIES:
        register.book.refuse_cell(
            row.sheet.layout.id, row.place, "euCode", code, "a country that the model does not know"
        )

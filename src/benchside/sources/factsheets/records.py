"""The records that the fact sheets give, gathered by table before they are handed over as rows of text."""

from dataclasses import dataclass, field

from benchside.model.origin import CsvPiece, RowsPiece
from benchside.sources.factsheets.partners import Grants
from benchside.sources.factsheets.rows import Row
from benchside.sources.tables.book import piece

DOCUMENT = "imi_factsheets_2019"
"""The key of the one document: the file of fact sheets."""

AS_OF = "2019-11-01"
"""The day the file was compiled; its amounts are as published on that day."""


@dataclass
class Tables:
    """Records by table, each with the place it came from; a key that is there already is not written twice."""

    records: dict[str, dict[str, tuple[dict[str, str], str]]] = field(default_factory=dict)

    def add(self, table: str, key: str, place: str, locator: str = "", **values: str) -> None:
        """Keeps a record under its key; with a locator it cites the document."""
        proof = {"document_id": DOCUMENT, "locator": locator, "grade": "documented"} if locator else {}
        self.records.setdefault(table, {}).setdefault(key, (values | proof, place))

    def pieces(self) -> dict[str, list[CsvPiece | RowsPiece]]:
        """One piece for each table."""
        return {name: [piece(list(of.values()))] for name, of in self.records.items()}


@dataclass(frozen=True)
class Sheet:
    """One project's row, its key, and its grants."""

    row: Row
    project: str
    grants: Grants

    @property
    def locator(self) -> str:
        """The row, as a place in the document."""
        return f"row {self.row.number}"


def amount_columns(amount: int) -> dict[str, str]:
    """The columns of an amount as the file publishes it."""
    return {"amount": str(amount), "currency": "EUR", "state": "as_published", "precision": "exact", "valid_on": AS_OF}

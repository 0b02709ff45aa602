"""Refusals as they are gathered: so many that a person could still look at them, and that they stay in memory."""

from benchside.errors import InputError
from benchside.model.origin import Refusal

MOST = 1_000_000
"""Rows and cells that one reading may refuse; they take some 400 MB. A file with more is not what it is taken for."""


class Refusals(list[Refusal]):
    """A list of refusals that stops the reading where it grows beyond all use. `InputError` names the first."""

    def append(self, refusal: Refusal) -> None:
        """Keeps one more."""
        if len(self) >= MOST:
            first = self[0]
            raise InputError(
                f"More than {MOST} rows or cells are refused, the first in {first.row}, column {first.column}: {first.value!r}, "
                f"{first.rule}. Expected files that this source reads; see whether they are the right ones, and split them otherwise."
            )
        super().append(refusal)

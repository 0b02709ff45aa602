"""A mapping as it is written: its values, and its faults with the line on which they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from benchside.model.codes import CODES
from benchside.sources.tables.headers import suggestion


@dataclass
class Written:
    """The mapping's text and the faults found in it."""

    name: str
    text: str
    codes: Mapping[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, number: int, key: str, says: str) -> None:
        """Keeps a fault, with the line on which the key stands in its part of the file."""
        self.faults.append(f"{self.name} line {self._line(number, key)}, {key}: {says}")

    def _line(self, number: int, key: str) -> int:
        """The line of the last part of a key, sought from the header of its table on; that of the header where it is not found."""
        lines = self.text.splitlines()
        heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*table\s*\]\]", line)]
        start = heads[number - 1] if 0 < number <= len(heads) else 0
        end = heads[number] if 0 < number < len(heads) else len(lines)
        last = re.escape(key.rsplit(".", 1)[-1].strip('"'))
        # First where it is given a value, then where it heads a part.
        for form in (rf"""(\s*|.*[{{,.]\s*)["']?{last}["']?\s*=""", rf"""\s*\[+[^=]*\b{last}["']?\s*\]"""):
            for n in range(start, end):
                if re.match(form, lines[n]):
                    return n + 1
        return start + 1

    def known(self, number: int, where: str, written: Mapping[str, Any], names: tuple[str, ...]) -> None:
        """Faults for the keys that nobody reads."""
        for key in written:
            if key not in names:
                self.fault(
                    number, f"{where}{key}", f"unknown key {key!r}{suggestion(key, names)} Known: {', '.join(names)}."
                )

    def text_of(self, number: int, key: str, value: Any) -> str:
        """The value as text; a fault where it is none."""
        if hasattr(value, "isoformat"):
            value = value.isoformat()
        if not isinstance(value, str | int) or isinstance(value, bool):
            self.fault(number, key, f"found {value!r}, expected a text in quotation marks.")
            return ""
        return str(value)

    def table_of(self, number: int, key: str, value: Any) -> dict[str, Any]:
        """The value as a table; a fault where it is none."""
        if not isinstance(value, dict):
            self.fault(number, key, f"found {value!r}, expected a table of name = value.")
            return {}
        return value

    def reasons(self, number: int, key: str, value: Any) -> dict[str, str]:
        """Name → reason; a fault for a reason that is missing."""
        found = {k: self.text_of(number, f"{key}.{k}", v) for k, v in self.table_of(number, key, value).items()}
        for name, reason in found.items():
            if not reason.strip():
                self.fault(number, f"{key}.{name}", "found no reason, expected why it is left out, in a few words.")
        return found


def all_of(faults: list[str], where: str) -> str:
    """One message for all faults; a single one stands alone."""
    return faults[0] if len(faults) == 1 else "\n- ".join([f"{len(faults)} faults {where}:", *faults])


def texts_of(reader: Written, n: int, key: str, value: Any) -> tuple[str, ...]:
    """One text or a list of texts, as texts."""
    values = value if isinstance(value, list) else [value]
    return tuple(reader.text_of(n, key, v) for v in values)


def unknown_code(code: str, name: str) -> str:
    """What is said of a code that the model does not have."""
    return f"unknown code {code!r}{suggestion(code, CODES[name])} {name} has {', '.join(list(CODES[name])[:40])}."

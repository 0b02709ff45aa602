"""The value of a figure in each build that is kept, the latest builds first.

Earlier builds are opened and asked once; the answers are kept beside the report (`editions.json`), so that the next edition
asks only of builds it does not know yet.
"""

import hashlib
import json
from pathlib import Path

from benchside.figures.ask import Desk
from benchside.indicators.base import Indicator
from benchside.indicators.catalogue import all_indicators
from benchside.model.figure import Figure
from benchside.reports import words
from benchside.reports.edition import Edition
from benchside.store.builds import names
from benchside.store.reading import Build, OlderBuild

FILE = "editions.json"
MOST_BUILDS = 2
"""Earlier builds that are opened where no edition has kept their values."""


class Past:
    """Values of earlier builds, from the last edition or asked anew."""

    def __init__(self, edition: Edition):
        self._edition = edition
        self._kept = _read(edition)
        self._now: dict[str, dict] = {}
        build = edition.desk.build
        earlier = [n for n in names(build.folder.parent.parent) if n < build.name]
        self._builds = list(reversed(earlier))
        unknown = [n for n in self._builds[:MOST_BUILDS] if n not in self._kept]
        opened = {n: _opened(build.folder.parent / n) for n in unknown}
        self._desks = {n: Desk(b, below=edition.desk.below) for n, b in opened.items() if b is not None}

    def of(self, indicator: Indicator, figure: Figure) -> list[dict]:
        """This build's value, then those of earlier ones."""
        now = _entry(figure, indicator)
        self._now[indicator.id] = now
        found = [now | {"build": figure.build, "note": "this report"}]
        for name in self._builds:
            entry = self._earlier(name, indicator)
            if entry:
                note = "" if entry["definition"] == now["definition"] else "by another definition"
                found.append(entry | {"build": name, "note": note})
        return found

    def _earlier(self, name: str, indicator: Indicator) -> dict | None:
        values = self._kept.setdefault(name, {})
        if name in self._desks and indicator.id not in values:
            figure = self._desks[name].one(indicator.id, self._edition.scope_of(indicator.id))
            values[indicator.id] = _entry(figure, indicator)
        return values.get(indicator.id)

    def close(self) -> str:
        """Close the earlier builds; the text that the next edition reads."""
        for desk in self._desks.values():
            desk.build.close()
        values = self._kept | {self._edition.desk.build.name: self._now}
        return json.dumps({"scope": self._edition.scope, "values": values}, indent=1, ensure_ascii=False)

    def changes(self) -> tuple[str, list[dict]]:
        """The build before, and the figures whose value or definition differs from it."""
        before = next((n for n in self._builds if self._kept.get(n)), "")
        old = self._kept.get(before, {})
        pairs = [(id, old.get(id), now) for id, now in self._now.items() if old]
        return before, [
            _change(id, all_indicators()[id].title, was, now) for id, was, now in pairs if _differs(was, now)
        ]


def _opened(folder: Path) -> Build | None:
    """An earlier build; None for one that was made when the model had less, of which today's figures cannot be asked."""
    try:
        return Build(folder)
    except OlderBuild:
        return None


def _differs(was: dict | None, now: dict) -> bool:
    return was is None or any(was[k] != now[k] for k in ("printed", "status", "definition"))


def _change(id: str, title: str, was: dict | None, now: dict) -> dict:
    if was is None:
        return {"id": id, "title": title, "before": "", "now": now["printed"], "note": "not asked before"}
    notes = []
    if was["definition"] != now["definition"]:
        notes.append("the definition changed")
    if was["status"] != now["status"]:
        notes.append(f"was {words.STATUSES[was['status']]}, is {words.STATUSES[now['status']]}")
    if was["as_of"] != now["as_of"]:
        notes.append(f"spoke of {was['as_of']}")
    return {
        "id": id,
        "title": title,
        "before": was["printed"],
        "now": now["printed"],
        "note": "; ".join(notes) or "the records changed",
    }


def _entry(figure: Figure, indicator: Indicator) -> dict:
    definition = hashlib.sha256(f"{indicator.definition}|{indicator.reducer}|{indicator.limits}".encode()).hexdigest()[
        :16
    ]
    return {"as_of": figure.as_of, "printed": words.number(figure), "status": figure.status, "definition": definition}


def _read(edition: Edition) -> dict[str, dict]:
    path = edition.folder / FILE
    if not path.is_file():
        return {}
    kept = json.loads(path.read_text(encoding="utf-8"))
    return kept["values"] if kept.get("scope") == edition.scope else {}

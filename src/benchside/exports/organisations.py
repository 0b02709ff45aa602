"""Organisations as exports give them: records that are one organisation at the build's date are one, under the record that stands for them.

Which these are stands in the table `organisation_cluster`, by which figures and networks count as well. What the other records call themselves
is kept beside: their keys, names and identifiers.
"""

from dataclasses import dataclass
from typing import Any

from benchside.exports.base import Given

SCHEMES = ("ror", "pic")
"""Identifiers that a record of an organisation bears itself."""


@dataclass(frozen=True)
class Organisation:
    """One organisation. Texts are empty where nothing is known; place and identifiers are the standing record's, else the first known one.

    `others`: the keys of the other records, in order; `other_names`: theirs, each once; `identifiers`: scheme and value, the
    standing record's first.
    """

    key: str
    name: str
    city: str
    country: str
    ror: str
    others: tuple[str, ...]
    other_names: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]

    @property
    def other_rors(self) -> tuple[str, ...]:
        """ROR ids that the other records bear."""
        return tuple(value for scheme, value in self.identifiers if scheme == "ror" and value != self.ror)


def stands_for(given: Given) -> dict[str, str]:
    """Key of a record → key of the record that stands for it; those that stand for themselves alone are left out."""
    return {row["organisation_id"]: row["cluster_id"] for row in given.rows("organisation_cluster")}


def organisations(given: Given, stands: dict[str, str] | None = None) -> list[Organisation]:
    """All organisations in the order of their keys."""
    stands = stands_for(given) if stands is None else stands
    grouped: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(given.rows("organisation"), key=lambda r: r["organisation_id"]):
        grouped.setdefault(stands.get(row["organisation_id"]) or row["organisation_id"], []).append(row)
    return [_one(key, rows) for key, rows in sorted(grouped.items())]


def rows_of(given: Given, table: str, stands: dict[str, str]) -> list[dict[str, Any]]:
    """The records of a table, in each the organisation that stands for the one it names."""
    return [
        row | {"organisation_id": stands.get(row["organisation_id"], row["organisation_id"])}
        for row in given.rows(table)
    ]


def _one(key: str, rows: list[dict[str, Any]]) -> Organisation:
    rows = sorted(rows, key=lambda r: r["organisation_id"] != key)
    first = {name: next((row[name] for row in rows if row[name]), "") for name in ("name", "city", "country", "ror")}
    borne = dict.fromkeys((scheme, row[scheme]) for scheme in SCHEMES for row in rows if row[scheme])
    names = dict.fromkeys(row["name"] for row in rows if row["name"] != first["name"])
    others = tuple(row["organisation_id"] for row in rows if row["organisation_id"] != key)
    return Organisation(key, **first, others=others, other_names=tuple(names), identifiers=tuple(borne))

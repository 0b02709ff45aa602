"""Small made programmes for the tests of pathways: tables as lists of tuples."""

from datetime import date

import pyarrow as pa

from benchside.pathways.pathways import Pathways

_LINK = pa.schema(
    [
        *((c, pa.string()) for c in ("link_id", "from_type", "from_id", "to_type", "to_id", "relation", "claim", "stated_by")),
        ("share", pa.int64()),
        ("happened_on", pa.date32()),
        *((c, pa.string()) for c in ("document_id", "locator", "grade", "note")),
    ]
)  # fmt: skip


BARE = {
    "contribution": {"amount": 100_000_000, "currency": "EUR", "payer": "eu"},
    "asset_use": {"user_name": "Somebody", "use": "tries it"},
}
"""What a record has that is only pointed to, besides its key."""


def link(start: str, end: str, *, id: str = "", grade: str | None = "claimed", **more) -> dict:
    """An arrow `type:key` → `type:key`, told by the funder in a made document unless `more` says otherwise."""
    (from_type, from_id), (to_type, to_id) = start.split(":"), end.split(":")
    return {
        "link_id": id or f"{from_id}-{to_id}", "from_type": from_type, "from_id": from_id, "to_type": to_type, "to_id": to_id,
        "relation": "led_to", "claim": "not_stated", "stated_by": "funder", "document_id": "D1", "grade": grade, **more,
    }  # fmt: skip


def pathways(links: list[dict], **tables: list[dict]) -> Pathways:
    """Pathways of the links, with a bare record for every end that no table draws (`unknown:` ones stay without)."""
    rows = {name: [_with_id(name, r) for r in given] for name, given in tables.items()}
    for row in links:
        for side in ("from", "to"):
            name, key = row[f"{side}_type"], row[f"{side}_id"]
            of = rows.setdefault(name, [])
            if not key.startswith("missing") and not any(r["evidence_id"] == f"{name}:{key}" for r in of):
                of.append(_with_id(name, {f"{name}_id": key, **BARE.get(name, {})}))
    made = {name: _table(name, given) for name, given in rows.items() if given}
    made["link"] = pa.Table.from_pylist(links, _LINK)
    return Pathways(made)


def _with_id(name: str, row: dict) -> dict:
    return row | {"evidence_id": f"{name}:{row.get(f'{name}_id', '')}"}


def _table(name: str, rows: list[dict]) -> pa.Table:
    wanted = {
        "project": ("programme_id", "acronym"), "asset": ("name", "project_id"), "asset_use": ("user_name", "use"),
        "contribution": ("project_id", "amount", "currency", "payer"), "effect": ("description", "stage"),
    }.get(name, ())  # fmt: skip
    columns = dict.fromkeys([*wanted, *(k for r in rows for k in r)])
    whole = {c: [r.get(c) for r in rows] for c in columns}
    return pa.table({c: pa.array(v, _type(c)) for c, v in whole.items()})


def _type(column: str) -> pa.DataType:
    if column.endswith("_on"):
        return pa.date32()
    return pa.int64() if column in ("amount", "count", "position", "share") else pa.string()


def day(text: str) -> date:
    """A day from its text."""
    return date.fromisoformat(text)


VACCINE = [
    link("contribution:eu", "project:ebo", id="money", grade="documented"),
    link("project:ebo", "asset:vaccine", id="made", grade="documented"),
    link("asset:vaccine", "asset_use:trial", id="tried"),
    link("asset_use:trial", "effect:saved", id="saved", grade="independent"),
    link("project:ebo", "effect:saved", id="short", claim="accelerated", stated_by="user"),
    link("project:ebo", "asset:shelf", id="shelved", grade=None, document_id=None),
]
"""money → project → vaccine → use → effect, a short cut from the project to the effect, and a result that nobody uses."""

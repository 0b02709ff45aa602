"""Organisations of the real data as records: fact sheets, CORDIS (PIC), ROR."""

import csv
import gzip
import json
from pathlib import Path

from benchside.model.countries import COUNTRIES
from benchside.resolve.records import Record, from_row
from benchside.sources.factsheets.imi_factsheets import SOURCE

_EU_CODES = {"EL": "GR", "UK": "GB"}
CORDIS = (
    "cordis/h2020_2023/h2020_organizations_latest_2023-05-29.csv",
    "cordis/h2020_2023/h2020_organizations_latest_2023-06-05.csv",
    "cordis/horizon_europe_head100/organization_df_100.csv",
)
ROR = ("ror/ror_v2_latest.jsonl.gz", "ror/ror_v1_latest_only_in_v1.jsonl.gz")
FACT_SHEETS = "imi_factsheets/IMIPROJECTS_no_contacts.csv"


def fact_sheets(data: Path) -> list[Record]:
    path = data / FACT_SHEETS
    (piece,) = SOURCE.read({path.name: path}, {}).tables["organisation"]
    return [from_row(dict(zip(piece.columns, row, strict=True)), "imi_factsheets") for row in piece.rows]


def cordis(data: Path) -> list[Record]:
    rows: dict[str, list[dict[str, str]]] = {}
    for name in CORDIS:
        with (data / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows.setdefault(row["organisationID"], []).append(row)
    return [
        _of_cordis(pic, found) for pic, found in rows.items() if any(row["name"] or row["shortName"] for row in found)
    ]


def _of_cordis(pic: str, rows: list[dict[str, str]]) -> Record:
    names = list(dict.fromkeys(name for row in rows for name in (row["name"], row["shortName"]) if name))
    country = _EU_CODES.get(rows[0]["country"], rows[0]["country"])
    vat = (("vat", rows[0]["vatNumber"]),) if rows[0]["vatNumber"] else ()
    return Record(
        "cordis",
        pic,
        names[0],
        country if country in COUNTRIES else "",
        rows[0]["city"],
        tuple(names[1:]),
        (("pic", pic), *vat),
    )


def ror(data: Path) -> list[Record]:
    """All but the withdrawn, which the registry itself points elsewhere."""
    found = []
    for name in ROR:
        with gzip.open(data / name, "rt", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        found += [_of_ror(line) for line in lines if line["status"] != "withdrawn"]
    return found


def _of_ror(line: dict) -> Record:
    number = line["id"][-9:]
    if "names" in line:
        first = [name["value"] for name in line["names"] if "ror_display" in name["types"]]
        names = [*first, *(name["value"] for name in line["names"])]
        place = line["locations"][0]["geonames_details"]
        city, country = place["name"], place["country_code"]
    else:
        names = [line["name"], *line["aliases"], *line["acronyms"], *(label["label"] for label in line["labels"])]
        address = line["addresses"][0]
        city = (address.get("geonames_city") or {}).get("city") or address.get("city") or ""
        country = line["country"]["country_code"]
    once = tuple(dict.fromkeys(names))
    return Record("ror", number, once[0], country if country in COUNTRIES else "", city, once[1:], (("ror", number),))

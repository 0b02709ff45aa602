"""Works as CSL-JSON, which reference managers and citation processors read. No authors: none are kept."""

from pathlib import Path
from typing import Any

from benchside.exports.base import Export, Given, filled, write_json
from benchside.exports.dates import parts

TYPES = {
    "article": ("article-journal", ""), "review": ("article-journal", "Review article"),
    "conference_paper": ("paper-conference", ""), "book": ("book", ""), "book_chapter": ("chapter", ""),
    "preprint": ("article", "Preprint"), "dataset": ("dataset", ""), "report": ("report", ""), "other": ("document", ""),
}  # fmt: skip
"""work_type → CSL type and genre; the pairs differ, so that the type can be read back."""


def write(given: Given, path: Path) -> dict[str, int]:
    """Write all works, in the order of their keys."""
    works = [item(row) for row in given.rows("work")]
    write_json(path, works)
    return {"works": len(works)}


def item(row: dict) -> dict[str, Any]:
    """One work as a CSL item; what has no field of its own stands in `custom`."""
    kind, genre = TYPES[row["work_type"]]
    known = parts(row["published_on"])
    return filled({
        "id": row["work_id"], "type": kind, "genre": genre, "title": row["title"], "container-title": row["journal"],
        "ISSN": row["issn"], "DOI": row["doi"], "PMID": row["pmid"], "issued": {"date-parts": [list(known)]} if known else None,
        "custom": filled({"openalex_id": row["openalex_id"], "open_access": row["open_access"]}),
    })  # fmt: skip


EXPORT = Export(
    id="csl_json",
    title="Works as CSL-JSON",
    standard="CSL-JSON 1.0",
    url="https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json",
    holds="Every work with its type, title, journal, ISSN, DOI, PubMed number, OpenAlex id, open access and date.",
    loses="The project of a work, authorships (no names are kept), provenance.",
    write=write,
    suffix=".json",
)

"""Works as BibTeX in UTF-8. No authors: none are kept."""

import re
from pathlib import Path
from urllib.parse import quote

from benchside.exports.base import Export, Given, filled
from benchside.exports.dates import parts

TYPES = {
    "article": "article", "review": "article", "conference_paper": "inproceedings", "book": "book",
    "book_chapter": "incollection", "report": "techreport",
}  # fmt: skip
"""work_type → entry type; all others are `misc`. Our own type stands in the field `keywords`."""
WITHIN = {"inproceedings": "booktitle", "incollection": "booktitle"}
"""Entry type → the field that names what the work appeared in; `journal` for all others."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{c: f"\\{c}" for c in "%$&#_"},
}  # fmt: skip


def write(given: Given, path: Path) -> dict[str, int]:
    """Write all works, in the order of their keys."""
    taken: set[str] = set()
    entries = [entry(row, _key(row["work_id"], taken)) for row in given.rows("work")]
    path.write_text("\n".join(entries), encoding="utf-8")
    return {"works": len(entries)}


def entry(row: dict, key: str) -> str:
    """One work as an entry. The title stands in two pairs of braces, so that no style changes its capitals."""
    kind = TYPES.get(row["work_type"], "misc")
    year, month, day = (*parts(row["published_on"]), None, None, None)[:3]
    fields = filled({
        "title": f"{{{{{escaped(row['title'])}}}}}",
        WITHIN.get(kind, "journal"): braced(row["journal"]),
        "year": f"{{{year:04d}}}" if year else "",
        "month": MONTHS[month - 1] if month else "",
        "day": f"{{{day}}}" if day else "",
        "issn": braced(row["issn"]),
        "doi": f"{{{quote(row['doi'], safe='/:;.,()<>[]!$&*+=@_~#-')}}}" if row["doi"] else "",
        "pmid": braced(row["pmid"]),
        "openalex": braced(row["openalex_id"]),
        "keywords": braced(row["work_type"]),
    })  # fmt: skip
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {value},\n" for name, value in fields.items()) + "}\n"


def braced(text: str | None) -> str:
    """The text as a field's value; empty where there is none."""
    return f"{{{escaped(text)}}}" if text else ""


def escaped(text: str) -> str:
    """The text with what TeX would take for a command written out; blanks of any kind become one."""
    return "".join(_ESCAPES.get(letter, letter) for letter in " ".join(text.split()))


def _key(work_id: str, taken: set[str]) -> str:
    """A key that BibTeX reads; numbered where two works would bear the same."""
    key = first = re.sub(r"[^A-Za-z0-9:._/+-]", "_", work_id)
    number = 1
    while key.lower() in taken:  # BibTeX takes keys that differ only in capitals for one
        number += 1
        key = f"{first}-{number}"
    taken.add(key.lower())
    return key


EXPORT = Export(
    id="bibtex",
    title="Works as BibTeX",
    standard="BibTeX 0.99d",
    url="https://ctan.org/pkg/bibtex",
    holds="Every work with its type, title, journal, ISSN, DOI, PubMed number, OpenAlex id and date.",
    loses="The project of a work, authorships (no names are kept), open access, provenance; runs of blanks in a title.",
    write=write,
    suffix=".bib",
)

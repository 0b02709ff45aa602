"""Made works as OpenAlex gives them: JSON lines, gzip, in eight files; the same lines for the same number.

    python benchmarks/made_works.py 200000 FOLDER

A line has the members of a work in the API and about 7 kilobytes: abstract, authors with institutions and raw
affiliations, topics with all levels, locations, references, grants. What is long is drawn from 1 500 made pieces, more than
the window of gzip holds, so that a file packs nearly seven to one; id, year, type, citations and topics are a line's own.
Two in a hundred have no topic. Every line is clean: what broken lines cost is another question.
"""

import argparse
import json
import random
import zlib
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Any

FILES = 8
PIECES = 1500
SITE = "https://openalex.org/"
COUNTRIES = ("US", "CN", "GB", "DE", "JP", "FR", "IT", "IN", "CA", "ES", "NL", "CH", "SE", "BR", "KR", "AU", "PL", "BE")
TYPES = ("article",) * 14 + (
    "review",
    "review",
    "preprint",
    "preprint",
    "book-chapter",
    "dataset",
    "letter",
    "editorial",
)
SYLLABLES = (
    "ra",
    "no",
    "ti",
    "mel",
    "cor",
    "ven",
    "is",
    "lu",
    "pho",
    "gen",
    "tra",
    "des",
    "qui",
    "ba",
    "sol",
    "er",
    "an",
    "my",
)
DOMAINS, FIELDS, SUBFIELDS, TOPICS = 4, 26, 252, 4516
"""As many as OpenAlex has of each level."""


def make_works(works: int, folder: Path) -> int:
    """Write the files into a folder; the bytes of their lines before packing."""
    folder.mkdir(parents=True)
    bounds = [works * n // FILES for n in range(FILES + 1)]
    with ProcessPoolExecutor(2) as pool:
        sizes = pool.map(_write, range(FILES), bounds, bounds[1:], [folder / f"part_{n:03}.gz" for n in range(FILES)])
        return sum(sizes)


def _write(number: int, first: int, last: int, path: Path) -> int:
    """One file with the works of these numbers; the bytes of its lines. No time stands in its header."""
    drawn, packer, size = random.Random(f"file {number}"), zlib.compressobj(6, zlib.DEFLATED, 31), 0
    with path.open("wb") as file:
        for work in range(first, last):
            line = _line(2_000_000_000 + work * 7, drawn).encode()
            size += len(line)
            file.write(packer.compress(line))
        file.write(packer.flush())
    return size


def _line(number: int, drawn: random.Random) -> str:
    year, cited = 2004 + int(drawn.random() * 20), int(drawn.lognormvariate(1.6, 1.3))
    topics = (
        []
        if drawn.random() < 0.02
        else [_topic(int(drawn.random() * TOPICS)) for _ in range(int(1 + drawn.random() * 3))]
    )
    head, tail = _pieces()[int(drawn.random() * PIECES)]
    return (
        f'{{"id":"{SITE}W{number}","doi":"https://doi.org/10.1000/made.{number}","publication_year":{year},'
        f'"publication_date":"{year}-05-17","ids":{{"openalex":"{SITE}W{number}","doi":"https://doi.org/10.1000/made.{number}"}},'
        f'"type":"{drawn.choice(TYPES)}",{head},"cited_by_count":{cited},"fwci":{cited / 7.3:.4f},"primary_topic":'
        f'{topics[0] if topics else "null"},"topics":[{",".join(topics)}],"counts_by_year":{_by_year(year, cited)},{tail}}}\n'
    )


def _by_year(year: int, cited: int) -> str:
    """All citations, spread over ten years at most; years without are not there."""
    years = range(max(year, 2014), 2024)
    shares = [cited * (n + 1) // len(years) - cited * n // len(years) for n in range(len(years))]
    counts = [f'{{"year":{y},"cited_by_count":{n}}}' for y, n in zip(years, shares, strict=True) if n]
    return f"[{','.join(reversed(counts))}]"


@lru_cache(maxsize=TOPICS)
def _topic(number: int) -> str:
    drawn = random.Random(f"topic {number}")
    subfield = number % SUBFIELDS
    field = subfield % FIELDS
    levels = (
        ("subfield", "subfields", 1000 + subfield),
        ("field", "fields", 10 + field),
        ("domain", "domains", field % DOMAINS),
    )
    named = {name: {"id": f"{SITE}{many}/{n}", "display_name": f"Made {name} {n}"} for name, many, n in levels}
    return _text(
        {"id": f"{SITE}T{10000 + number}", "display_name": _words(drawn, 5), "score": round(drawn.random(), 4), **named}
    )


@lru_cache(maxsize=1)
def _pieces() -> list[tuple[str, str]]:
    """The long members of a work, before and after those of its own, without the braces around."""
    return [_piece(random.Random(f"piece {n}")) for n in range(PIECES)]


def _piece(drawn: random.Random) -> tuple[str, str]:
    source = _id(drawn, "S")
    place = {
        "is_oa": True, "landing_page_url": f"https://doi.org/10.1000/{_id(drawn, '')}", "pdf_url": None, "license": "cc-by",
        "source": {"id": SITE + source, "display_name": _words(drawn, 4), "issn_l": "0000-0000", "issn": ["0000-0000"],
                   "is_oa": True, "is_in_doaj": False, "host_organization": SITE + _id(drawn, "P"), "type": "journal"},
        "version": "publishedVersion", "is_accepted": True, "is_published": True,
    }  # fmt: skip
    title = _words(drawn, 12)
    authorships = [_authorship(drawn, n) for n in range(int(1 + drawn.random() * 4))]
    head = {"title": title, "display_name": title, "primary_location": place, "language": "en", "indexed_in": ["crossref"],
            "open_access": {"is_oa": True, "oa_status": "gold", "oa_url": None}, "authorships": authorships,
            "institutions_distinct_count": 3, "countries_distinct_count": 2, "is_retracted": False}  # fmt: skip
    grants = [_grant(drawn) for _ in range(int(drawn.random() * 1.6))]
    tail = {
        "biblio": {"volume": "12", "issue": "3", "first_page": "101", "last_page": "119"},
        "keywords": [{"id": f"{SITE}keywords/{_words(drawn, 1)}", "display_name": _words(drawn, 1), "score": 0.5} for _ in range(5)],
        "locations_count": 1, "locations": [place], "grants": grants,
        "funders": [{"id": g["funder"], "display_name": g["funder_display_name"]} for g in grants],
        "referenced_works": [SITE + _id(drawn, "W") for _ in range(int(drawn.random() * 24))],
        "related_works": [SITE + _id(drawn, "W") for _ in range(10)],
        "abstract_inverted_index": _abstract(drawn), "updated_date": "2024-01-31T00:00:00", "created_date": "2023-10-06",
    }  # fmt: skip
    return _text(head)[1:-1], _text(tail)[1:-1]


def _authorship(drawn: random.Random, place: int) -> dict[str, Any]:
    name, house, country = (
        _words(drawn, 2).title(),
        f"University of {_words(drawn, 1).title()}",
        drawn.choice(COUNTRIES),
    )
    raw, institution = (
        f"Department of {_words(drawn, 2)}, {house}, {_words(drawn, 2).title()}, {country}",
        SITE + _id(drawn, "I"),
    )
    return {
        "author_position": "first" if place == 0 else "middle",
        "author": {"id": SITE + _id(drawn, "A"), "display_name": name, "orcid": None},
        "institutions": [{"id": institution, "display_name": house, "ror": f"https://ror.org/0{_id(drawn, 'x')}",
                          "country_code": country, "type": "education", "lineage": [institution]}],
        "countries": [country], "is_corresponding": place == 0, "raw_author_name": name, "raw_affiliation_strings": [raw],
        "affiliations": [{"raw_affiliation_string": raw, "institution_ids": [institution]}],
    }  # fmt: skip


def _grant(drawn: random.Random) -> dict[str, str]:
    funder = 4320300000 + int(drawn.random() * 3000)
    return {"funder": f"{SITE}F{funder}", "funder_display_name": f"Made Fund {funder}", "award_id": _id(drawn, "")}


def _abstract(drawn: random.Random) -> dict[str, list[int]]:
    """Word → its places, some words at several."""
    index: dict[str, list[int]] = {}
    for place in range(int(20 + drawn.random() * 85)):
        word = drawn.choice(("the", "of", "and", "in", "a")) if drawn.random() < 0.3 else _words(drawn, 1)
        index.setdefault(word, []).append(place)
    return index


def _words(drawn: random.Random, many: int) -> str:
    return " ".join("".join(drawn.choices(SYLLABLES, k=int(2 + drawn.random() * 3))) for _ in range(many))


def _id(drawn: random.Random, letter: str) -> str:
    return f"{letter}{int(2e9 + drawn.random() * 2.4e9)}"


def _text(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Made works as OpenAlex gives them: JSON lines, gzip.")
    parser.add_argument("works", type=int)
    parser.add_argument("folder", type=Path, help="a new folder")
    given = parser.parse_args()
    print(f"{make_works(given.works, given.folder)} bytes of lines")

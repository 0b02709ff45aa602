"""OpenAlex works: which of their fields are read, and what becomes of them, in the engine and in Python.

Both ways give the same columns, `COLUMNS`: texts as they stand, and lists. A work belongs to a field with the share of its
topics that name it; where it has no topics, to that of its primary topic. Countries are those of its authors' addresses:
`countries` of each authorship, or those of its institutions where that is missing. Funders are whatever `funders`, `grants`
or `awards` name.
"""

import json
from typing import Any

from benchside.corpus.preparing.settings import Settings
from benchside.store.checks import quoted

ADDRESS = "https://openalex.org/"
REQUIRED = ("id", "publication_year", "type", "cited_by_count")
"""What a table of OpenAlex works has at least."""
COLUMNS = (
    "work_id", "year", "type", "citations", "names", "reference", "countries", "funders", "counts", "refs", "authors", "place",
)  # fmt: skip
"""What `rules.add` takes; `names` is the field of each topic, `counts` the citations of each year."""
_ID = {"id": "VARCHAR"}


def bare_id(column: str, kind: str = "") -> str:
    """An id without the address of OpenAlex, as SQL; other ids stay as they are, an empty one is missing.

    `kind` is what the address mostly has before the id (`subfields/`): such are found without looking for a pattern.
    """
    rest = f"substr({column}, {len(ADDRESS + kind) + 1})"
    plain = f"starts_with({column}, {quoted(ADDRESS + kind)}) AND NOT contains({rest}, '/')"
    other = f"regexp_replace({column}, '^https?://(api\\.)?openalex\\.org/([a-z]+/)?', '')"
    return f"nullif(CASE WHEN {plain} THEN {rest} WHEN contains({column}, '/') THEN {other} ELSE {column} END, '')"


def shapes(settings: Settings) -> dict[str, Any]:
    """The fields of a work that are read, in the form in which the engine takes the structure of a JSON document."""
    named = _ID | {"display_name": "VARCHAR"}
    topic = named if settings.fields == "topic" else {settings.fields: named}
    author = {"author": _ID} if settings.has_authors else {}
    found: dict[str, Any] = dict.fromkeys(REQUIRED, "VARCHAR")
    found |= {"topics": [topic], "primary_topic": topic}
    found["authorships"] = [{"countries": ["VARCHAR"], "institutions": [{"country_code": "VARCHAR"}], **author}]
    found |= {"funders": [_ID], "grants": [{"funder": "VARCHAR"}], "awards": [{"funder_id": "VARCHAR"}]}
    if settings.citations.source == "by_year":
        found["counts_by_year"] = [{"year": "VARCHAR", "cited_by_count": "VARCHAR"}]
    if settings.has_edges:
        found["referenced_works"] = ["VARCHAR"]
    return found


def from_lines(lines: str, settings: Settings, *, careful: bool) -> str:
    """A query of `COLUMNS` from a table of `line` and `place`; no id where a line is no JSON object.

    A line that is not JSON stops the query, unless it is `careful`, which takes twice the time.
    """
    read = f"from_json(line, {quoted(json.dumps(shapes(settings)))})"
    return _works(f"SELECT place, unnest({f'TRY({read})' if careful else read}) FROM {lines}", settings)


def from_parquet(reader: str, columns: dict[str, str], settings: Settings) -> str:
    """A query of `COLUMNS` from OpenAlex works in Parquet; nested columns are structures or JSON text.

    Structures differ from one writer to the next; as JSON, what is not there is missing.
    """
    found = []
    for column, shape in shapes(settings).items():
        if shape == "VARCHAR":
            found.append(f"CAST({column} AS VARCHAR) AS {column}")
            continue
        text = column if columns.get(column) in ("VARCHAR", "JSON") else f"to_json({column})"
        found.append(f"from_json({text if column in columns else 'NULL'}, {quoted(json.dumps(shape))}) AS {column}")
    return _works(f"SELECT file_row_number + 1 AS place, {', '.join(found)} FROM {reader}", settings)


def _works(source: str, settings: Settings) -> str:
    def named(of: str) -> str:
        of = of if settings.fields == "topic" else f"({of}).{settings.fields}"
        return f"coalesce(({of}).id, ({of}).display_name)"

    def each(of: str, value: str) -> str:
        return f"coalesce(list_transform({of}, lambda t: {value}), [])"

    kept = "list_filter({}, lambda f: f <> '')"
    topics, alone = kept.format(each("topics", named("t"))), kept.format(f"[{named('primary_topic')}]")
    countries = each("authorships", "coalesce(t.countries, list_transform(t.institutions, lambda i: i.country_code))")
    none = "CAST(NULL AS VARCHAR[])"
    counts = "CAST(NULL AS STRUCT(year VARCHAR, n VARCHAR)[])"
    if settings.citations.source == "by_year":
        counts = each("counts_by_year", "{'year': t.year, 'n': t.cited_by_count}")
    return (
        f"SELECT id AS work_id, publication_year AS year, type, cited_by_count AS citations, "
        f"CASE WHEN len({topics}) > 0 THEN {topics} ELSE {alone} END AS names, 1 AS reference, "
        f"flatten({countries}) AS countries, list_concat({each('funders', 't.id')}, "
        f"list_concat({each('grants', 't.funder')}, {each('awards', 't.funder_id')})) AS funders, {counts} AS counts, "
        f"{'referenced_works' if settings.has_edges else none} AS refs, "
        f"{each('authorships', 't.author.id') if settings.has_authors else none} AS authors, place FROM ({source})"
    )


def of_page(found: Any) -> list | None:
    """The works of a page of the API, an object with `results`, or of a list of works; None for anything else."""
    if isinstance(found, dict) and "id" not in found and isinstance(found.get("results"), list):
        return found["results"]
    return found if isinstance(found, list) and found and all(isinstance(work, dict) for work in found) else None


def row_of(work: Any, settings: Settings, place: int) -> dict[str, Any] | None:
    """A row of `COLUMNS` from a document; None where it is no object. Text that is no Unicode raises `ValueError`."""
    if not isinstance(work, dict):
        return None
    topics, authorships = _objects(work, "topics"), _objects(work, "authorships")
    names = [n for topic in topics if (n := _named(topic, settings.fields))]
    alone = _named(work.get("primary_topic"), settings.fields)
    row = {
        "work_id": _text(work.get("id")), "year": _text(work.get("publication_year")), "type": _text(work.get("type")),
        "citations": _text(work.get("cited_by_count")), "names": names or ([alone] if alone else []), "reference": 1,
        "countries": [_text(c) for a in authorships for c in _countries(a)],
        "funders": [_text(o.get(c)) for of, c in (("funders", "id"), ("grants", "funder"), ("awards", "funder_id"))
                    for o in _objects(work, of)],
        "counts": [{"year": _text(c.get("year")), "n": _text(c.get("cited_by_count"))} for c in _objects(work, "counts_by_year")],
        "refs": [_text(r) for r in _listed(work, "referenced_works")],
        "authors": [_text(a["author"].get("id")) for a in authorships if isinstance(a.get("author"), dict)], "place": place,
    }  # fmt: skip
    json.dumps(row, ensure_ascii=False).encode()
    return row


def _listed(of: dict[str, Any], column: str) -> list:
    found = of.get(column)
    return found if isinstance(found, list) else []


def _objects(of: dict[str, Any], column: str) -> list[dict[str, Any]]:
    return [found for found in _listed(of, column) if isinstance(found, dict)]


def _countries(authorship: dict[str, Any]) -> list:
    if isinstance(authorship.get("countries"), list):
        return authorship["countries"]
    return [i.get("country_code") for i in _objects(authorship, "institutions")]


def _named(topic: Any, level: str) -> str | None:
    of = topic if level == "topic" else topic.get(level) if isinstance(topic, dict) else None
    if not isinstance(of, dict):
        return None
    return _text(of["id"]) if of.get("id") is not None else _text(of.get("display_name"))


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value)

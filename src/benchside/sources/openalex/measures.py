"""What hangs on a work in numbers: its citations, the shares of its fields, and its score."""

import json

from benchside.sources.openalex.cells import MISSING, Gathered, Line
from benchside.sources.openalex.options import Options
from benchside.sources.tables.cells import millionths, whole

METHOD = "OpenAlex FWCI"


def add_citations(line: Line, work: str, column: str, into: Gathered, options: Options) -> None:
    """The count of citations; one that is missing is not nought."""
    try:
        count = whole(line[column]) if line[column] else ""
    except ValueError:
        into.refuse(
            "citation_count",
            line,
            column,
            "expected a whole number, not negative",
            "Correct it; the work was taken without its citations.",
        )
        return
    if not count:
        into.settle("citation_count", work, column, MISSING, "no count", "a missing count is not nought")
        return
    into.add(
        "citation_count", work, line.place, "registry", work_id=work, database="OpenAlex", citations=count, census_on=options.counted_on
    )  # fmt: skip


def topic_fields(line: Line, work: str, into: Gathered) -> list[str]:
    """The field of each topic, as often as topics name it."""
    try:
        topics = json.loads(line["topics_json"] or "[]")
        fields = [str(t["field"]).strip() for t in topics if t.get("field")]
    except (ValueError, TypeError, KeyError, AttributeError):
        into.refuse(
            "work_field",
            line,
            "topics_json",
            "expected a JSON list of topics, each with its field",
            "Correct it; the work was taken without fields.",
        )
        return []
    if not fields:
        into.settle(
            "work_field",
            work,
            "topics_json",
            "no topics",
            "no field",
            "a work without topics counts in totals, and in no field",
        )
    return fields


def add_fields(line: Line, work: str, fields: list[str], scheme: str, into: Gathered) -> None:
    """The share of each field: how many of the work's topics name it. The shares of a work sum to one to the millionth."""
    for name, share in shares(fields).items():
        into.add(
            "work_field", f"{work}|{scheme}|{name}", line.place, "registry", work_id=work, scheme=scheme, field=name, share=share
        )  # fmt: skip


def shares(named: list[str]) -> dict[str, str]:
    """Name → share in six decimals; what rounding leaves over goes to the names that come first.

    >>> shares(["b", "a", "c"])
    {'a': '0.333334', 'b': '0.333333', 'c': '0.333333'}
    """
    parts = {name: named.count(name) * 1_000_000 // len(named) for name in sorted(set(named))}
    left = 1_000_000 - sum(parts.values()) if parts else 0
    whole_parts = {name: part + (n < left) for n, (name, part) in enumerate(parts.items())}
    return {name: f"{part / 1_000_000:.6f}" for name, part in whole_parts.items()}


def add_score(line: Line, work: str, into: Gathered, options: Options) -> None:
    """The work's score. The flags of a work without a percentile say nothing: they are no, whatever its citations."""
    if not line["fwci"]:
        into.settle("work_score", work, "fwci", MISSING, "no score", "the database compares it with no other works")
        return
    try:
        ncs = millionths(line["fwci"])
        top = {c: {"True": "1", "False": "0"}[line[f]] for c, f in (("top10", "is_top_10pct"), ("top1", "is_top_1pct"))}
    except (ValueError, KeyError):
        into.refuse(
            "work_score",
            line,
            "fwci",
            "expected a number, not negative, and flags True or False",
            "Correct the row; the work was taken without its score.",
        )
        return
    if not line["cnp_value"]:
        into.settle(
            "work_score",
            work,
            "top10, top1",
            f"{line['is_top_10pct']}, {line['is_top_1pct']}",
            MISSING,
            "no percentile stands behind the flags",
        )
        top = dict.fromkeys(top, "")
    into.add(
        "work_score", work, line.place, "registry", work_id=work, method=METHOD, database=options.database, scored_on=options.counted_on, ncs=ncs, **top
    )  # fmt: skip

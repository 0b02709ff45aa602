"""Grant numbers in awards and acknowledgements, and the guards against numbers that only look like one.

A number counts where it stands by itself: not within a longer number, a decimal, a DOI or a word that goes on. `115004-1`, `IMI-115004` and
`nº115004` are the number 115004; `1150041`, `3.115004`, `115004.5`, `10.1000/115004` and `115004-2233` are not. Numbers of
six digits are everywhere (catalogues, patients, telephones): below nine digits the programme must be named beside it.
"""

import re
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

TELLING = 9
"""Digits from which a number is taken for a grant's without a name beside it."""

BEFORE, AFTER = 200, 100
"""Letters between the programme's name and a number in an acknowledgement, and between a number and the name after it."""

LONGEST_SHOWN = 160

_LEFT = r"(?:^|[^0-9./]|(?:^|[^0-9])[./])"
_RIGHT = r"(?:$|[^0-9A-Za-z./-]|[.](?:$|[^0-9])|/(?:$|[^0-9])|-(?:$|[^0-9])|-[0-9]{1,2}(?:$|[^0-9]))"


def in_awards(awards: ir.Table, grants: ir.Table, names: Sequence[str], funders: ir.Table) -> ir.Table:
    """Awards whose number is a grant's, of a funder that is the programme's or beside its name."""
    joined = _with_number(awards, "award_id", grants)
    ours = funders.select("funder_id").distinct()
    known = joined.left_join(ours, joined.funder_id == ours.funder_id)
    joined = known.select(*[joined[c] for c in joined.columns], is_ours=ours.funder_id.notnull())
    stands = joined.award_id.re_search(ibis.literal(_LEFT) + joined.number + _RIGHT)
    named = _names(joined.award_id, names) | _names(joined.funder_name, names)
    guarded = (joined.number.length() >= TELLING) | joined.is_ours | named
    return _found(joined.filter(stands & guarded), "award_number", "award_id")


def in_texts(texts: ir.Table, grants: ir.Table, names: Sequence[str]) -> ir.Table:
    """Acknowledgements with a grant's number, near the programme's name."""
    joined = _with_number(texts, "text", grants)
    alone = ibis.literal(f"(?s){_LEFT}") + joined.number + _RIGHT
    stands = joined.text.re_search(alone)
    near = ibis.literal(False)
    if names:
        name = _pattern(names)
        before = ibis.literal(f"(?is){name}(?:.{{0,{BEFORE}}}?){_LEFT}") + joined.number + _RIGHT
        after = ibis.literal(f"(?is){_LEFT}") + joined.number + f"{_RIGHT}(?:.{{0,{AFTER}}}?){name}"
        near = joined.text.re_search(before) | joined.text.re_search(after)
    found = joined.filter(((joined.number.length() >= TELLING) & stands) | near)
    return _found(found, "acknowledged_number", "text")


def _with_number(rows: ir.Table, column: str, grants: ir.Table) -> ir.Table:
    """The rows beside each grant whose digits stand in them: by the runs of digits, so that no row meets every grant."""
    known = rows.filter(rows[column].notnull())
    runs = known[column].re_replace("[^0-9]+", " ").strip().split(" ")
    tokens = known.mutate(run=runs.unique().unnest())
    joined = tokens.join(grants, tokens.run == grants.number)
    return joined.select(*[tokens[c] for c in rows.columns], grants.project_id, grants.number)


def _pattern(names: Sequence[str]) -> str:
    """Any of the names, not within a word; a number may follow at once, as in `IMI115004`."""
    alternatives = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)
    return f"(?:^|[^A-Za-z])(?:{alternatives})(?:[^A-Za-z]|$)"


def _names(column: ir.StringColumn, names: Sequence[str]) -> ir.BooleanValue:
    return column.re_search(f"(?i){_pattern(names)}").fill_null(False) if names else ibis.literal(False)


def _found(rows: ir.Table, strategy: str, column: str) -> ir.Table:
    """What was seen is shown from a little before the number on."""
    at = rows[column].find(rows.number)
    start = (at > LONGEST_SHOWN // 2).ifelse(at - LONGEST_SHOWN // 2, 0)
    return rows.select(
        "project_id", "work_id", found_by=ibis.literal("grant_number"), strategy=ibis.literal(strategy),
        matched=rows[column].substr(start, LONGEST_SHOWN),
    )  # fmt: skip

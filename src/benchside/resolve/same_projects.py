"""Projects that several sources speak of: joined by the grant's DOI, or by its number and one thing more that agrees.

Two funders may give one number. The records do not say in one way who funds, so a number alone joins nothing: acronym or title must agree as
well, or the first day where one of the two bears no name to compare. Records stay as they are; which stands for which is in
`project_cluster`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from benchside.model.origin import Decision, Extract, RowsPiece
from benchside.resolve.joining import BY, Ask, Joined, Known, join, judged, told
from benchside.resolve.judgements import Judgement, Ledger
from benchside.resolve.titles import holds, share_half, words_of

TABLE = "project_cluster"
COLUMNS = ("project_id", "cluster_id", "basis", "reason", "judged_by", "judged_on", "grade")

LEAST_LETTERS = 5
"""Letters and digits that a grant number must have: a shorter one is that of many funders."""
MOST_HOLDERS = 50
"""Projects of one number; what more bear is a filler."""
MOST_DAYS = 31
"""By so many days sources may give a project's first day differently."""

SOURCES = "SELECT project_id, source FROM project"
NUMBERS = f"""
WITH told AS (
    SELECT project_id, 'grant_number' AS scheme, grant_number AS value, NULL AS grade FROM project WHERE grant_number IS NOT NULL
    UNION SELECT project_id, scheme, value, grade FROM project_identifier WHERE scheme IN ('grant_number', 'doi')
),
bare AS (
    SELECT t.project_id, p.source, scheme, coalesce(t.grade = 'claimed', false) AS is_claimed,
        CASE scheme WHEN 'doi' THEN lower(value) ELSE regexp_replace(lower(value), '[^a-z0-9]', '', 'g') END AS value
    FROM told AS t JOIN project AS p USING (project_id)
),
shared AS (
    SELECT scheme, value FROM bare WHERE scheme = 'doi' OR (length(value) >= {LEAST_LETTERS} AND value SIMILAR TO '.*[0-9].*')
    GROUP BY ALL HAVING count(DISTINCT source) > 1 AND count(DISTINCT project_id) <= {MOST_HOLDERS}
)
SELECT scheme, value, b.project_id, b.source, bool_and(is_claimed), p.acronym, coalesce(p.title, ''), p.start_on
FROM bare AS b JOIN shared USING (scheme, value) JOIN project AS p USING (project_id) GROUP BY ALL ORDER BY ALL
"""
"""The projects whose grant number or DOI of the grant a project of another source bears too; `grade` says whether it is stated."""
HANDED_OVER = """
SELECT project_id, cluster_id, coalesce(reason, 'handed over'), coalesce(judged_by, source),
    coalesce(CAST(TRY_CAST(judged_on AS DATE) AS VARCHAR), '') FROM staged ORDER BY seq
"""


@dataclass(frozen=True)
class _Holder:
    """A project that bears a number, with what is compared."""

    key: str
    source: str
    is_claimed: bool
    acronym: str
    title: frozenset[str]
    start: date | None


def projects_for(ledger: Ledger, order: Sequence[str]) -> Callable[[Ask], Extract]:
    """How a build works out which projects are one. `order`: the sources, the one whose record stands for the others first."""
    return lambda ask: _work_out(ask, ledger, order)


def _work_out(ask: Ask, ledger: Ledger, order: Sequence[str]) -> Extract:
    numbers, handed = ask(NUMBERS), ask(HANDED_OVER)
    if not (numbers or handed or len(ledger)):
        return Extract({})
    known = Known("project", dict(ask(SOURCES)), order)
    stand = judged(ledger, known)
    about = {j.pair for j in stand}
    stand += [j for j in _handed_over(handed, known) if j.pair not in about]
    found, apart = _by_number(numbers, known)
    joined = join(known, stand, found)
    claimed = {known.id(row[2]) for row in numbers if row[4]}
    rows = [row for keys in joined.clusters for row in _rows(keys, joined, known, claimed)]
    said = [*apart, *told(TABLE, "cluster_id", joined.against)]
    return Extract({TABLE: [RowsPiece(COLUMNS, rows, [row[0] for row in rows])]}, said)


def _handed_over(rows: Iterable[tuple], known: Known) -> list[Judgement]:
    found: dict[tuple[str, str], Judgement] = {}
    for key, stands, reason, by, day in rows:
        if key in known.sources and stands in known.sources and key != stands:
            judgement = Judgement(known.id(key), known.id(stands), "same", reason, by, day)
            found.setdefault(judgement.pair, judgement)
    return list(found.values())


def _by_number(rows: Iterable[tuple], known: Known) -> tuple[list[Judgement], list[Decision]]:
    """What shared numbers prove of projects of different sources, and what they do not."""
    groups: dict[tuple[str, str], list[_Holder]] = {}
    for scheme, value, key, source, is_claimed, acronym, title, start in rows:
        holder = _Holder(key, source, is_claimed, _named(acronym, value), words_of(title), start)
        groups.setdefault((scheme, value), []).append(holder)
    found: list[Judgement] = []
    apart: list[Decision] = []
    for (scheme, value), holders in groups.items():
        for one, other in combinations(holders, 2):
            if one.source == other.source:
                continue
            number = f"{'grant number' if scheme == 'grant_number' else scheme} {value}"
            agrees, score = ("", 3.0) if scheme == "doi" else _agrees(one, other)
            if score:
                reason = ", and ".join(filter(None, (f"both bear {number}", agrees)))
                found.append(Judgement(known.id(one.key), known.id(other.key), "same", reason, BY, "", score))
            else:
                why = f"both bear {number}, and {agrees}"
                apart.append(Decision(TABLE, f"{one.key} {other.key}", "cluster_id", value, "apart", why))
    return _best(found), apart


def _best(found: Iterable[Judgement]) -> list[Judgement]:
    """Of several proofs for one pair the strongest."""
    best: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(found, key=lambda j: (-(j.score or 0), j.reason)):
        best.setdefault(judgement.pair, judgement)
    return list(best.values())


def _named(acronym: str, number: str) -> str:
    """Letters and digits of an acronym; empty where a source, for want of one, writes a number there."""
    bare = re.sub(r"[\W_]+", "", acronym.casefold())
    return "" if bare == number or re.fullmatch(r"rcn\d+|\d+", bare) else bare


def _agrees(one: _Holder, other: _Holder) -> tuple[str, float]:
    """What agrees beside the number, and how much that says; nought where nothing does, with the reason."""
    if one.acronym and one.acronym == other.acronym:
        return "one acronym", 2.0
    if share_half(one.title, other.title) or holds(one.title, other.title):
        return "titles alike", 2.0
    if one.title and other.title:
        return "have different titles: it may be a number of two funders", 0.0
    if one.start and other.start and abs((one.start - other.start).days) <= MOST_DAYS:
        return "one first day", 1.0
    return "neither name nor first day can be seen to agree", 0.0


def _rows(keys: Sequence[str], joined: Joined, known: Known, claimed: set[str]) -> list[tuple[str, ...]]:
    """One row for each project for which another stands."""
    rows = []
    for key in keys[1:]:
        judgement, other = joined.by[key]
        basis = "identifier" if judgement.by == BY else "judgement"
        grade = "claimed" if basis == "identifier" and claimed & set(judgement.pair) else ""
        rows.append((key, keys[0], basis, f"{judgement.reason} ({other})", judgement.by, judgement.at, grade))
    return rows

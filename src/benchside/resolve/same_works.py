"""Works that several sources give: joined by DOI, then by PubMed number, where the titles do not speak against it.

What a source's own reader merged stays and is followed; added are rows of `work_merge` between sources. The chapters of a book may share
its DOI, and a project may type a wrong one: so one identifier with two titles joins nothing unless the other identifier is the same too.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchside.model.codes import CODES
from benchside.model.origin import Decision, Extract, RowsPiece
from benchside.resolve.joining import Ask, Joined, Known, join, judged, told
from benchside.resolve.judgements import PROGRAM, Judgement, Ledger
from benchside.resolve.titles import holds, share_half, words_of

TABLE = "work_merge"
COLUMNS = ("work_id", "kept_id", "verdict", "rule", "decided_on", "note")

RULES = {"same_doi": ("doi", "DOI", 2.0), "same_pmid": ("pmid", "PubMed number", 1.0)}
"""Rule of a merge → column, its name, and how much it says: the DOI is followed first."""
MOST_HOLDERS = 100
"""Works of one identifier; what more bear is a filler."""
PARTS = ("book", "book_chapter", "conference_paper")
"""Types of which several works may share the DOI of the volume."""
UNDATED = "1900-01-01"
"""The day of a merge of works of which no record bears any date; merges hold at every date, so that no figure asks for it."""

_HELD = " UNION ALL ".join(
    f"SELECT '{rule}' AS rule, lower({column}) AS value, work_id, source FROM work WHERE {column} IS NOT NULL"
    for rule, (column, _, _) in RULES.items()
)
SEVERAL_SOURCES = "SELECT count(*) FROM (SELECT DISTINCT source FROM work LIMIT 2)"
SHARED = f"""
WITH held AS ({_HELD}),
shared AS (SELECT rule, value FROM held GROUP BY ALL HAVING count(DISTINCT source) > 1 AND count(*) <= {MOST_HOLDERS})
SELECT rule, value, w.work_id, w.source, w.title, w.work_type, coalesce(lower(w.doi), ''), coalesce(w.pmid, '')
FROM held JOIN shared USING (rule, value) JOIN work AS w USING (work_id) ORDER BY ALL
"""
"""The works whose DOI or PubMed number a work of another source bears too."""
HANDED_OVER = """
SELECT s.work_id, s.kept_id, s.verdict, s.rule, coalesce(s.decided_on, '') FROM staged AS s
WHERE s.work_id IN (SELECT work_id FROM work) AND s.kept_id IN (SELECT work_id FROM work) AND s.work_id <> s.kept_id ORDER BY seq
"""
SOURCES = "SELECT work_id, source FROM work"
DAYS = "SELECT work_id, CAST(coalesce(known_on, true_from) AS VARCHAR) FROM work WHERE coalesce(known_on, true_from) IS NOT NULL"


@dataclass(frozen=True)
class _Holder:
    """A work that bears an identifier, with what is compared."""

    key: str
    source: str
    title: frozenset[str]
    work_type: str
    doi: str
    pmid: str


def works_for(ledger: Ledger, order: Sequence[str]) -> Callable[[Ask], Extract]:
    """How a build works out which works are one. `order`: the sources, the one whose record is kept first."""
    return lambda ask: _work_out(ask, ledger, order)


def _work_out(ask: Ask, ledger: Ledger, order: Sequence[str]) -> Extract:
    several = ask(SEVERAL_SOURCES)[0][0] > 1
    shared = ask(SHARED) if several else []
    if not (shared or len(ledger)):
        return Extract({})
    known = Known("work", dict(ask(SOURCES)), order)
    stand = judged(ledger, known)
    if not (shared or stand):
        return Extract({})
    merged = _merged(ask(HANDED_OVER))
    given = _given(merged, known, {j.pair for j in stand})
    found, apart = _by_identifier(shared, known)
    joined = join(known, [*stand, *given], found)
    rows = _rows(joined, known, merged, stand, dict(ask(DAYS)))
    said = [*apart, *told(TABLE, "kept_id", joined.against)]
    return Extract({TABLE: [RowsPiece(COLUMNS, rows, [f"{row[0]}|{row[1]}" for row in rows])]}, said)


@dataclass(frozen=True)
class _Verdict:
    """What sources hand over of two works: the verdict that stands, its rule, its day."""

    work: str
    kept: str
    verdict: str
    rule: str
    on: str


def _merged(rows: Iterable[tuple]) -> dict[frozenset[str], _Verdict]:
    """Two works → what stands of them: the latest verdict, of one day `apart`."""
    found: dict[frozenset[str], _Verdict] = {}
    for work, kept, verdict, rule, on in rows:
        pair, new = frozenset((work, kept)), _Verdict(work, kept, verdict, rule, on)
        if pair not in found or _when(new) > _when(found[pair]):
            found[pair] = new
    return found


def _when(verdict: _Verdict) -> tuple[str, bool]:
    """When it was given; a year or a month stands for its last day."""
    return _last(verdict.on), verdict.verdict == "apart"


def _last(day: str) -> str:
    return (day + "-99-99")[:10]


def _given(
    merged: Mapping[frozenset[str], _Verdict], known: Known, judged: Iterable[tuple[str, str]]
) -> list[Judgement]:
    """What sources hand over, as judgements; those of `judgements.csv` are the stronger."""
    about, found = set(judged), []
    for pair, verdict in merged.items():
        left, right = (known.id(key) for key in sorted(pair))
        same = "same" if verdict.verdict == "same" else "different"
        judgement = Judgement(left, right, same, f"a source says so ({verdict.rule})", _by(verdict.rule), "")
        if judgement.pair not in about:
            found.append(judgement)
    return found


def _by(rule: str) -> str:
    return f"{PROGRAM}: {rule}"


def _by_identifier(rows: Iterable[tuple], known: Known) -> tuple[list[Judgement], list[Decision]]:
    groups: dict[tuple[str, str], list[_Holder]] = {}
    for rule, value, key, source, title, kind, doi, pmid in rows:
        groups.setdefault((rule, value), []).append(_Holder(key, source, words_of(title), kind, doi, pmid))
    found: dict[tuple[str, str], Judgement] = {}
    apart: list[Decision] = []
    # The groups come in the order of the rules, so that a pair keeps the first rule that joins it.
    for (rule, value), holders in groups.items():
        column, name, score = RULES[rule]
        reason, alone = f"both bear {name} {value}", {h.key for h in holders}
        for one, other in combinations(holders, 2):
            if one.source != other.source and _is_one(one, other):
                judgement = Judgement(known.id(one.key), known.id(other.key), "same", reason, _by(rule), "", score)
                found.setdefault(judgement.pair, judgement)
                alone -= {one.key, other.key}
        if alone:
            why = "one identifier, and title or type says that these are other works than the rest: a volume, or a wrong number"
            apart.append(Decision(TABLE, " ".join(sorted(alone)), column, value, "apart", why))
    return list(found.values()), apart


def _is_one(one: _Holder, other: _Holder) -> bool:
    """Do two works that share an identifier look like one?

    Titles that share half of their words do; one that holds the other (with its subtitle) or is missing does where the types agree; any other two
    only where DOI and PubMed number are both the same.
    """
    if share_half(one.title, other.title):
        return True
    if one.doi and one.pmid and (one.doi, one.pmid) == (other.doi, other.pmid):
        return True
    agree = one.work_type == other.work_type or not {one.work_type, other.work_type} & set(PARTS)
    if one.title and other.title:
        return agree and holds(one.title, other.title)
    return agree and one.work_type not in PARTS


def _rows(
    joined: Joined, known: Known, merged: Mapping[frozenset[str], _Verdict], stand: Iterable[Judgement], days: Mapping[str, str]
) -> list[tuple[str, ...]]:  # fmt: skip
    """A row for each work for which another stands, where sources have not merged the two; and one that undoes what a person judged different."""
    away = {said.work for said in merged.values() if said.verdict == "same"}
    rows = []
    for keys in joined.clusters:
        kept = min(keys, key=lambda key: (known.rank(key)[0], key in away, key))
        for key in keys:
            said = merged.get(frozenset((key, kept)))
            if key != kept and (said is None or said.verdict != "same"):
                rows.append((key, kept, "same", *_told(key, kept, joined, days)))
    for judgement in stand:
        said = merged.get(frozenset(known.key(record) for record in judgement.pair))
        if judgement.verdict == "different" and said and said.verdict == "same":
            rows.append(
                (said.kept, said.work, "apart", "by_hand", max(judgement.at, said.on, key=_last), judgement.reason)
            )
    return rows


def _told(key: str, kept: str, joined: Joined, days: Mapping[str, str]) -> tuple[str, str, str]:
    """Rule, day and reason of a merge: the day is that on which both records were known."""
    judgement, other = joined.by[key]
    rule = next((rule for rule in CODES["merge_rule"] if judgement.by == _by(rule)), "by_hand")
    on = judgement.at or max(days.get(key, ""), days.get(kept, "")) or UNDATED
    return rule or "by_hand", on, f"{judgement.reason} ({other})"

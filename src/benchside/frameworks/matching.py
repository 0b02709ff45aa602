"""Which records feed which entries, as one expression for each record type.

All frameworks are answered together: each record of a type is read once, and bears for every entry a level (nothing, potential,
demonstrated). A record that stands for nothing, because it is counted elsewhere (`count` 0), feeds no entry. A reported outcome from which
another record was made bears that record's key; where both would feed an entry, the outcome gives way to the record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from benchside.frameworks.catalogue import POTENTIAL, Entry, Framework, Rule
from benchside.model.columns import Flag
from benchside.model.tables import RECORD_TYPES
from benchside.store.reading import Build

NOTHING, MAY_COME, IS_THERE = 0, 1, 2
"""What a record shows for an entry."""

TAG = "tag"
REPORTED = "outcome"
"""The type of what a project reports in its funder's words; records made from it bear its key."""

_WORDS = (
    "acronym",
    "name",
    "title",
    "subject",
    "description",
    "use",
    "user_name",
    "user_group",
    "sector",
    "payer",
    "kind",
    "priority",
    "organisation_id",
    "work_id",
)
"""The columns that may hold a record's words; the first that is filled is taken."""


@dataclass(frozen=True)
class Asked:
    """One entry of one framework."""

    framework: str
    entry: Entry


def asked_of(frameworks: Iterable[Framework]) -> list[Asked]:
    """Every entry of every framework, in their order."""
    return [Asked(framework.id, entry) for framework in frameworks for entry in framework.entries]


def is_known(build: Build, name: str) -> bool:
    """Does the build hold the table? One made by an older Benchside may lack a type."""
    return name in build.manifest["counts"]


def by_values(asked: list[Asked], name: str) -> list[tuple[int, Asked, list[Rule]]]:
    """The entries that a type feeds by values, with their numbers and those of their rules."""
    found = [(n, a, [r for r in a.entry.rules if r.record_type == name and not r.tags]) for n, a in enumerate(asked)]
    return [each for each in found if each[2]]


def matched(build: Build, name: str, asked: list[Asked], as_of: str, tagged: list[str]) -> ir.Table:
    """The records of a type that feed an entry or bear a tag, with `entry_<number>` for each entry they may feed by values."""
    table = build.table(name, as_of)
    levels = {f"entry_{n}": _level(build, table, a, rules, as_of) for n, a, rules in by_values(asked, name)}
    keys = [t.partition(":")[2] for t in tagged if t.partition(":")[0] == name]
    is_tagged = table.evidence_id.isin([f"{name}:{key}" for key in keys]) if keys else ibis.literal(False)
    found = table.select(
        "evidence_id", "document_id", "grade", label=_label(table), is_tagged=is_tagged,
        confidential=table.is_confidential.fill_null(False) if "is_confidential" in table.columns else ibis.literal(False),
        stands_for=table["count"].fill_null(1) if "count" in table.columns else ibis.literal(1), **levels,
    )  # fmt: skip
    feeds = reduce(or_, [found[level] > NOTHING for level in levels], found.is_tagged)
    return found.filter(feeds & (found.stands_for > 0)).drop("stands_for")


def _level(build: Build, table: ir.Table, asked: Asked, rules: list[Rule], as_of: str) -> ir.Value:
    found = [
        _holds(build, table, rule, as_of).ifelse(MAY_COME if rule.status == POTENTIAL else IS_THERE, NOTHING)
        for rule in rules
    ]
    level = ibis.greatest(*found) if len(found) > 1 else found[0]
    if rules[0].record_type != REPORTED:
        return level
    return _has_made(build, table, asked, as_of).ifelse(NOTHING, level)


def _holds(build: Build, table: ir.Table, rule: Rule, as_of: str) -> ir.BooleanValue:
    """Is the rule true of a record?"""
    conditions = [_chosen(table, rule.record_type, column, values) for column, values in (rule.where or {}).items()]
    if rule.having and is_known(build, rule.having.record_type):
        other = build.table(rule.having.record_type, as_of)
        chosen = [_chosen(other, rule.having.record_type, c, v) for c, v in rule.having.where.items()]
        pointing = other.filter([*chosen, other[rule.having.by].notnull()])[rule.having.by]
        conditions.append(table[RECORD_TYPES[rule.record_type].key[0]].isin(pointing))
    elif rule.having:
        conditions.append(ibis.literal(False))
    return reduce(and_, conditions, ibis.literal(True))


def _chosen(table: ir.Table, name: str, column: str, values: tuple[str, ...]) -> ir.BooleanValue:
    """Has the column one of the values? The empty text stands for an empty cell."""
    is_flag = isinstance(RECORD_TYPES[name].column(column).kind, Flag)
    wanted = [v == "yes" if is_flag else v for v in values if v]
    is_one = table[column].isin(wanted).fill_null(False) if wanted else ibis.literal(False)
    return is_one | table[column].isnull() if "" in values else is_one


def _has_made(build: Build, table: ir.Table, asked: Asked, as_of: str) -> ir.BooleanValue:
    """Was a record made from the outcome that feeds the same entry?"""
    others = [
        r
        for r in asked.entry.rules
        if r.record_type not in ("", REPORTED) and not r.tags and is_known(build, r.record_type)
    ]
    made = [_made(build, rule, as_of) for rule in others if len(RECORD_TYPES[rule.record_type].key) == 1]
    return reduce(or_, [table.outcome_id.isin(each) for each in made], ibis.literal(False))


def _made(build: Build, rule: Rule, as_of: str) -> ir.StringColumn:
    """The outcomes from which the records of a rule were made; where one makes several, their keys go on with `#`."""
    table, key = build.table(rule.record_type, as_of), RECORD_TYPES[rule.record_type].key[0]
    return table.filter(_holds(build, table, rule, as_of)).mutate(reported=ibis._[key].re_replace("#.*$", "")).reported


def _label(table: ir.Table) -> ir.Value:
    words = [table[c].cast("string") for c in _WORDS if c in table.columns]
    return ibis.coalesce(*words, table.evidence_id) if words else table.evidence_id


def tags_at(build: Build, as_of: str) -> Mapping[str, list[dict]]:
    """record → its tags as they stood at the date."""
    if not is_known(build, TAG):
        return {}
    found: dict[str, list[dict]] = {}
    for row in build.fetch(build.table(TAG, as_of).order_by("evidence_id")):
        found.setdefault(f"{row['record_type']}:{row['record_id']}", []).append(row)
    return found

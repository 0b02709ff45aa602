"""Who is who, who works with whom, and who could."""

from pathlib import Path
from typing import Any

from benchside.main.opening import JUDGEMENTS, REGISTRIES, day_of, open_build
from benchside.networks import overview as networks
from benchside.networks import partners as finding
from benchside.resolve import standing
from benchside.resolve.judgements import Judgement, Ledger, read_ledger, write_ledger
from benchside.resolve.looks import Look, looks
from benchside.resolve.records import from_tables
from benchside.resolve.resolution import Resolution, resolve
from benchside.store.reading import Build


def match(folder: Path, *, build: str | None = None, limit: int | None = None) -> list[Look]:
    """Pairs of organisations of a build that may be one and want a person's look, best first, each score explained.

    Judgements already made stand in `judgements.csv` of the programme's folder.
    """
    found, _ = _resolved(folder, build)
    return looks(found, limit)


def keep_matches(folder: Path, least: float, *, today: str, build: str | None = None) -> list[Judgement]:
    """Writes the pairs of a build that are surely one by name and place and score at least so many bits to `judgements.csv`, from
    which the next build takes them; what was written."""
    found, ledger = _resolved(folder, build, today)
    kept = [j for j in found.by_name(ledger, today) if j.score is None or j.score >= least]
    for judgement in kept:
        ledger.judge(judgement)
    if kept:
        write_ledger(folder / JUDGEMENTS, ledger)
    return kept


def _resolved(folder: Path, name: str | None, today: str = "") -> tuple[Resolution, Ledger]:
    """Who is who among the organisations of a build, by the judgements that stand; the day of the build dates what is added."""
    with open_build(folder, name) as opened:
        rows = [opened.fetch(opened.table(t)) for t in ("organisation", "organisation_name", "organisation_identifier")]
        day = today or opened.as_of
    path = folder / JUDGEMENTS
    ledger = read_ledger(path) if path.exists() else Ledger()
    return resolve(from_tables(*rows), ledger, today=day, registries=REGISTRIES), ledger


def network(
    folder: Path, *, weight: str = "full", as_of: str | None = None, build: str | None = None
) -> tuple[networks.Overview, dict[str, str]]:
    """Who works with whom in a programme, and the names of its organisations by key."""
    with open_build(folder, build) as opened:
        rows = _rows(opened, networks.NEEDED | {"organisation": ("organisation_id", "name")} | STANDS, as_of)
    _join(rows)
    names = {row["organisation_id"]: row["name"] for row in rows["organisation"]}
    return networks.overview(rows["participation"], rows["project"], weight=weight), names


def partners(
    folder: Path, text: str, *, as_of: str | None = None, build: str | None = None, **options: Any
) -> list[finding.Proposal]:
    """Organisations that have done what a topic asks for; the options are those of `Finder.find`."""
    with open_build(folder, build) as opened:
        rows = _rows(opened, finding.NEEDED | STANDS, as_of)
    _join(rows)
    return finding.find_partners(text, rows, **options)


def _rows(opened: Build, needed: dict[str, tuple[str, ...]], as_of: str | None) -> dict[str, list[dict]]:
    """The named columns of tables as they stood at a date."""
    day = day_of(as_of)
    return {name: opened.fetch(opened.table(name, day).select(*columns)) for name, columns in needed.items()}


STANDS = {standing.TABLE: ("organisation_id", "cluster_id")}
"""What says which organisations are one."""


def _join(rows: dict[str, list[dict]]) -> None:
    """Names in each row the organisation that stands for the one it speaks of; what describes an organisation stays its own."""
    stands = {row["organisation_id"]: row["cluster_id"] for row in rows.pop(standing.TABLE)}
    for table in rows.keys() - {"organisation"}:
        for row in rows[table]:
            if row.get("organisation_id") in stands:
                row["organisation_id"] = stands[row["organisation_id"]]

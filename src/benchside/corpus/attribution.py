"""Finding a programme's works among works of the literature, and saying of each how it was found.

Ways: a grant number in an award or in an acknowledgement, a funder's id, a DOI or PubMed number that a project reported, its
title. Every way leaves a row of its own: `project_id`, `work_id`, `found_by`, `strategy`, `matched` (what was seen). They are candidates; which
ways count is a rule of the programme. `title_near` is never sure and only there to be looked at.

Works: `work_id`, `doi`, `pmid`, `title`, `year`. Awards: `work_id`, `funder_id`, `funder_name`, `award_id`. Texts: `work_id`,
`text`. All may have missing values; a work without any mark is not found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from benchside.corpus.attribution_numbers import in_awards, in_texts
from benchside.corpus.attribution_titles import by_title

FOUND = ("project_id", "work_id", "found_by", "strategy", "matched")
_GRANT = {"project_id": "string", "number": "string"}
_FUNDER = {"project_id": "string", "funder_id": "string"}
_REPORTED = {"project_id": "string", "doi": "string", "pmid": "string", "title": "string", "year": "int64"}


@dataclass(frozen=True)
class Literature:
    """The works to search, with their awards and acknowledgements."""

    works: ir.Table
    awards: ir.Table
    texts: ir.Table


@dataclass(frozen=True)
class Marks:
    """What a programme's works may be known by.

    `grants`: (project, grant number). `names`: how awards and acknowledgements name the programme; a number of fewer than nine
    digits counts only beside one of them, or beside a funder of `funders`: (project, OpenAlex funder id). `reported`: works that projects
    told of, each with `project_id` and any of `doi`, `pmid`, `title`, `year`.
    """

    grants: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    funders: tuple[tuple[str, str], ...] = ()
    reported: tuple[Mapping[str, object], ...] = ()


def find(literature: Literature, marks: Marks) -> ir.Table:
    """The candidates, each project, work and strategy once, in no order."""
    grants = _table([dict(zip(_GRANT, g, strict=True)) for g in marks.grants], _GRANT)
    funders = _table([{"project_id": p, "funder_id": bare_funder(f)} for p, f in marks.funders], _FUNDER)
    reported = _table([{c: r.get(c) for c in _REPORTED} for r in marks.reported], _REPORTED)
    reported = reported.mutate(doi=bare_doi(reported.doi), pmid=bare_pmid(reported.pmid))
    works = literature.works.mutate(doi=bare_doi(literature.works.doi), pmid=bare_pmid(literature.works.pmid))
    awards = literature.awards.mutate(funder_id=_bare(literature.awards.funder_id))
    found = ibis.union(
        in_awards(awards, grants, marks.names, funders),
        in_texts(literature.texts, grants, marks.names),
        _by_funder(awards, funders),
        _by_identifier(works, reported, "doi"),
        _by_identifier(works, reported, "pmid"),
        by_title(works, reported),
    )
    return found.group_by("project_id", "work_id", "found_by", "strategy").agg(matched=found.matched.min())


def _table(rows: Iterable[Mapping[str, object]], schema: Mapping[str, str]) -> ir.Table:
    return ibis.memtable([tuple(r.values()) for r in rows], schema=ibis.schema(schema))


def bare_funder(text: str) -> str:
    """A funder's id without the address of OpenAlex."""
    return text.strip().rpartition("/")[2].upper()


def _bare(column: ir.StringColumn) -> ir.StringColumn:
    return column.re_replace(r"^https?://openalex\.org/([a-z]+/)?", "").upper()


def bare_doi(column: ir.StringColumn) -> ir.StringColumn:
    """A DOI as it is compared: small letters, without the resolver's address; missing where nothing is left."""
    return column.strip().lower().re_replace(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "").nullif("")


def bare_pmid(column: ir.StringColumn) -> ir.StringColumn:
    """A PubMed number without the address of PubMed; missing where nothing is left."""
    return (
        column.strip()
        .re_replace(r"^(https?://(www\.)?(pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*)|/$", "")
        .nullif("")
    )


def _by_funder(awards: ir.Table, funders: ir.Table) -> ir.Table:
    """Works that name a funder of the programme, by its id."""
    joined = awards.join(funders, awards.funder_id == funders.funder_id)
    return joined.select(
        project_id=funders.project_id, work_id=awards.work_id, found_by=ibis.literal("funder"),
        strategy=ibis.literal("funder_id"), matched=awards.funder_id,
    )  # fmt: skip


def _by_identifier(works: ir.Table, reported: ir.Table, column: str) -> ir.Table:
    """Works with an identifier that a project reported."""
    joined = works.join(reported, works[column] == reported[column])
    return joined.select(
        project_id=reported.project_id, work_id=works.work_id, found_by=ibis.literal("doi"),
        strategy=ibis.literal(f"reported_{column}"), matched=works[column],
    )  # fmt: skip

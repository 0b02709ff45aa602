"""Arrows and records as plain data, each arrow opened to its document: for JSON, and for pages."""

import dataclasses
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from benchside.pathways.arrows import Arrow
from benchside.pathways.gaps import Gaps
from benchside.pathways.intended import Laid
from benchside.pathways.overview import Overview
from benchside.pathways.paths import Chain
from benchside.pathways.pathways import Pathways
from benchside.pathways.records import Place
from benchside.pathways.shares import Share
from benchside.pathways.stories import Story


def open_place(place: Place) -> dict[str, Any]:
    """A record: id, record_type, key, stage, label, date, project."""
    return dataclasses.asdict(place) | {"on": _day(place.on)}


def open_arrow(pathways: Pathways, arrow: Arrow) -> dict[str, Any]:
    """An arrow with all that is said of it, and in `document` the document behind it: key, title, publisher, url, printed_on."""
    document = pathways.document(arrow)
    kept = ("document_key", "title", "publisher", "url", "printed_on")
    return dataclasses.asdict(arrow) | {
        "share": None if arrow.share is None else float(arrow.share),
        "happened_on": _day(arrow.happened_on),
        "document": {k: _day(document.get(k)) for k in kept} if document else None,
    }


def open_arrows(pathways: Pathways, arrows: Iterable[Arrow]) -> list[dict[str, Any]]:
    """Several arrows."""
    return [open_arrow(pathways, a) for a in arrows]


def open_story(pathways: Pathways, story: Story) -> dict[str, Any]:
    """A story with its places and arrows."""
    return dataclasses.asdict(story) | {
        "best": story.best,
        "places": [open_place(p) for p in story.places],
        "arrows": open_arrows(pathways, story.arrows),
    }


def open_chain(pathways: Pathways, chain: Chain) -> dict[str, Any]:
    """A chain; its ways are lists of the arrows' ids."""
    return {
        "target": open_place(chain.target),
        "origins": [p.id for p in chain.origins],
        "has_input": chain.has_input,
        "ways": chain.ways,
        "places": [open_place(p) for p in chain.places],
        "arrows": open_arrows(pathways, chain.arrows),
        "paths": [[a.arrow_id for a in way] for way in chain.paths],
    }


def open_gaps(pathways: Pathways, gaps: Gaps) -> dict[str, Any]:
    """The gaps, records and arrows in full."""
    return {
        "unused": [open_place(p) for p in gaps.unused],
        "unexplained": [open_place(p) for p in gaps.unexplained],
        "claims": open_arrows(pathways, gaps.claims),
        "unsourced": open_arrows(pathways, gaps.unsourced),
    }


def open_overview(pathways: Pathways, found: Overview) -> dict[str, Any]:
    """The description of a programme's pathways; shares as numbers from 0 to 1."""
    grades = [
        {k: float(v) if isinstance(v, Fraction) else v for k, v in dataclasses.asdict(g).items()} for g in found.grades
    ]
    return {
        "stages": [dataclasses.asdict(s) for s in found.stages],
        "grades": grades,
        "claims": found.claims,
        "stories": [open_story(pathways, s) for s in found.stories],
        "gaps": open_gaps(pathways, found.gaps),
        "defects": [dataclasses.asdict(d) for d in found.defects],
    }


def open_laid(pathways: Pathways, laid: Laid) -> dict[str, Any]:
    """What happened over what was intended."""
    return {
        "title": laid.logic.title,
        "note": laid.logic.note,
        "nodes": [dataclasses.asdict(n.node) | {"found": n.records} for n in laid.nodes],
        "edges": [
            dataclasses.asdict(e.edge) | {"arrows": len(e.arrows), "told": e.told, "best": e.best, "arrow_ids": [a.arrow_id for a in e.arrows]}
            for e in laid.edges
        ],
        "unintended": open_arrows(pathways, laid.unintended),
    }  # fmt: skip


def open_share(share: Share) -> dict[str, Any]:
    """A share as a number, and exactly as a fraction."""
    return dataclasses.asdict(share) | {"share": float(share.share), "exact": str(share.share)}


def _day(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value

"""The page of pathways: arrows by the grade of their evidence, what was intended, stories as chains, gaps, defects."""

from markupsafe import Markup

from benchside.model.codes import CODES
from benchside.model.rounding import printed
from benchside.pathways.defects import KINDS
from benchside.pathways.stages import STAGES
from benchside.reports.tracing import Tracing
from benchside.reports.writers.directives import framed
from benchside.reports.writers.site import Site, file_name

LOGIC = "intended-logic"
MOST = 300
"""Gaps of one sort that the page lists; the command lists all."""


def write(site: Site, tracing: Tracing) -> None:
    """Write the page."""
    told = tracing.overview
    site.page(
        "pathways/index.html", "pathways.html", told=told, stages=STAGES, claims=_claims(tracing), laid=tracing.laid,
        picture=_picture(site, tracing.logic_drawing(LOGIC), "../"), kinds=KINDS, most=MOST,
        grades=[(g, _percent(g.told_share), _percent(g.read_off_share)) for g in told.grades],
        labels=_labels(tracing),
    )  # fmt: skip


def story_picture(site: Site, tracing: Tracing, story: str) -> Markup | None:
    """The picture of a story for its own page; None where there is nothing to draw."""
    found = tracing.stories.get(story)
    return _picture(site, tracing.story_drawing(found, f"story-{file_name(story)}"), "../") if found else None


def _picture(site: Site, drawing, root: str) -> Markup | None:
    if drawing is None:
        return None
    site.drawings[drawing.id] = drawing
    return site.piece("chart", drawing=drawing, picture=framed(drawing), root=root)


def _claims(tracing: Tracing) -> list[tuple[str, int]]:
    return [(CODES["contribution_claim"].get(c, c), n) for c, n in tracing.overview.claims.items()]


def _labels(tracing: Tracing) -> dict[str, str]:
    """What the ends of listed arrows are called."""
    ends = [end for a in tracing.overview.gaps.claims[:MOST] for end in (a.start, a.end)]
    return {id: place.label for id, place in tracing.pathways.records.places(ends).items()}


def _percent(share) -> str:
    return "" if share is None else printed(share, "percent1")

"""The pathways of an edition, read once, and their pictures."""

from functools import cached_property
from pathlib import Path

from benchside.charts.base import Drawing
from benchside.charts.pathway import Line, Spot, Words, draw
from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES
from benchside.pathways.arrows import Arrow
from benchside.pathways.intended import Laid, lay_over
from benchside.pathways.logic import read_logic
from benchside.pathways.overview import Overview, overview
from benchside.pathways.pathways import Pathways
from benchside.pathways.stories import Story
from benchside.reports.edition import Edition

DEFINITION = "An arrow is solid where a document shows it, heavy where somebody independent does, and dashed where it is only claimed."
MOST_DRAWN = 60
"""Arrows of a story that are still drawn; a longer one is told in words alone."""


class Tracing:
    """What led to what in the build of an edition. `logic`: the file of the intended logic, where the programme keeps one."""

    def __init__(self, edition: Edition, logic: Path | None = None):
        self._edition, self._logic = edition, logic
        self.pathways = Pathways.read(edition.desk.build)

    @cached_property
    def overview(self) -> Overview:
        """Stages, arrows by grade, stories, gaps, defects."""
        return overview(self.pathways)

    @cached_property
    def laid(self) -> Laid | None:
        """What happened over what was intended; None where no logic is kept."""
        if self._logic is None:
            return None
        return lay_over(self.pathways, read_logic(self._logic, list(all_indicators()), self.pathways.documents))

    @cached_property
    def stories(self) -> dict[str, Story]:
        """story_id → story."""
        return {s.story_id: s for s in self.overview.stories}

    def story_drawing(self, story: Story, id: str) -> Drawing | None:
        """A story as a picture; None without arrows, or with more of them than a picture can hold."""
        if len(story.arrows) > MOST_DRAWN:
            return None
        spots = [Spot(p.id, p.stage, p.label) for p in story.places]
        lines = [Line(a.start, a.end, a.grade or "not graded", self._says(a)) for a in story.arrows]
        columns = ("Relation", "Contribution", "Stated by", "Document")
        return draw(id, spots, lines, Words(story.title, DEFINITION, self._source(story.arrows), columns))

    def logic_drawing(self, id: str) -> Drawing | None:
        """The intended logic, each edge by the best evidence found for it; None where there is no logic."""
        if self.laid is None:
            return None
        spots = [Spot(n.node.id, n.node.stage, n.node.title) for n in self.laid.nodes]
        lines = [
            Line(e.edge.start, e.edge.end, e.best or ("not graded" if e.arrows else "no evidence"), (str(len(e.arrows)), e.edge.assumption))
            for e in self.laid.edges
        ]  # fmt: skip
        borne = sum(bool(e.arrows) for e in self.laid.edges)
        title = f"Evidence is found for {borne} of {len(lines)} intended steps"
        definition = "Each step is drawn by the best support among the arrows on record that bear it out, dotted where there is none."
        source = f"The programme’s intended logic over the records of build {self._edition.desk.build.name}."
        return draw(id, spots, lines, Words(title, definition, source, ("Arrows", "Assumption")))

    def _says(self, arrow: Arrow) -> tuple[str, ...]:
        document = self.pathways.document(arrow)
        return (
            CODES["link_relation"].get(arrow.relation, arrow.relation),
            CODES["contribution_claim"].get(arrow.claim or "", ""),
            CODES["stated_by"].get(arrow.stated_by or "", ""),
            document["title"] if document else "",
        )

    def _source(self, arrows: list[Arrow]) -> str:
        found = [self.pathways.document(a) for a in arrows]
        titles = dict.fromkeys(d["title"] for d in found if d)
        return f"Sources: {'; '.join(titles)}." if titles else "No document is named."

"""The project a row belongs to. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(id="project", title="Project", label=("project", "project_id", "acronym"), is_scope=True)

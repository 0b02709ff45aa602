"""The organisation a row speaks of. Rows bear it themselves."""

from benchside.indicators.dimension import Dimension

DIMENSION = Dimension(
    id="organisation", title="Organisation", label=("organisation", "organisation_id", "name"), is_scope=True
)

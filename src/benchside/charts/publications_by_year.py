"""Publications year by year."""

from benchside.charts.base import Chart
from benchside.charts.by_year import ByYear, drawer

BY_YEAR = ByYear(
    id="publications_by_year",
    indicator="publications",
    finding="Most publications appeared in {year}: {count} of {all}",
    definition="Publications of the projects, each counted once, by the year of publication.",
    undated="{count} without a year are left out.",
    column="Publications",
)

CHART = Chart(id="publications_by_year", question="When did publications appear?", draw=drawer(BY_YEAR))

"""When projects began."""

from benchside.charts.base import Chart
from benchside.charts.by_year import ByYear, drawer

BY_YEAR = ByYear(
    id="projects_timeline",
    indicator="projects",
    finding="Most projects began in {year}: {count} of {all}",
    definition="Projects by the year in which they began.",
    undated="{count} whose beginning is not recorded are left out.",
    column="Projects",
)

CHART = Chart(id="projects_timeline", question="When did projects begin?", draw=drawer(BY_YEAR))

"""Methods and definitions: statuses, coverage, named measures of money, dates, rounding, grades, protection."""

from benchside.indicators.catalogue import all_indicators
from benchside.model.codes import CODES
from benchside.reports.writers.site import Site


def write(site: Site) -> None:
    """Write the page."""
    records = site.edition.records
    coverage = [c for c in records.ever("coverage") if c["scope_key"] in ("all", "programme")]
    money = [i for i in all_indicators().values() if i.family == "inputs" and i.unit.startswith("EUR")]
    site.page("methods.html", "methods.html", coverage=coverage, money=money, grades=CODES["evidence_grade"])

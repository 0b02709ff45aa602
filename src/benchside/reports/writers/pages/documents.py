"""Every document that the records cite."""

from benchside.reports.writers.site import Site


def write(site: Site) -> None:
    """Write the page."""
    site.page("documents.html", "documents.html", documents=site.edition.records.ever("document"))

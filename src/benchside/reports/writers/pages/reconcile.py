"""What does not reconcile: every published figure with the check's verdict, the worst first."""

from benchside.reports.writers.site import Site

SAYS = {
    "contradicted": "Another document says something else of the same thing at the same date.",
    "differs": "The records give another value, or a range where one value is printed.",
    "not_recomputable": "Records that would be needed are missing. A count that comes out below the printed one while records are partial stands here: it is not finished.",
    "reproduced": "The records bear out what was printed. Where the records come from the same document, or a project was placed because a sum matched, that is said: such agreement is no independent proof.",
}
"""verdict → what it means, the worst first."""


def write(site: Site) -> None:
    """Write the page; an empty check gives a page that says so."""
    checked = site.edition.checked
    groups = [(word, [c for c in checked if c.verdict == word], says) for word, says in SAYS.items()] if checked else []
    site.page("reconcile.html", "reconcile.html", groups=groups, total=len(checked))

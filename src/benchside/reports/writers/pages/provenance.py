"""What came in, what sources settled, what was refused, what changed since the build before."""

from benchside.model.tables import RECORD_TYPES
from benchside.reports.writers.site import Site

MOST = 500
"""Decisions and refusals shown; the build has them all."""


def write(site: Site, before: str, changes: list[dict]) -> None:
    """Write the page."""
    build = site.edition.desk.build
    manifest = build.manifest
    decisions, refused = (build.system(t) for t in ("decision", "refused"))
    counts = [(RECORD_TYPES[t].title, n) for t, n in manifest["counts"].items() if n and t in RECORD_TYPES]
    site.page(
        "provenance.html", "provenance.html", counts=counts, snapshots=manifest["snapshots"], warnings=manifest["warnings"],
        decisions=build.fetch(decisions.limit(MOST)), decisions_total=manifest["decisions"],
        refused=build.fetch(refused.limit(MOST)), refused_total=manifest["refused"], before=before, changes=changes,
    )  # fmt: skip

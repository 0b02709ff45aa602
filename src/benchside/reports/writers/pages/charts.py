"""The downloads of each chart the report shows: the picture, its data, its specification."""

import csv
import io
import json

from benchside.charts.render import svg
from benchside.model.spreadsheets import harmless
from benchside.reports.writers.site import Site


def write(site: Site) -> None:
    """Write SVG, CSV and JSON for every drawing."""
    for drawing in site.drawings.values():
        site.text(f"charts/{drawing.id}.svg", svg(drawing))
        site.text(f"charts/{drawing.id}.json", json.dumps(drawing.spec, indent=1, ensure_ascii=False))
        site.text(f"charts/{drawing.id}.csv", as_csv(drawing.columns, drawing.rows))


def as_csv(columns, rows) -> str:
    """A table as CSV text in which no text begins a formula."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])
    return written.getvalue()

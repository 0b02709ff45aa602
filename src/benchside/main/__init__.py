"""The steps: what each command of Benchside does, one after the other, without a word to the screen.

One file for each kind of step; a command finds all of them here.
"""

from benchside.main.asking import beside, check, explain, figures, shown, spread
from benchside.main.building import JUDGED, build, new
from benchside.main.cataloguing import FRAMEWORKS, catalogues, frameworks, records_by_framework
from benchside.main.citations import find_works, marks_of, measure, measures
from benchside.main.differing import changes
from benchside.main.economy import compare, multipliers
from benchside.main.fetching import FetchResult, fetch
from benchside.main.giving import EXAMPLE, FORMATS, demo, export, report
from benchside.main.matching import STANDS, keep_matches, match, network, partners
from benchside.main.opening import JUDGEMENTS, REGISTRIES, open_build, open_desk
from benchside.main.tracing import LOGIC, MONEY, intended, pathway_shares, pathways

__all__ = [
    "EXAMPLE",
    "FORMATS",
    "FRAMEWORKS",
    "JUDGED",
    "JUDGEMENTS",
    "LOGIC",
    "MONEY",
    "REGISTRIES",
    "STANDS",
    "FetchResult",
    "beside",
    "build",
    "catalogues",
    "changes",
    "check",
    "compare",
    "demo",
    "explain",
    "export",
    "fetch",
    "figures",
    "find_works",
    "frameworks",
    "intended",
    "keep_matches",
    "marks_of",
    "match",
    "measure",
    "measures",
    "multipliers",
    "network",
    "new",
    "open_build",
    "open_desk",
    "partners",
    "pathway_shares",
    "pathways",
    "records_by_framework",
    "report",
    "shown",
    "spread",
]

"""How CORDIS is fetched: its ZIP files of CSV tables, by framework programme."""

from benchside.sources.fetching.plan import DUMP_BYTES, Asked, Fetch, Option, Plan, Request

ADDRESS = "https://cordis.europa.eu/data"
FILES = {
    ("FP7", "projects"): "cordis-fp7projects-csv.zip",
    ("H2020", "projects"): "cordis-h2020projects-csv.zip",
    ("H2020", "deliverables"): "cordis-h2020projectDeliverables-csv.zip",
    ("H2020", "publications"): "cordis-h2020projectPublications-csv.zip",
    ("H2020", "reports"): "cordis-h2020reports-csv.zip",
    ("HORIZON", "projects"): "cordis-HORIZONprojects-csv.zip",
    ("HORIZON", "deliverables"): "cordis-HORIZONprojectDeliverables-csv.zip",
    ("HORIZON", "publications"): "cordis-HORIZONprojectPublications-csv.zip",
    ("HORIZON", "reports"): "cordis-HORIZONreports-csv.zip",
}
"""Programme and table → file. FP7's publications and reports are not given as CSV. `projects` holds participants, topics,
legal bases, fields of science and links besides."""


def plan(asked: Asked) -> Plan:
    """The files of the programmes and tables that are asked for."""
    for (programme, table), name in FILES.items():
        if programme in asked["programmes"] and table in asked["tables"]:
            yield Request(f"{ADDRESS}/{name}", name, form="zip", at_most=DUMP_BYTES)


FETCH = Fetch(
    plan,
    options=(
        Option("programmes", "framework programmes", choices=("FP7", "H2020", "HORIZON")),
        Option(
            "tables", "sets of tables", choices=("projects", "deliverables", "publications", "reports"),
            default=("projects",),
        ),
    ),
    needs=("programmes",),
    per_second=0.5,
)  # fmt: skip

"""The addresses of a flat row: countries and organisations, in lists that are sorted each for itself."""

import re

from benchside.sources.openalex.cells import Gathered, Line
from benchside.sources.tables.cells import slug


def add_addresses(line: Line, work: str, into: Gathered) -> None:
    """A row for each country and each organisation: the lists are sorted each for itself, so nothing joins one to the other."""
    for country in line.listed("countries"):
        into.add(
            "authorship",
            f"{work}-{country}",
            line.place,
            "registry",
            authorship_id=f"{work}-{country}",
            work_id=work,
            country=country,
        )
    names = line.listed("institution_names")
    for name in names:
        add_organisation(line, work, name, into)
    if len(names) < len(line.listed("institution_ids")):
        into.settle(
            "authorship", work, "institution_names", f"{len(line.listed('institution_ids'))} ids, {len(names)} names", f"{len(names)} organisations",
            "organisations of one name are taken as one, because ids and names are sorted each for itself",
        )  # fmt: skip


def add_organisation(line: Line, work: str, name: str, into: Gathered) -> None:
    """An organisation on a work, and the organisation itself under a key made of its name."""
    key = f"oa-{slug(name)[:80]}"
    if not re.search(r"\w", name):
        return
    into.add("organisation", key, line.place, "registry", organisation_id=key, name=name)
    into.add(
        "authorship",
        f"{work}-{key}",
        line.place,
        "registry",
        authorship_id=f"{work}-{key}",
        work_id=work,
        organisation_id=key,
    )

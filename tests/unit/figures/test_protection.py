"""Protection over a whole programme: all that is printed of a number of people, held against all that is withheld.

The rows are those that were drawn, not those of the build; the numbers are read from what a reader sees: figures by every dimension,
figures of scopes, the rows of an opened figure, and the records of a data package.
"""

import csv
import random
from fractions import Fraction
from typing import Any

import pytest

from benchside.exports.datapackage import EXPORT
from benchside.figures.explain import explain
from tests.unit.exports.world import export
from tests.unit.figures.test_suppression import rank_of

PROJECTS = {"a": "I", "b": "I", "c": "II", "d": "II", "e": "III"}
GROUPS = ("academic", "industry", "sme")
DIMENSIONS = ("project", "programme", "organisation", "group")


def _fractions(vectors):
    return [[Fraction(n) for n in vector] for vector in vectors]


def drawn(seed: int) -> list[dict[str, Any]]:
    """Fourteen teams of 1 to 14 people."""
    r = random.Random(seed)
    rows = []
    for n in range(14):
        project = r.choice(list(PROJECTS))
        rows.append({
            "id": f"p{n}", "project": project, "programme": PROJECTS[project], "organisation": f"o{r.randrange(7)}",
            "group": r.choice(GROUPS), "people": r.randrange(1, 15),
        })  # fmt: skip
    return rows


def built(world, rows):
    table = [f"{r['id']} | {r['project']} | {r['organisation']} | {r['group']} | {r['people']}" for r in rows]
    projects = [f"{p} | {of}" for p, of in PROJECTS.items()]
    return world("\n".join([
        "project", "project_id | programme_id", *projects, "",
        "participation", "participation_id | project_id | organisation_id | partner_group | head_count", *table,
    ]))  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_no_withheld_number_follows_from_all_that_is_printed(world, tmp_path, seed):
    rows = drawn(seed)
    desk = built(world, rows)
    printed, withheld = [], []

    def read(figure, members):
        people = sum(r["people"] for r in rows if r["id"] in members)
        (printed if figure.value is not None else withheld).append([int(r["id"] in members) for r in rows])
        assert figure.value in (None, people)
        assert figure.value is None or people >= 5

    read(desk.one("researchers"), {r["id"] for r in rows})
    for by in DIMENSIONS:
        for figure in desk.ask("researchers", by=by):
            members = {r["id"] for r in rows if r[by] == figure.cut}
            read(figure, members)
            read(desk.one("researchers", {by: [figure.cut]}), members)
    for programme in set(PROJECTS.values()):
        for figure in desk.ask("researchers", {"programme": [programme]}, by="project"):
            read(figure, {r["id"] for r in rows if r["project"] == figure.cut})
    for row in explain(desk, "researchers").rows:
        printed.append([int(f"participation:{r['id']}" == row["evidence_id"]) for r in rows])
    export(EXPORT, desk, tmp_path / "out")
    with (tmp_path / "out" / "records" / "participation.csv").open(encoding="utf-8", newline="") as file:
        kept = {r["participation_id"] for r in csv.DictReader(file) if r["head_count"]}
    printed += [[int(r["id"] == key) for r in rows] for key in sorted(kept)]
    rank = rank_of(_fractions(printed))
    assert withheld, "nothing is withheld, so that nothing is tried"
    assert [members for members in withheld if rank_of(_fractions([*printed, members])) == rank] == []

"""What is wrong with arrows as records: found and named, while everything else goes on."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from benchside.pathways.arrows import LINK
from benchside.pathways.cycles import circles
from benchside.pathways.pathways import Pathways
from benchside.pathways.whole_columns import pc

KINDS = {
    "cycle": "arrows that lead back to where they began",
    "self_link": "a record that leads to itself",
    "backwards": "an effect dated before its cause",
    "orphan": "an arrow to or from something that is no record",
    "duplicate": "the same arrow told twice from the same document",
    "unplaced": "an arrow to or from a record that has no stage",
}
"""kind of defect → what it is."""


@dataclass(frozen=True)
class Defect:
    """One defect: its kind, the arrows and records it is about, and a sentence that says it."""

    kind: str
    arrows: tuple[str, ...]
    records: tuple[str, ...]
    says: str


def find_defects(pathways: Pathways) -> list[Defect]:
    """All defects, by kind and then in the order of the arrows."""
    return [
        *_cycles(pathways),
        *_self_links(pathways),
        *_backwards(pathways),
        *_orphans(pathways),
        *_duplicates(pathways),
        *_unplaced(pathways),
    ]


def _cycles(pathways: Pathways) -> list[Defect]:
    found = []
    for circle in circles(pathways.graph):
        names = [pathways.ids[n].as_py() for n in circle]
        arrows = [a.arrow_id for a in pathways.between(_mask(circle, len(pathways.ids))) if a.start != a.end]
        trail = " → ".join([*names, names[0]])
        found.append(
            Defect("cycle", tuple(arrows), tuple(names), f"{trail}: the arrows lead back to where they began.")
        )
    return found


def _mask(numbers: list[int], size: int) -> np.ndarray:
    mask = np.zeros(size, bool)
    mask[numbers] = True
    return mask


def _self_links(pathways: Pathways) -> list[Defect]:
    graph = pathways.graph
    rows = pathways.arrows.take(pa.array(np.flatnonzero(graph.starts == graph.ends))).to_pylist()
    return [
        Defect("self_link", (r["arrow_id"],), (r["start"],), f"{r['arrow_id']} leads from {r['start']} to itself.")
        for r in rows
    ]


def _backwards(pathways: Pathways) -> list[Defect]:
    """Arrows whose end, or whose own date, lies before the earliest day their start may have been.

    A month or a year alone is kept as its last day, so that a last day may stand for any day of its month or year.
    """
    graph, dates = pathways.graph, pathways.records.dates(pathways.ids)
    earliest = earliest_days(dates)[graph.starts]
    happened = pathways.arrows["happened_on"].to_numpy().astype("datetime64[D]")
    late = (dates[graph.ends] < earliest) | (happened < earliest)
    rows = pathways.arrows.take(pa.array(np.flatnonzero(late))).to_pylist()
    days = dict(zip(pathways.ids.to_pylist(), dates, strict=True)) if rows else {}
    return [_one_backwards(r, days) for r in rows]


def _one_backwards(row: dict, days: dict) -> Defect:
    start, end = days[row["start"]], days[row["end"]]
    when = (
        f"{row['end']} is dated {end}"
        if not np.isnat(end) and end < earliest_days(start)
        else f"it is dated {row['happened_on']}"
    )
    return Defect(
        "backwards", (row["arrow_id"],), (row["start"], row["end"]),
        f"{row['arrow_id']} runs backwards in time: {when}, but {row['start']} is dated {start}.",
    )  # fmt: skip


def earliest_days(days: np.ndarray) -> np.ndarray:
    """The earliest day each date may mean: the first of the year for 31 December, of the month for its last day."""
    months, years = days.astype("datetime64[M]"), days.astype("datetime64[Y]")
    last_of_month = (months + 1).astype("datetime64[D]") - 1
    last_of_year = (years + 1).astype("datetime64[D]") - 1
    found = np.where(days == last_of_month, months.astype("datetime64[D]"), days)
    return np.where(days == last_of_year, years.astype("datetime64[D]"), found)


def _orphans(pathways: Pathways) -> list[Defect]:
    known = pathways.records.known(pathways.ids)
    graph = pathways.graph
    places = np.flatnonzero(~known[graph.starts] | ~known[graph.ends])
    found = []
    for place, row in zip(places, pathways.arrows.take(pa.array(places)).to_pylist(), strict=True):
        sides = ((row["start"], graph.starts[place]), (row["end"], graph.ends[place]))
        missing = tuple(id for id, n in sides if not known[n])
        says = f"{row['arrow_id']} points to {' and '.join(missing)}, which is no record at this date."
        found.append(Defect("orphan", (row["arrow_id"],), missing, says))
    return found


def _duplicates(pathways: Pathways) -> list[Defect]:
    """Told arrows with the same ends, relation and document; the same arrow from another document is support, not a defect."""
    links = pathways.arrows.filter(pc.equal(pathways.arrows["basis"], LINK))
    by = ["start", "end", "relation", "document_id"]
    grouped = (
        links.select([*by, "arrow_id"])
        .group_by(by, use_threads=False)
        .aggregate([("arrow_id", "list"), ("arrow_id", "count")])
    )
    rows = grouped.filter(pc.greater(grouped["arrow_id_count"], 1)).to_pylist()
    found = []
    for row in sorted(rows, key=lambda r: min(r["arrow_id_list"])):
        arrows = tuple(sorted(row["arrow_id_list"]))
        source = row["document_id"] or "no document"
        says = f"{', '.join(arrows)} tell the same: {row['start']} {row['relation']} {row['end']}, from {source}."
        found.append(Defect("duplicate", arrows, (row["start"], row["end"]), says))
    return found


def _unplaced(pathways: Pathways) -> list[Defect]:
    graph, nowhere = pathways.graph, pathways.stages < 0
    places = np.flatnonzero(nowhere[graph.starts] | nowhere[graph.ends])
    found = []
    for place, row in zip(places, pathways.arrows.take(pa.array(places)).to_pylist(), strict=True):
        sides = ((row["start"], graph.starts[place]), (row["end"], graph.ends[place]))
        without = tuple(id for id, n in sides if nowhere[n])
        says = f"{row['arrow_id']} joins {' and '.join(without)}, whose type has no stage in a pathway."
        found.append(Defect("unplaced", (row["arrow_id"],), without, says))
    return found

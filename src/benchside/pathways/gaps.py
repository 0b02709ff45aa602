"""What the chains leave open: results nobody is known to use, effects that nothing leads to, arrows that only a claim holds up.

A gap is a gap of the records. It does not say that a result is not used.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from benchside.pathways.arrows import GRADES, LINK, Arrow, arrows_at
from benchside.pathways.pathways import Pathways
from benchside.pathways.records import Place
from benchside.pathways.whole_columns import pc

LATER = ("use", "outcome", "impact")

NO_GAP = ("work", "patent", "observation")
"""Types that are no result somebody would use by themselves: works are taken up by citation, which no link records, patents by the
events of exploitation, and an observation only says how large something is."""


@dataclass(frozen=True)
class Gaps:
    """`unused`: outputs from which no arrow leads to a use, outcome or impact. `unexplained`: outcomes and impacts to which no way
    leads from an input. `claims`: told arrows between two records that no document of the funder, the project or anybody
    independent supports. `unsourced`: told arrows without a document."""

    unused: list[Place]
    unexplained: list[Place]
    claims: list[Arrow]
    unsourced: list[Arrow]


def find_gaps(pathways: Pathways) -> Gaps:
    """All gaps, records by stage and id, arrows in the order of their keys."""
    return Gaps(
        unused=pathways.places_at(np.flatnonzero(_unused(pathways))),
        unexplained=pathways.places_at(np.flatnonzero(_unexplained(pathways))),
        claims=arrows_at(pathways.arrows, np.flatnonzero(_on_claims(pathways.arrows))),
        unsourced=arrows_at(pathways.arrows, np.flatnonzero(_told(pathways.arrows) & _null(pathways.arrows["document_id"]))),
    )  # fmt: skip


def _unused(pathways: Pathways) -> np.ndarray:
    leads_on = pathways.graph.behind(np.flatnonzero(pathways.at_stage(*LATER)))
    return pathways.at_stage("output") & ~leads_on & ~_is_no_result(pathways)


def _unexplained(pathways: Pathways) -> np.ndarray:
    followed = pathways.graph.reach(np.flatnonzero(pathways.at_stage("input")))
    return pathways.at_stage("outcome", "impact") & ~followed & ~_is_no_result(pathways)


def _is_no_result(pathways: Pathways) -> np.ndarray:
    """Records that are no result of their own: other types, what was only planned, what was counted elsewhere."""
    types = pa.array([f"{name}:" for name in NO_GAP])
    excluded = np.zeros(len(pathways.ids), bool)
    for prefix in types.to_pylist():
        excluded |= pc.starts_with(pathways.ids, prefix).to_numpy(zero_copy_only=False)
    for table in pathways.records.tables.values():
        if "count" in table.column_names:
            zero = table.filter(pc.equal(table["count"], 0))["evidence_id"]
            excluded |= pc.is_in(pathways.ids, zero).to_numpy(zero_copy_only=False)
    return excluded | pc.is_in(pathways.ids, _planned(pathways)).to_numpy(zero_copy_only=False)


def _planned(pathways: Pathways) -> pa.Array:
    """The assets of which every stage on record is `planned`."""
    events = pathways.records.tables.get("stage_event")
    if events is None:
        return pa.array([], pa.string())
    planned = pc.equal(events["stage"], "planned")
    more = events.filter(pc.invert(planned))["asset_id"].combine_chunks()
    only = pc.unique(events.filter(planned)["asset_id"].combine_chunks())
    only = only.filter(pc.invert(pc.is_in(only, more)))
    return pc.binary_join_element_wise(pa.scalar("asset"), only.cast(pa.string()), ":")


def _on_claims(arrows: pa.Table) -> np.ndarray:
    """Told arrows whose best support, with all other told arrows between the same two records, is a claim or nothing."""
    told, grade = _told(arrows), arrows["grade"].combine_chunks()
    order = pc.fill_null(pc.index_in(grade, pa.array(GRADES)), 0).to_numpy()
    better = arrows.filter(pa.array(told & (order > 0)))
    held = pc.is_in(_pairs(arrows), _pairs(better)).to_numpy()
    return told & ~held


def _pairs(arrows: pa.Table) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(arrows["start"], arrows["end"], "|")


def _told(arrows: pa.Table) -> np.ndarray:
    return pc.equal(arrows["basis"], LINK).to_numpy()


def _null(column: pa.ChunkedArray) -> np.ndarray:
    return pc.is_null(column).to_numpy()

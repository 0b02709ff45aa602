"""Arrows that records say without a link: an asset that names its project, a use that names its asset.

A reference makes no arrow where a link joins the same two records, because a link says more (relation, claim, who says so); and the
reference of a step or an event to its asset or project makes none where any link comes to it, because a short cut beside a told chain
would hide the use between them. What only says whose an effect is (`effect.project_id`) makes none: belonging to a project is not a chain.
"""

from dataclasses import dataclass

import pyarrow as pa

from benchside.pathways.whole_columns import pc


@dataclass(frozen=True)
class Reference:
    """`column` of a type points to a record of the type `to`; `leads`: the arrow runs from the bearer to it, or the other way.

    `unless`: a column that, where it is filled, makes the nearer arrow instead. `yields`: no arrow where any link comes to the bearer.
    """

    bearer: str
    column: str
    to: str
    relation: str
    leads: bool = False
    unless: str = ""
    yields: bool = False

    @property
    def basis(self) -> str:
        """The reference as a reader is told of it."""
        return f"{self.bearer}.{self.column}"


REFERENCES = (
    Reference("contribution", "project_id", "project", "funded", leads=True),
    Reference("asset", "project_id", "project", "produced"),
    Reference("trial", "project_id", "project", "produced"),
    Reference("network", "project_id", "project", "produced"),
    Reference("course", "project_id", "project", "produced"),
    Reference("patent", "project_id", "project", "produced"),
    Reference("project_work", "project_id", "project", "produced"),
    Reference("project_outcome", "project_id", "project", "produced"),
    Reference("asset_use", "asset_id", "asset", "used_by"),
    Reference("cohort", "course_id", "course", "used_by"),
    Reference("regulatory_procedure", "asset_id", "asset", "led_to", yields=True),
    Reference("regulatory_procedure", "project_id", "project", "led_to", unless="asset_id", yields=True),
    Reference("policy_citation", "asset_id", "asset", "led_to", yields=True),
    Reference("policy_citation", "project_id", "project", "led_to", unless="asset_id", yields=True),
    Reference("exploitation_event", "asset_id", "asset", "led_to", yields=True),
    Reference("exploitation_event", "project_id", "project", "led_to", unless="asset_id", yields=True),
    Reference("further_funding", "project_id", "project", "led_to", yields=True),
    Reference("award", "project_id", "project", "led_to", yields=True),
)
"""Every reference that makes an arrow."""

_STANDS_FOR = {"project_work": ("work", "work_id"), "project_outcome": ("outcome", "outcome_id")}
"""A record that only joins two others → the type and column of the one that the arrow leads to."""


def arrows_of_references(tables: dict[str, pa.Table], links: pa.Table) -> list[pa.Table]:
    """The arrows of all references, a table each; `links` has the columns `start` and `end`."""
    pairs = _pairs(links["start"], links["end"])
    return [
        _arrows(r, tables[r.bearer], links["end"], pairs)
        for r in REFERENCES
        if r.bearer in tables and r.column in tables[r.bearer].column_names
    ]


def _arrows(of: Reference, table: pa.Table, linked: pa.ChunkedArray, pairs: pa.ChunkedArray) -> pa.Table:
    wanted = pc.is_valid(table[of.column])
    if of.unless:
        wanted = pc.and_(wanted, pc.is_null(table[of.unless]))
    table = table.filter(wanted)
    own, other = _own(of.bearer, table), _prefixed(of.to, table[of.column])
    start, end = (own, other) if of.leads else (other, own)
    told = {c: table[c] for c in ("document_id", "locator", "grade", "note") if c in table.column_names}
    same = {
        c: pa.array([value] * table.num_rows, pa.string())
        for c, value in (("relation", of.relation), ("basis", of.basis))
    }
    made = pa.table({"start": start, "end": end, **told, **same})
    taken = pc.is_in(own, linked) if of.yields else pc.is_in(_pairs(start, end), pairs)
    return made.filter(pc.invert(taken))


def _own(bearer: str, table: pa.Table) -> pa.ChunkedArray:
    if bearer in _STANDS_FOR:
        to, column = _STANDS_FOR[bearer]
        return _prefixed(to, table[column])
    return table["evidence_id"]


def _pairs(start: pa.ChunkedArray, end: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(start, end, "|")


def _prefixed(record_type: str, keys: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(pa.scalar(record_type), keys.cast(pa.string()), ":")
